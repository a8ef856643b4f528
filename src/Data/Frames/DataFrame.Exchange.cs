using System.Data;
using System.Data.Common;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>A frame of all rows that a database reader still has; the reader stays open. With <see cref="ToDataReader"/> the way to and from
    /// other data frame libraries and databases.</summary>
    /// <param name="reader">Columns of the types that <see cref="From{T}"/> takes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">A column has a type that no frame holds; all such columns are named.</exception>
    public static DataFrame FromReader(IDataReader reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return TableReader.Read(reader, cancellationToken);
    }

    /// <summary>A frame of a <see cref="DataTable"/>'s rows; deleted ones are left out.</summary>
    /// <param name="table">Columns of the types that <see cref="From{T}"/> takes.</param>
    /// <exception cref="ArgumentException">A column has a type that no frame holds; all such columns are named.</exception>
    public static DataFrame FromDataTable(DataTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Columns.Count == 0) return FromColumns();
        using var reader = table.CreateDataReader();
        return TableReader.Read(reader, default);
    }

    /// <summary>The rows as a database reader, with a schema. Runs the plan.</summary>
    /// <remarks>Booleans are <see cref="bool"/>, integers <see cref="long"/>, numbers <see cref="double"/>, text <see cref="string"/>, timestamps UTC
    /// <see cref="DateTime"/>, durations <see cref="TimeSpan"/>; nulls are <see cref="DBNull"/>.</remarks>
    public DbDataReader ToDataReader() => new FrameDataReader(Table);

    /// <summary>The rows as a <see cref="DataTable"/>, with the types of <see cref="ToDataReader"/>. Runs the plan.</summary>
    /// <param name="name">The table's name. Default: none.</param>
    public DataTable ToDataTable(string name = "")
    {
        var source = Table;
        var table = new DataTable(name);
        foreach (var field in source.Schema)
        {
            var column = table.Columns.Add(field.Name, FrameDataReader.TypeOf(field.Kind));
            if (field.Kind == ColumnKind.Timestamp) column.DateTimeMode = DataSetDateTime.Utc;
        }
        table.BeginLoadData();
        var values = new object[source.Columns.Length];
        for (var row = 0; row < source.Rows; row++)
        {
            for (var i = 0; i < values.Length; i++) values[i] = source.Columns[i][row] ?? DBNull.Value;
            table.LoadDataRow(values, fAcceptChanges: true);
        }
        table.EndLoadData();
        return table;
    }

    /// <summary>The first rows as an HTML table, as notebooks show it. Runs the plan.</summary>
    /// <param name="rows">Most rows shown. Range: ≥ 0. Default: 20.</param>
    public string ToHtml(int rows = 20) => HtmlTable.Render(this, rows);
}
