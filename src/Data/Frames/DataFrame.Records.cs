using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>A frame of objects: a column for each public property, a row for each object.</summary>
    /// <remarks>Taken: all integers, float, double, decimal (as the nearest double), bool, string, enums and Guid (as text), DateTime, DateTimeOffset and DateOnly (as
    /// UTC), TimeSpan and TimeOnly, and their nullables. Single values of these types give one column named <c>value</c>.</remarks>
    /// <typeparam name="T">A record, a class, a struct or an anonymous type.</typeparam>
    /// <param name="rows">The objects, none of them null.</param>
    /// <param name="snakeCase">True names the column of <c>CustomerId</c> <c>customer_id</c>. Default: false, names are kept.</param>
    /// <exception cref="ArgumentException">A property has a type that no column holds; all such properties are named.</exception>
    public static DataFrame From<T>(IEnumerable<T> rows, bool snakeCase = false)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (ValueColumn.For(typeof(T)) is { } single)
        {
            foreach (var row in rows) single.Add(row);
            return FromColumns(("value", single.Build()));
        }
        var properties = RecordShape.Readable(typeof(T));
        var wrong = properties.Where(property => ValueColumn.For(property.PropertyType) is null)
            .Select(property => $"Property '{property.Name}' is {property.PropertyType.Name}, which no column holds. Leave it out with Select, or give a text or a number.").ToList();
        if (properties.Count == 0) wrong.Add($"{typeof(T).Name} has no public properties. Use a record, a class with properties, or an anonymous type.");
        if (wrong.Count > 0) throw new ArgumentException(string.Join(" ", wrong), nameof(rows));
        var columns = properties.Select(property => ValueColumn.For(property.PropertyType)!).ToArray();
        var count = 0;
        foreach (var row in rows)
        {
            if (row is null) throw new ArgumentException($"Row {count} is null. Leave null objects out.", nameof(rows));
            for (var i = 0; i < columns.Length; i++) columns[i].Add(properties[i].GetValue(row));
            count++;
        }
        return FromColumns([.. properties.Select((property, i) => (snakeCase ? RecordShape.SnakeCase(property.Name) : property.Name, columns[i].Build()))]);
    }

    /// <summary>The rows as objects. Runs the plan.</summary>
    /// <remarks>Columns go to constructor parameters and writable properties of the same name, ignoring case, underscores, hyphens and blanks; columns without
    /// a match are left out, and properties without one keep their default. Integers become any numeric type or enum that holds them, numbers
    /// float, double or decimal, text string, enum or Guid, timestamps DateTime (UTC), DateTimeOffset or (at midnight) DateOnly, durations TimeSpan.</remarks>
    /// <typeparam name="T">A record, a class or a struct.</typeparam>
    /// <exception cref="ArgumentException">A parameter has no column, or a column's kind does not fit its member; all such columns are named.</exception>
    /// <exception cref="InvalidOperationException">A null for a member that cannot be null, or a value out of its range; the message names row and column.</exception>
    public IReadOnlyList<T> To<T>()
    {
        var table = Table;
        var rows = new T[table.Rows];
        if (ValueColumn.For(typeof(T)) is not null)
        {
            if (table.Columns.Length != 1) throw new ArgumentException($"One column can become {typeof(T).Name}. The frame has {table.Columns.Length}; pick one first.");
            var values = new RecordMapper<Single<T>>(new Table(new Schema([new Field("value", table.Columns[0].Kind)]), table.Columns, table.Rows));
            for (var row = 0; row < rows.Length; row++) rows[row] = values.Row(row).Value;
            return rows;
        }
        var mapper = new RecordMapper<T>(table);
        for (var row = 0; row < rows.Length; row++) rows[row] = mapper.Row(row);
        return rows;
    }

    private sealed record Single<T>(T Value);
}
