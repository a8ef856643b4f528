using System.Text;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Spells rows as CSV (RFC 4180, UTF-8, line feeds) while they are generated, and holds them until they are written.</summary>
internal sealed class CsvSink : RowSink
{
    private byte[] _buffer = new byte[1 << 16];
    private int _used;
    private bool _rowStarted;

    /// <summary>Adds the row of column names.</summary>
    public void Header(IReadOnlyList<ColumnNote> columns)
    {
        foreach (var column in columns) Text(column.Name);
        EndRow();
    }

    public override void Text(string? value)
    {
        Separate();
        if (string.IsNullOrEmpty(value)) return;
        Reserve(2 * Encoding.UTF8.GetMaxByteCount(value.Length) + 2);
        if (!value.AsSpan().ContainsAny(",\"\r\n"))
        {
            _used += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_used));
            return;
        }
        _used += Encoding.UTF8.GetBytes($"\"{value.Replace("\"", "\"\"")}\"", _buffer.AsSpan(_used));
    }

    public override void Integer(long? value)
    {
        Separate();
        if (value is { } present) _used += CellText.Integer(present, _buffer.AsSpan(_used));
    }

    public override void Number(long scaled, int digits)
    {
        Separate();
        _used += CellText.Number(scaled, digits, _buffer.AsSpan(_used));
    }

    public override void Boolean(bool? value)
    {
        Separate();
        if (value is { } present) _used += CellText.Boolean(present, _buffer.AsSpan(_used));
    }

    public override void Date(int? day)
    {
        Separate();
        if (day is { } present) _used += CellText.Date(present, _buffer.AsSpan(_used));
    }

    public override void Time(int minute)
    {
        Separate();
        _used += CellText.Time(minute, _buffer.AsSpan(_used));
    }

    public override void Moment(int second)
    {
        Separate();
        _used += CellText.Moment(second, _buffer.AsSpan(_used));
    }

    public override void EndRow()
    {
        Reserve(1);
        _buffer[_used++] = (byte)'\n';
        _rowStarted = false;
    }

    /// <summary>Writes everything held.</summary>
    public void WriteTo(Stream target) => target.Write(_buffer, 0, _used);

    private void Separate()
    {
        Reserve(1 + CellText.Longest);
        if (_rowStarted) _buffer[_used++] = (byte)',';
        _rowStarted = true;
    }

    private void Reserve(int bytes)
    {
        if (_used + bytes > _buffer.Length) Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _used + bytes));
    }
}
