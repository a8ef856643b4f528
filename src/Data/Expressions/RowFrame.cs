namespace MarketingNotebooks.Data.Expressions;

/// <summary>Which rows around the current one a window function sees, counted in rows of the window's order, as SQL's ROWS BETWEEN.</summary>
/// <remarks>Rows before the partition's first and after its last do not exist: frames at the ends are shorter. A frame without rows gives null (counts 0).</remarks>
public readonly record struct RowFrame
{
    /// <summary>From some rows before or after to some rows before or after.</summary>
    /// <param name="from">First row, relative to the current one: −6 is six rows before. Null: the partition's first row.</param>
    /// <param name="to">Last row, relative to the current one: 0 is the current one. Null: the partition's last row.</param>
    /// <exception cref="ArgumentException">The frame ends before it starts.</exception>
    public RowFrame(int? from, int? to)
    {
        if (from > to) throw new ArgumentException($"A frame must not end before it starts. Got rows {from} to {to}. Swap them.");
        (From, To) = (from, to);
    }

    /// <summary>First row, relative to the current one; null: the partition's first row.</summary>
    public int? From { get; }

    /// <summary>Last row, relative to the current one; null: the partition's last row.</summary>
    public int? To { get; }

    /// <summary>The whole partition.</summary>
    public static RowFrame All => default;

    /// <summary>From the partition's first row to the current one.</summary>
    public static RowFrame Running => new(null, 0);

    /// <summary>The current row and those before it, so many in all.</summary>
    /// <param name="rows">Range: ≥ 1.</param>
    public static RowFrame Last(int rows) => rows >= 1 ? new(1 - rows, 0)
        : throw new ArgumentOutOfRangeException(nameof(rows), $"A moving window takes at least 1 row. Got {rows}.");

    /// <summary>The frame as SQL's words.</summary>
    public override string ToString() => (From, To) == (null, null) ? "all rows" : $"rows {Side(From, "first")} to {Side(To, "last")}";

    private static string Side(int? offset, string end) => offset switch { null => end, 0 => "current", > 0 => $"+{offset}", _ => $"{offset}" };
}
