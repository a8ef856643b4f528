using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>Writes joins: both sides become sub-queries whose columns have names of their own.</summary>
internal sealed class JoinWriter(SqlDialect sql, SqlScope scope, SelectWriter select)
{
    public Relation Write(JoinNode join, Relation left, Relation right)
    {
        Expect(join, left, right);
        var (l, r) = (Side(left, "l", join.Keys.Select(key => key.Left), join.How is Join.Semi or Join.Anti or Join.Left or Join.Inner, optional: join.How is Join.Right or Join.Full),
            Side(right, "r", join.Keys.Select(key => key.Right), ordered: false, optional: join.How is Join.Left or Join.Full));
        var from = sql.Join(join.How, l.Text, r.Text, l.Keys, r.Keys, scope, join.How is Join.Semi or Join.Anti ? [] : [.. r.Columns.Values]);
        return new Relation
        {
            From = from.From,
            FromNames = [.. l.Names, .. r.Names],
            Columns = [.. join.Columns.Select(column => (column.Name, join.Schema[column.Name].Kind, Value(join, column, l, r)))],
            Order = join.How is Join.Right or Join.Full ? [] : l.Order,
            Where = from.Where is { } where ? [where] : [],
        };
    }

    /// <summary>Every row of one side beside every row of the other.</summary>
    public Relation Cross(CrossNode cross, Relation left, Relation right)
    {
        var (l, r) = (Side(left, "l", [], ordered: true), Side(right, "r", [], ordered: false));
        return new Relation
        {
            From = $"{select.SubQuery(l.Text)}\ncross join {select.SubQuery(r.Text)}",
            FromNames = [.. l.Names, .. r.Names],
            Columns = [.. cross.Left.Schema.Select(field => (field.Name, field.Kind, l.Columns[field.Name])), .. cross.Columns.Select(column => (column.Name, cross.Schema[column.Name].Kind, r.Columns[column.Source]))],
            Order = l.Order,
        };
    }

    private string Value(JoinNode join, (string Name, bool FromRight, string Source) column, SideText left, SideText right)
    {
        if (column.FromRight) return right.Columns[column.Source];
        var value = left.Columns[column.Source];
        var shared = join.How is Join.Right or Join.Full && join.Keys.Any(key => key.Left == column.Source && key.Right == column.Source);
        return shared ? $"coalesce({value}, {right.Columns[column.Source]})" : value;
    }

    private SideText Side(Relation relation, string prefix, IEnumerable<string> keys, bool ordered, bool optional = false)
    {
        // Fresh names on each side: nothing is ambiguous, whatever the columns are called.
        var source = relation.IsGrouped || relation.IsCut ? select.Nest(relation) : relation;
        var outputs = new List<(string Name, ColumnKind Kind, string Value)>();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, kind, value) in source.Columns)
        {
            outputs.Add((scope.Fresh(prefix), kind, optional ? sql.Optional(value) : value));
            columns.Add(name, sql.Quote(outputs[^1].Name));
        }
        var keyNames = new List<string>();
        foreach (var key in keys)
        {
            var column = source.Columns.Find(each => each.Name == key);
            outputs.Add((scope.Fresh(prefix + "k"), column.Kind, sql.JoinKey(column.Value, column.Kind)));
            keyNames.Add(sql.Quote(outputs[^1].Name));
        }
        var order = new List<OrderKey>();
        foreach (var key in ordered ? source.Order : [])
        {
            outputs.Add((scope.Fresh(prefix + "o"), key.Kind, key.Value));
            order.Add(key with { Value = sql.Quote(outputs[^1].Name) });
        }
        var text = select.Text(source.With(columns: outputs, order: []), hidden: false, ordered: false, out var names);
        return new SideText(text, names, columns, keyNames, order);
    }

    /// <summary>Statements that find keys which occur more often than the join expects.</summary>
    private void Expect(JoinNode join, Relation left, Relation right)
    {
        if (join.Expect is Match.OneToOne or Match.ManyToOne) Unique("right", right, [.. join.Keys.Select(key => key.Right)]);
        if (join.Expect is Match.OneToOne or Match.OneToMany) Unique("left", left, [.. join.Keys.Select(key => key.Left)]);

        void Unique(string side, Relation relation, string[] keys)
        {
            var nested = select.Nest(relation);
            var values = keys.Select(key => sql.Key(nested[key], nested.Columns.Find(column => column.Name == key).Kind)).ToList();
            scope.Checks.Add(new SqlCheck(
                $"select count(*)\nfrom {nested.From}\nwhere {string.Join(" and ", keys.Select(key => nested[key] + " is not null"))}\ngroup by {string.Join(", ", values)}\nhaving count(*) > 1\nlimit 1",
                $"The join expects {join.Expect}, but on the {side} {{0}} rows share a key ({string.Join(", ", keys)}). Make the key unique first, e.g. with Distinct or GroupBy, or join with another Match."));
        }
    }

    private sealed record SideText(string Text, List<string> Names, Dictionary<string, string> Columns, List<string> Keys, List<OrderKey> Order);
}
