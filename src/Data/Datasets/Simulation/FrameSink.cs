using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Collects rows into a frame; its cells equal those read back from the file.</summary>
internal sealed class FrameSink(IReadOnlyList<ColumnNote> columns) : RowSink
{
    private static readonly long Origin = Times.FromDateTime(Period.Start.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    private readonly Cells[] _cells = [.. columns.Select(column => new Cells(column.Type))];
    private int _column;

    public override void Text(string? value) => Next().Texts.Add(string.IsNullOrEmpty(value) ? null : value);

    public override void Integer(long? value) => Next().Add(value);

    // One division of two exact integers is the double nearest to the decimal, as a parser gives it.
    public override void Number(long scaled, int digits) => Next().Doubles.Add(scaled / PowerOfTen(digits));

    public override void Boolean(bool? value) => Next().Add(value);

    public override void Date(int? day) => Next().Add(day is { } present ? Origin + present * Times.Day : null);

    public override void Time(int minute) => Next().Add(Origin + minute * Times.Minute);

    public override void Moment(int second) => Next().Add(Origin + second * Times.Second);

    public override void EndRow() => _column = 0;

    /// <summary>The frame of all rows so far.</summary>
    public DataFrame Build() => DataFrame.FromColumns([.. columns.Select((column, i) => (column.Name, _cells[i].Build()))]);

    private Cells Next() => _cells[_column++];

    private static double PowerOfTen(int digits)
    {
        var power = 1L;
        for (var i = 0; i < digits; i++) power *= 10;
        return power;
    }

    private sealed class Cells(CellType type)
    {
        private readonly List<long> _longs = [];
        private readonly List<bool> _flags = [];
        private readonly List<bool> _valid = [];

        public TextBuilder Texts { get; } = new();

        public List<double> Doubles { get; } = [];

        public void Add(long? value)
        {
            _longs.Add(value ?? 0);
            _valid.Add(value is not null);
        }

        public void Add(bool? value)
        {
            _flags.Add(value ?? false);
            _valid.Add(value is not null);
        }

        public Column Build() => type switch
        {
            CellType.Text => Texts.Build(),
            CellType.Number => new Column<double>(ColumnKind.Number, [.. Doubles]),
            CellType.Boolean => new Column<bool>(ColumnKind.Boolean, [.. _flags], Validity.FromFlags([.. _valid])),
            CellType.Integer => new Column<long>(ColumnKind.Integer, [.. _longs], Validity.FromFlags([.. _valid])),
            _ => new Column<long>(ColumnKind.Timestamp, [.. _longs], Validity.FromFlags([.. _valid])),
        };
    }
}
