using System.Text;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>Writes relations as SELECT statements and as sub-queries.</summary>
internal sealed class SelectWriter(SqlDialect sql, SqlScope scope)
{
    /// <summary>The statement.</summary>
    /// <param name="relation">What to write.</param>
    /// <param name="hidden">True to give the values of order keys as columns too, behind the visible ones.</param>
    /// <param name="ordered">True to write ORDER BY even where no limit asks for it.</param>
    /// <param name="names">The names of the statement's columns, hidden ones included.</param>
    /// <param name="reversed">True to turn the order round, nulls first.</param>
    public string Text(Relation relation, bool hidden, bool ordered, out List<string> names, bool reversed = false)
    {
        var outputs = relation.Columns.Select(column => (column.Name, column.Value)).ToList();
        if (hidden)
            foreach (var key in relation.Order.Where(key => !outputs.Exists(output => output.Value == key.Value)).ToList()) outputs.Add(("", key.Value));
        names = Names(relation, outputs);
        var text = new StringBuilder("select ");
        if (relation.DistinctOn is { } on) text.Append(on).Append(' ');
        for (var i = 0; i < outputs.Count; i++)
        {
            var quoted = sql.Quote(names[i]);
            text.Append(i > 0 ? ", " : "").Append(outputs[i].Value == quoted ? quoted : $"{outputs[i].Value} as {quoted}");
        }
        text.Append("\nfrom ").Append(relation.From);
        if (relation.Where.Count > 0) text.Append("\nwhere ").AppendJoin(" and ", relation.Where.Select(condition =>
            outputs.Exists(output => output.Value.Contains(condition, StringComparison.Ordinal)) || relation.Order.Exists(key => key.Value.Contains(condition, StringComparison.Ordinal))
                ? sql.ConditionAlsoRead(condition) : condition));
        if (relation.GroupBy is { Count: > 0 } keys) text.Append("\ngroup by ").AppendJoin(", ", keys);
        var order = relation.Order.Select(key => sql.OrderBy(key, reversed)).ToList();
        if (order.Count > 0 && (ordered || relation.IsCut)) text.Append("\norder by ").AppendJoin(", ", order);
        if (relation.LimitBy is { } limitBy) text.Append('\n').Append(limitBy);
        if (relation.Limit is { } limit) text.Append("\nlimit ").Append(limit);
        return text.ToString();
    }

    /// <summary>The relation as a sub-query, its order kept.</summary>
    public Relation Nest(Relation relation, bool reversed = false) => Over(relation, SubQuery, reversed);

    /// <summary>The relation's columns and order over what its statement becomes.</summary>
    /// <param name="relation">What to write.</param>
    /// <param name="place">Puts the statement somewhere and gives what stands after FROM.</param>
    /// <param name="reversed">True to turn the order round, nulls first.</param>
    public Relation Over(Relation relation, Func<string, string> place, bool reversed = false)
    {
        var text = Text(relation, hidden: true, ordered: false, out var names, reversed);
        var valueOf = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < relation.Columns.Count; i++) valueOf.TryAdd(relation.Columns[i].Value, sql.Quote(names[i]));
        var next = relation.Columns.Count;
        foreach (var key in relation.Order)
            if (!valueOf.ContainsKey(key.Value)) valueOf.Add(key.Value, sql.Quote(names[next++]));
        return new Relation
        {
            From = place(text),
            FromNames = [.. names],
            Columns = [.. relation.Columns.Select((column, i) => (column.Name, column.Kind, sql.Quote(names[i])))],
            Order = [.. relation.Order.Select(key => key with { Value = valueOf[key.Value] })],
        };
    }

    public string SubQuery(string text) => $"(\n{Indent(text)}\n) as {sql.Quote(scope.Fresh("t"))}";

    /// <summary>The text two places to the right; line ends inside quoted names and literals stay as they are.</summary>
    public static string Indent(string text)
    {
        var indented = new StringBuilder("  ", text.Length + 64);
        var quote = '\0';
        foreach (var letter in text)
        {
            indented.Append(letter);
            if (letter == '\n' && quote == '\0') indented.Append("  ");
            else if (letter == quote) quote = '\0';
            else if (quote == '\0' && letter is '"' or '\'' or '`') quote = letter;
        }
        return indented.ToString();
    }

    /// <summary>Names of outputs: the plan's own, unless SQL cannot have them or they would hide a column of FROM.</summary>
    private List<string> Names(Relation relation, List<(string Name, string Value)> outputs)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var hides = new HashSet<string>(relation.FromNames, StringComparer.OrdinalIgnoreCase);
        return [.. outputs.Select(output =>
        {
            var (name, value) = output;
            if (name.Length > 0 && sql.TakesName(name) && (!hides.Contains(name) || value == sql.Quote(name)) && taken.Add(name)) return name;
            // A name of the same letters may have been taken by a column yet to come: fresh ones are unlike any.
            for (;;)
            {
                var fresh = scope.Fresh("__c");
                if (!hides.Contains(fresh) && taken.Add(fresh)) return fresh;
            }
        })];
    }
}
