namespace MarketingNotebooks.Charts;

/// <summary>Colours that people with any colour vision tell apart, on both backgrounds.</summary>
/// <remarks>The hues of Okabe and Ito (2008), "Color Universal Design". Several of theirs are too pale for a white page or too close to
/// each other once drawn on black, so lightness and hue were moved until each has a contrast of at least 3 : 1 with its background
/// (WCAG 2.2, 1.4.11) and each pair stays at least 14 apart in CIELAB under simulated protanopia, deuteranopia and tritanopia
/// (Machado, Oliveira and Fernandes 2009). Entry i of one palette stands for entry i of the other.</remarks>
public static class Palette
{
    /// <summary>Eight colours for a white background, in order of use: blue, vermillion, green, purple, sky, brown, olive, black.</summary>
    public static IReadOnlyList<string> Light { get; } =
        ["#0072B2", "#D55E00", "#059048", "#C06C9B", "#1797E1", "#7C4228", "#695801", "#333333"];

    /// <summary>The same eight for a dark background.</summary>
    public static IReadOnlyList<string> Dark { get; } =
        ["#56B4E9", "#E69F00", "#0FD890", "#B84A92", "#217ECE", "#C74F01", "#E5CA64", "#E6E6E6"];

    /// <summary>The grey of what is not the point: reference lines, "other", background bars. Contrast of at least 3 : 1 with both backgrounds.</summary>
    public const string Grey = "#808891";

    /// <summary>Low to high on a white background, even steps in lightness: the dark part of viridis (van der Walt and Smith 2015), from green to
    /// purple. The more, the further from the background; the least still has a contrast of 3 : 1, where viridis whole would end in a yellow of 1.3 : 1.</summary>
    public static IReadOnlyList<string> SequentialLight { get; } = ["#1F9E89", "#26828E", "#31688E", "#3E4A89", "#482878", "#440154"];

    /// <summary>Low to high on a dark background: the bright part of viridis, from blue to yellow. The more, the brighter; the least has a contrast
    /// of 3 : 1, where viridis whole would begin with a purple of 1.2 : 1.</summary>
    public static IReadOnlyList<string> SequentialDark { get; } = ["#2A788E", "#21908C", "#22A884", "#43BF71", "#7AD151", "#BBDF27", "#FDE725"];

    /// <summary>Below and above a middle on a white background: Paul Tol's "sunset" (2021), blue to red without green. The pale middle says that
    /// there is nothing to see; points so coloured get an outline.</summary>
    public static IReadOnlyList<string> DivergingLight { get; } =
        ["#364B9A", "#4A7BB7", "#6EA6CD", "#98CAE1", "#C2E4EF", "#EAECCC", "#FEDA8B", "#FDB366", "#F67E4B", "#DD3D2D", "#A50026"];

    /// <summary>The same on a dark background, without its darkest ends: every colour has a contrast of at least 3 : 1.</summary>
    public static IReadOnlyList<string> DivergingDark { get; } = [.. DivergingLight.Skip(1).SkipLast(1)];

    /// <summary>Most categories that get a colour of their own; the rest becomes "other".</summary>
    public const int MaxCategories = 8;
}
