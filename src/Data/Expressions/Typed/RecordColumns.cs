using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Expressions.Typed;

/// <summary>Which column each property of a record stands for.</summary>
internal static class RecordColumns
{
    public static IReadOnlyDictionary<string, string> Of(Type type, Schema schema)
    {
        var properties = RecordShape.Readable(type);
        if (properties.Count == 0) throw new ArgumentException($"{type.Name} has no public properties. Use a record or a class with properties named as the columns.");
        var columns = new Dictionary<string, string>();
        var wrong = new List<string>();
        foreach (var property in properties)
        {
            var kind = ValueColumn.For(property.PropertyType)?.Kind;
            var column = schema.Contains(property.Name) ? property.Name : schema.Names.FirstOrDefault(name => RecordShape.Key(name) == RecordShape.Key(property.Name));
            if (column is null) wrong.Add($"Property '{property.Name}' has no column.");
            else if (kind != schema[column].Kind && !(kind == ColumnKind.Number && schema[column].Kind == ColumnKind.Integer))
                wrong.Add($"Property '{property.Name}' is {property.PropertyType.Name}; column '{column}' is {schema[column].Kind.Word()}.");
            else columns.Add(property.Name, column);
        }
        return wrong.Count == 0 ? columns : throw new ArgumentException($"{string.Join(" ", wrong)} Columns: {schema}.");
    }
}
