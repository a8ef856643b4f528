using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>The names of RFM segments: a grid of recency score by value score, the mean of frequency and monetary score, halves up.</summary>
/// <remarks><code>
///               value 1          2                    3                    4              5
/// recency 5     New              New                  Potential loyalists  Champions      Champions
/// recency 4     Promising        Promising            Potential loyalists  Loyal          Champions
/// recency 3     About to sleep   About to sleep       Need attention       Loyal          Loyal
/// recency 2     Hibernating      Hibernating          At risk              At risk        Cannot lose
/// recency 1     Lost             Hibernating          At risk              At risk        Cannot lose
/// </code>
/// The names are in common use; the borders between them are a convention, not a finding. Check them against what each segment then
/// does.</remarks>
public static class RfmSegments
{
    private static readonly string[][] _grid =
    [
        ["Lost", "Hibernating", "At risk", "At risk", "Cannot lose"],
        ["Hibernating", "Hibernating", "At risk", "At risk", "Cannot lose"],
        ["About to sleep", "About to sleep", "Need attention", "Loyal", "Loyal"],
        ["Promising", "Promising", "Potential loyalists", "Loyal", "Champions"],
        ["New", "New", "Potential loyalists", "Champions", "Champions"],
    ];

    /// <summary>Every segment's name, best first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Champions", "Loyal", "Potential loyalists", "New", "Promising", "Need attention", "About to sleep", "Cannot lose", "At risk",
        "Hibernating", "Lost",
    ];

    /// <summary>The segment of a customer's scores.</summary>
    /// <param name="r">Recency score. Range: 1 to 5, 5 for the most recent.</param>
    /// <param name="f">Frequency score. Range: 1 to 5.</param>
    /// <param name="m">Monetary score. Range: 1 to 5.</param>
    /// <exception cref="ArgumentException">A score is outside its range.</exception>
    public static string Name(int r, int f, int m)
    {
        if (r is < 1 or > 5 || f is < 1 or > 5 || m is < 1 or > 5)
            throw new ArgumentException($"RFM scores must be in [1, 5]. Got {r}, {f}, {m}.");
        return _grid[r - 1][(f + m + 1) / 2 - 1];
    }

    /// <summary>The segment as a formula; null where a score is null or outside its range.</summary>
    /// <param name="r">Recency score, an integer.</param>
    /// <param name="f">Frequency score, an integer.</param>
    /// <param name="m">Monetary score, an integer.</param>
    public static Expr Name(Expr r, Expr f, Expr m)
    {
        var value = (f + m + 1).DivideWhole(2);
        var cells = _grid.SelectMany((row, i) => row.Select((name, j) => (Is: r == i + 1 & value == j + 1, Name: name))).ToList();
        return cells.Skip(1).Aggregate(Expr.When(cells[0].Is, cells[0].Name), (choice, cell) => choice.When(cell.Is, cell.Name)).End();
    }
}
