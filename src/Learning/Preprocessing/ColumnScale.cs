namespace MarketingNotebooks.Learning.Preprocessing;

/// <summary>What to divide a column by.</summary>
internal static class ColumnScale
{
    /// <summary>The spread, or 1 where it is no more than rounding: dividing by it would blow noise up.</summary>
    public static double OrOne(double spread) => spread < 10 * Math.ScaleB(1, -52) ? 1 : spread;
}
