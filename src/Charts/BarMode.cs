namespace MarketingNotebooks.Charts;

/// <summary>How bars of several colours at one place stand.</summary>
public enum BarMode
{
    /// <summary>Side by side: compares colours.</summary>
    Grouped,

    /// <summary>On top of each other: shows the total.</summary>
    Stacked,

    /// <summary>Stacked to 100 %: shows shares.</summary>
    Share,

    /// <summary>Over each other, half transparent: compares the shapes of two or three histograms.</summary>
    Overlaid,
}
