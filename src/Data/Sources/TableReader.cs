using System.Data;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Reads the rows of a database reader into columns.</summary>
internal static class TableReader
{
    /// <summary>All rows from where the reader stands; it is not closed.</summary>
    public static DataFrame Read(IDataReader reader, CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        var columns = new ValueColumn[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++)
        {
            if (ValueColumn.For(reader.GetFieldType(i)) is { } column) columns[i] = column;
            else wrong.Add($"Column '{reader.GetName(i)}' holds {reader.GetFieldType(i).Name}, which no frame holds. Leave it out or convert it in the query.");
        }
        if (wrong.Count > 0) throw new ArgumentException(string.Join(" ", wrong), nameof(reader));
        var rows = 0;
        while (reader.Read())
        {
            if ((++rows & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++) columns[i].Add(reader.IsDBNull(i) ? null : reader.GetValue(i));
        }
        var names = HeaderSniffer.Names([.. Enumerable.Range(0, columns.Length).Select(reader.GetName)], columns.Length);
        return DataFrame.FromColumns([.. columns.Select((column, i) => (names[i], column.Build()))]);
    }
}
