namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>One feature, or one level of a feature, of one segment beside all customers.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Feature">Name of the column.</param>
/// <param name="Level">Null for numbers; else the value whose share is compared.</param>
/// <param name="Value">Mean in the segment, or the share of the segment's customers with the level. NaN where all values are missing.</param>
/// <param name="Average">The same of all customers.</param>
/// <param name="Difference">Value less average, in standard deviations of all customers. NaN where nothing varies.</param>
/// <param name="Ratio">Value over average: of a level, its lift. NaN where a number may be negative or the average is 0.</param>
/// <param name="PValue">Two-sided, against as many customers drawn at random: the test value for numbers (a normal approximation), Fisher's exact test
/// for levels.</param>
/// <param name="AdjustedPValue">Corrected by Benjamini and Hochberg for all comparisons of the profile.</param>
public sealed record SegmentDifference(string Segment, string Feature, string? Level, double Value, double Average, double Difference,
    double Ratio, double PValue, double AdjustedPValue);
