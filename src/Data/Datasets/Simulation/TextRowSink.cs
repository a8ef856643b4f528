namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Hands each row on as the strings a file would hold; "" is a missing value.</summary>
/// <param name="columns">Number of columns.</param>
/// <param name="take">Gets a row of its own each time.</param>
internal sealed class TextRowSink(int columns, Action<string[]> take) : RowSink
{
    private string[] _row = new string[columns];
    private int _column;

    public override void Text(string? value) => _row[_column++] = value ?? "";

    public override void Integer(long? value)
    {
        Span<byte> cell = stackalloc byte[CellText.Longest];
        Text(value is { } present ? CellText.ToText(cell[..CellText.Integer(present, cell)]) : "");
    }

    public override void Number(long scaled, int digits)
    {
        Span<byte> cell = stackalloc byte[CellText.Longest];
        Text(CellText.ToText(cell[..CellText.Number(scaled, digits, cell)]));
    }

    public override void Boolean(bool? value) => Text(value is { } present ? present ? "true" : "false" : "");

    public override void Date(int? day)
    {
        Span<byte> cell = stackalloc byte[CellText.Longest];
        Text(day is { } present ? CellText.ToText(cell[..CellText.Date(present, cell)]) : "");
    }

    public override void Time(int minute)
    {
        Span<byte> cell = stackalloc byte[CellText.Longest];
        Text(CellText.ToText(cell[..CellText.Time(minute, cell)]));
    }

    public override void Moment(int second)
    {
        Span<byte> cell = stackalloc byte[CellText.Longest];
        Text(CellText.ToText(cell[..CellText.Moment(second, cell)]));
    }

    public override void EndRow()
    {
        var row = _row;
        (_row, _column) = (new string[columns], 0);
        take(row);
    }
}
