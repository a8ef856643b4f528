using System.Text;

namespace MarketingNotebooks.Numerics;

public sealed partial class Matrix
{
    private const int ShownRows = 10, ShownColumns = 12;

    /// <summary>The shape and an aligned table of the first rows and columns, values to six significant digits.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"Matrix {Rows} × {Columns}");
        var rows = Math.Min(Rows, ShownRows);
        var columns = Math.Min(Columns, ShownColumns);
        if (rows == 0 || columns == 0) return text.ToString();

        var cells = new string[rows + 1, columns];
        var widths = new int[columns];
        var first = ColumnNames.IsEmpty ? 1 : 0;
        for (var j = 0; j < columns; j++)
        {
            cells[0, j] = ColumnName(j);
            for (var i = 0; i < rows; i++) cells[i + 1, j] = this[i, j].ToString("G6");
            for (var i = first; i <= rows; i++) widths[j] = Math.Max(widths[j], cells[i, j].Length);
        }
        for (var i = first; i <= rows; i++)
        {
            text.Append('\n');
            for (var j = 0; j < columns; j++) text.Append(j == 0 ? "" : "  ").Append(cells[i, j].PadLeft(widths[j]));
            if (columns < Columns) text.Append("  …");
        }
        if (rows < Rows) text.Append($"\n… {Rows - rows:N0} more rows");
        return text.ToString();
    }
}
