using System.Text;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>The steps of a plan that several of its steps read: each is written once, as a common table, and read by name.</summary>
/// <remarks>Written at each place instead, a frame joined to its own groups n times would be a statement of 2^n selections.</remarks>
internal sealed class CommonTables
{
    private readonly SqlDialect _sql;
    private readonly SelectWriter _select;
    private readonly HashSet<PlanNode> _shared = [];
    private readonly Dictionary<PlanNode, Relation> _written = [];
    private readonly StringBuilder _text = new();
    private readonly string _prefix = "__common";

    public CommonTables(PlanNode plan, SqlDialect sql, SelectWriter select)
    {
        (_sql, _select) = (sql, select);
        if (sql.CommonTable is null) return;
        var (seen, ahead) = (new HashSet<PlanNode>(), new Stack<PlanNode>([plan]));
        while (ahead.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                if (!IsRowWise(node)) _shared.Add(node);
                continue;
            }
            // A table of that name would be hidden.
            while (node is TableNode table && table.From.Contains(_prefix, StringComparison.OrdinalIgnoreCase)) _prefix += '_';
            foreach (var input in node.Inputs) ahead.Push(input);
        }
    }

    /// <summary>The relation of a step: as <paramref name="write"/> gives it, or over its common table.</summary>
    public Relation Relation(PlanNode node, Func<PlanNode, Relation> write)
    {
        if (!_shared.Contains(node)) return write(node);
        if (_written.TryGetValue(node, out var known)) return known;
        var relation = write(node);
        var name = _sql.Quote($"{_prefix}{_written.Count + 1}");
        relation = _select.Over(relation, text =>
        {
            _text.Append(_text.Length == 0 ? "with " : ",\n").Append(name).Append(' ').Append(_sql.CommonTable).Append(" (\n").Append(SelectWriter.Indent(text)).Append("\n)");
            return name;
        });
        _written.Add(node, relation);
        return relation;
    }

    /// <summary>The statement behind the common tables that it may read.</summary>
    public string Before(string statement) => _text.Length == 0 ? statement : $"{_text}\n{statement}";

    /// <summary>True for filters, formulas and orders over a table: cheap to do again, and an engine then reads only what each reader needs, by
    /// an index if there is one, where a common table would be a copy of it all.</summary>
    private static bool IsRowWise(PlanNode node)
    {
        while (node is SortNode or FilterNode { Condition.HasWindow: false } || node is ProjectNode project && !project.Columns.Any(column => column.Value.HasWindow)) node = node.Inputs[0];
        return node.Inputs.Count == 0;
    }
}
