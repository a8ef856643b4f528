namespace MarketingNotebooks.Charts;

/// <summary>Charts in one call, from a frame and the names of its columns or from sequences.</summary>
/// <remarks>Every chart has a title (give one that states the finding; else it is written from the columns), axis labels with units
/// (<c>xUnit: "days"</c> gives "recency (days)"), alt text, colours that any eye tells apart, and a footnote on rows it leaves out.
/// Colour by a column of text, booleans or few integers gives categories (at most eight, the rarest become "other"), by other numbers a
/// continuous scale with a colour bar. Column names are checked; no type argument is ever needed.</remarks>
public static partial class Chart;
