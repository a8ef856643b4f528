using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>Writes what turns columns into rows and rows into columns.</summary>
internal sealed class ShapeWriter(SqlDialect sql, SqlScope scope, SelectWriter select)
{
    /// <summary>Each row beside a small table of the columns' numbers and names; the value is chosen by number.</summary>
    public Relation Melt(MeltNode melt, Relation input)
    {
        var nested = select.Nest(input);
        var (number, name) = (scope.Fresh("n", nested.FromNames), scope.Fresh("m", nested.FromNames));
        var names = string.Join("\n  union all\n  ", melt.Columns.Select((column, i) => $"select {Constant(ColumnKind.Integer, (long)i)} as {sql.Quote(number)}, {Constant(ColumnKind.Text, column)} as {sql.Quote(name)}"));
        var beside = new Relation
        {
            From = $"{nested.From}\ncross join (\n  {names}\n) as {sql.Quote(scope.Fresh("t"))}",
            FromNames = [.. nested.FromNames, number, name],
            Columns = [.. nested.Columns, ("", ColumnKind.Integer, sql.Quote(number))],
        };
        var place = new ColumnExpr("", ColumnKind.Integer);
        Expr value = new LiteralExpr(melt.Schema[melt.Value].Kind, null);
        for (var i = melt.Columns.Count - 1; i >= 0; i--)
            value = Expr.If(place == (long)i, Column(melt.Input, melt.Columns[i]), value);
        return beside.With(columns:
        [
            .. melt.Ids.Select(id => (id, melt.Schema[id].Kind, nested[id])),
            (melt.Name, ColumnKind.Text, sql.Quote(name)),
            (melt.Value, melt.Schema[melt.Value].Kind, sql.Value(value, beside, scope)),
        ]);
    }

    /// <summary>A group a row; each column is the greatest value, and so the only one, whose name is the column's.</summary>
    public Relation Spread(SpreadNode spread, Relation input)
    {
        var nested = input.IsGrouped || input.IsCut ? select.Nest(input) : input;
        var keys = spread.Keys.Select(key => (Name: key, spread.Schema[key].Kind, Value: sql.Key(nested[key], spread.Schema[key].Kind))).ToList();
        var (names, value) = (Column(spread.Input, spread.Names), Column(spread.Input, spread.Value));
        var columns = spread.Columns.Select(SpreadNode.Title).Select(title =>
        {
            var chosen = Expr.If(Named(names, title), value, new LiteralExpr(value.Kind, null));
            var greatest = new BoundAggregate(title, AggregateKind.Max, chosen, 0, value.Kind);
            return (title, value.Kind, sql.Aggregate(greatest, sql.Value(chosen, nested, scope), [], scope));
        });
        return nested.With(columns: [.. keys, .. columns], order: [], groupBy: [.. keys.Select(key => key.Value)]);
    }

    /// <summary>True where a name becomes the column of that title: see <see cref="SpreadNode.Title"/>.</summary>
    private static Expr Named(ColumnExpr names, string title) => title switch
    {
        "null" => names.IsNull() | (names == title),
        "empty" => (names == "") | (names == title),
        _ => names == title,
    };

    private static ColumnExpr Column(PlanNode input, string name) => new(name, input.Schema[name].Kind);

    private string Constant(ColumnKind kind, object value) => sql.Value(new LiteralExpr(kind, value), new Relation { From = "", FromNames = [], Columns = [] }, scope);
}
