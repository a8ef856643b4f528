namespace MarketingNotebooks.Data.Expressions;

public abstract partial class Expr
{
    /// <summary>The value some rows before in the window's order, null included; null where there is no such row.</summary>
    /// <param name="rows">How many. Range: ≥ 0. Default: 1.</param>
    public WindowFunction Lag(int rows = 1) => new(WindowKind.Lag, this, Offset(rows));

    /// <summary>The value some rows after in the window's order, null included; null where there is no such row.</summary>
    /// <param name="rows">How many. Range: ≥ 0. Default: 1.</param>
    public WindowFunction Lead(int rows = 1) => new(WindowKind.Lead, this, Offset(rows));

    /// <summary>The value of the frame's first row, null included. Default frame: the whole partition.</summary>
    public WindowFunction FirstValue() => new(WindowKind.FirstValue, this);

    /// <summary>The value of the frame's last row, null included. Default frame: the whole partition.</summary>
    public WindowFunction LastValue() => new(WindowKind.LastValue, this);

    /// <summary>The value of this row, or of the nearest row before that has one: fills gaps forward.</summary>
    public WindowFunction LastKnown() => new(WindowKind.LastKnown, this);

    /// <summary>Sum over the frame, nulls passed over. Default frame: the whole partition.</summary>
    public WindowFunction Sum() => new(WindowKind.Sum, this);

    /// <summary>Mean over the frame, nulls passed over. Default frame: the whole partition.</summary>
    public WindowFunction Mean() => new(WindowKind.Mean, this);

    /// <summary>Least value of the frame, nulls passed over. Default frame: the whole partition.</summary>
    public WindowFunction Min() => new(WindowKind.Min, this);

    /// <summary>Greatest value of the frame, nulls passed over. Default frame: the whole partition.</summary>
    public WindowFunction Max() => new(WindowKind.Max, this);

    /// <summary>Number of rows with a value in the frame. Default frame: the whole partition.</summary>
    public WindowFunction Count() => new(WindowKind.Count, this);

    /// <summary>Sample standard deviation (n − 1) over the frame; null for fewer than two values. Default frame: the whole partition.</summary>
    public WindowFunction StdDev() => new(WindowKind.StdDev, this);

    /// <summary>Sum from the partition's first row to this one; rows that tie count one after the other.</summary>
    public WindowFunction RunningSum() => Sum().Rows(RowFrame.Running);

    /// <summary>Mean from the partition's first row to this one.</summary>
    public WindowFunction RunningMean() => Mean().Rows(RowFrame.Running);

    /// <summary>Least value from the partition's first row to this one.</summary>
    public WindowFunction RunningMin() => Min().Rows(RowFrame.Running);

    /// <summary>Greatest value from the partition's first row to this one.</summary>
    public WindowFunction RunningMax() => Max().Rows(RowFrame.Running);

    /// <summary>Number of values from the partition's first row to this one.</summary>
    public WindowFunction RunningCount() => Count().Rows(RowFrame.Running);

    /// <summary>Sum over this row and those before it, fewer at the partition's start.</summary>
    /// <param name="rows">How many rows in all. Range: ≥ 1.</param>
    public WindowFunction MovingSum(int rows) => Sum().Rows(RowFrame.Last(rows));

    /// <summary>Mean over this row and those before it, fewer at the partition's start.</summary>
    /// <param name="rows">How many rows in all. Range: ≥ 1.</param>
    public WindowFunction MovingMean(int rows) => Mean().Rows(RowFrame.Last(rows));

    /// <summary>Least value of this row and those before it, fewer at the partition's start.</summary>
    /// <param name="rows">How many rows in all. Range: ≥ 1.</param>
    public WindowFunction MovingMin(int rows) => Min().Rows(RowFrame.Last(rows));

    /// <summary>Greatest value of this row and those before it, fewer at the partition's start.</summary>
    /// <param name="rows">How many rows in all. Range: ≥ 1.</param>
    public WindowFunction MovingMax(int rows) => Max().Rows(RowFrame.Last(rows));

    /// <summary>Sample standard deviation over this row and those before it, fewer at the partition's start.</summary>
    /// <param name="rows">How many rows in all. Range: ≥ 1.</param>
    public WindowFunction MovingStdDev(int rows) => StdDev().Rows(RowFrame.Last(rows));

    private static int Offset(int rows) =>
        rows >= 0 ? rows : throw new ArgumentOutOfRangeException(nameof(rows), $"Lag and Lead take 0 or more rows. Got {rows}. Use the other one.");
}
