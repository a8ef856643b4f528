using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>What one column holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Rows">Rows of the frame.</param>
/// <param name="Missing">Rows without a value; NaN counts as missing.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="DistinctIsExact">False when <paramref name="Distinct"/> is an estimate with a standard error of 0.8 %.</param>
/// <param name="Top">The most frequent values as text, with their rows; empty where distinct values were only estimated.</param>
/// <param name="Numbers">Of integers, numbers and durations (in seconds); else null.</param>
/// <param name="Texts">Of text; else null.</param>
/// <param name="Times">Of timestamps; else null.</param>
public sealed record ColumnProfile(string Name, ColumnKind Kind, int Rows, int Missing, long Distinct, bool DistinctIsExact,
    ImmutableArray<(string Value, long Rows)> Top, NumberProfile? Numbers, TextProfile? Texts, TimeProfile? Times)
{
    /// <summary>Rows with a value.</summary>
    public int Values => Rows - Missing;
}

/// <summary>How numbers are distributed. Infinities count in <paramref name="Infinite"/> alone.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StdDev">Sample standard deviation.</param>
/// <param name="Skewness">Population skewness; NaN for equal values.</param>
/// <param name="Quantiles">At the shares 0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1, exact, interpolated linearly (type 7).</param>
/// <param name="Zeros">Values of 0.</param>
/// <param name="Negatives">Values below 0.</param>
/// <param name="Infinite">Infinite values.</param>
/// <param name="IqrOutliers">Values beyond 1.5 interquartile ranges from the quartiles (Tukey 1977).</param>
/// <param name="MadOutliers">Values beyond 3.5 · 1.4826 median absolute deviations from the median; 0 where that is 0.</param>
/// <param name="Histogram">Values in bars of equal width from least to greatest.</param>
public sealed record NumberProfile(double Mean, double StdDev, double Skewness, ImmutableArray<double> Quantiles, int Zeros, int Negatives, int Infinite,
    int IqrOutliers, int MadOutliers, ImmutableArray<int> Histogram)
{
    /// <summary>Least value.</summary>
    public double Min => Quantiles[0];

    /// <summary>Median.</summary>
    public double Median => Quantiles[4];

    /// <summary>Greatest value.</summary>
    public double Max => Quantiles[^1];
}

/// <summary>What texts look like.</summary>
/// <param name="MinLength">Fewest UTF-16 code units.</param>
/// <param name="MeanLength">Mean number of code units.</param>
/// <param name="MaxLength">Most code units.</param>
/// <param name="Empty">Rows with an empty text.</param>
/// <param name="Untrimmed">Rows whose text has white space at an end.</param>
/// <param name="Patterns">Shapes, most frequent first: A and a for runs of letters, 9 for runs of digits, 字 for runs of Chinese, Japanese or Korean, other signs as they are.</param>
public sealed record TextProfile(int MinLength, double MeanLength, int MaxLength, int Empty, int Untrimmed, ImmutableArray<(string Pattern, long Rows)> Patterns);

/// <summary>What span of time instants cover.</summary>
/// <param name="First">The earliest.</param>
/// <param name="Last">The latest.</param>
/// <param name="Days">Different days with a row.</param>
/// <param name="EmptyDays">Days between first and last without a row.</param>
/// <param name="LongestGap">Most days in a row without a row.</param>
/// <param name="GapStart">The first day of that gap; null when there is none.</param>
public sealed record TimeProfile(DateTime First, DateTime Last, int Days, long EmptyDays, long LongestGap, DateTime? GapStart);
