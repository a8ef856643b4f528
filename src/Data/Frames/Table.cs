namespace MarketingNotebooks.Data.Frames;

/// <summary>Columns in memory under a schema: what a plan gives when it has run. Immutable.</summary>
internal sealed class Table
{
    public Table(Schema schema, Column[] columns, int rows)
    {
        Schema = schema;
        Columns = columns;
        Rows = rows;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Length != rows)
                throw new ArgumentException($"Column '{schema[i].Name}' has {columns[i].Length} rows. Others have {rows}.");
            if (columns[i].Kind != schema[i].Kind)
                throw new ArgumentException($"Column '{schema[i].Name}' is {columns[i].Kind.Word()}, not {schema[i].Kind.Word()}.");
        }
    }

    public Schema Schema { get; }

    public Column[] Columns { get; }

    public int Rows { get; }

    public Column this[string name] => Columns[Schema.Position(name)];

    public static Table Of(IEnumerable<(string Name, Column Column)> columns)
    {
        var list = columns.ToList();
        return new Table(new Schema(list.Select(pair => new Field(pair.Name, pair.Column.Kind))),
            [.. list.Select(pair => pair.Column)], list.Count == 0 ? 0 : list[0].Column.Length);
    }

    public Table Select(IEnumerable<string> names) => new(new Schema(names.Select(name => Schema[name])),
        [.. names.Select(name => this[name])], Rows);
}
