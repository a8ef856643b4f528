namespace MarketingNotebooks.Charts.Segmentation;

/// <summary>How a cluster is called and coloured: by its label, so that every chart of one clustering shows it alike.</summary>
internal static class ClusterLook
{
    /// <summary>Shapes by how often the palette has been used up.</summary>
    private static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up"];

    /// <summary>The given name, else "noise" below 0 and "cluster 0", "cluster 1", … above.</summary>
    public static string Name(int label, IReadOnlyList<string>? names) =>
        label < 0 ? "noise" : names is not null && label < names.Count ? names[label] : $"cluster {label}";

    /// <summary>A palette colour; grey below 0. From the ninth label on colours repeat.</summary>
    public static string Color(int label) => label < 0 ? Palette.Grey : Template.Light.Colors[label % Template.Light.Colors.Count];

    /// <summary>A shape that changes where colours repeat.</summary>
    public static string Symbol(int label) => label < 0 ? "x" : Symbols[label / Template.Light.Colors.Count % Symbols.Length];
}
