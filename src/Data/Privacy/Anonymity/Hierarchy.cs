using System.Globalization;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>How a value becomes coarser, level by level: level 0 is the value itself, the last level is <see cref="Any"/>. Immutable.</summary>
public abstract class Hierarchy
{
    /// <summary>What every value becomes at the last level.</summary>
    public const string Any = "*";

    /// <summary>Number of the last level. ≥ 1.</summary>
    public abstract int Height { get; }

    /// <summary>Numbers in bins of a width that grows with the level: <c>Bins(5, 10)</c> makes 1987 <c>[1985, 1990)</c>, then <c>[1980, 1990)</c>, then *.</summary>
    /// <param name="widths">Width of the bins of levels 1, 2, …, each above 0 and a multiple of the one before, so that coarser bins hold finer ones.</param>
    /// <exception cref="ArgumentException">No width, or one that is not such a multiple.</exception>
    public static Hierarchy Bins(params double[] widths) => new BinHierarchy(widths);

    /// <summary>Dates as month, quarter, year, decade, then *. Values are dates as a frame shows them, <c>1987-03-14</c>.</summary>
    public static Hierarchy Dates { get; } = new DateHierarchy();

    /// <summary>The first characters of a code, such as a postcode: <c>Prefix(3, 2)</c> makes 10115 <c>101**</c>, then <c>10***</c>, then *.</summary>
    /// <param name="lengths">Characters kept at levels 1, 2, …: at least 1, each fewer than the one before.</param>
    /// <exception cref="ArgumentException">No length, or they do not fall.</exception>
    public static Hierarchy Prefix(params int[] lengths) => new PrefixHierarchy(lengths);

    /// <summary>Categories under wider ones: <c>Tree(("DE", "Europe"), ("FR", "Europe"), ("CN", "Asia"))</c>. Wider ones may stand under still wider ones.</summary>
    /// <param name="edges">Child and parent; each child once, no circles. What has no parent stands under *.</param>
    /// <exception cref="ArgumentException">A child occurs twice, or edges form a circle.</exception>
    public static Hierarchy Tree(params (string Child, string Parent)[] edges) => new TreeHierarchy(edges);

    /// <summary>A value at a level.</summary>
    /// <param name="value">As a frame shows it.</param>
    /// <param name="level">Range: 0 to <see cref="Height"/>.</param>
    /// <exception cref="ArgumentException">The level is out of range, or the value does not fit the hierarchy.</exception>
    public string Generalize(string value, int level)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (level < 0 || level > Height) throw new ArgumentException($"The hierarchy has levels 0 to {Height}. Got {level}.", nameof(level));
        return level == 0 ? value : level == Height ? Any : Coarser(value, level);
    }

    private protected abstract string Coarser(string value, int level);

    private protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
