using System.Reflection;

namespace MarketingNotebooks;

/// <summary>What a notebook has in scope before its first cell; hosts pass it to their kernel.</summary>
public static class NotebookImports
{
    /// <summary>This assembly, which brings the whole library along.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [typeof(NotebookImports).Assembly];

    /// <summary>Namespaces opened in every cell.</summary>
    public static IReadOnlyList<string> Usings { get; } =
    [
        "MarketingNotebooks", "MarketingNotebooks.Numerics", "MarketingNotebooks.Data.Frames", "MarketingNotebooks.Data.Expressions",
        "MarketingNotebooks.Data.Sources", "MarketingNotebooks.Data.Datasets", "MarketingNotebooks.Learning.Clustering",
        "MarketingNotebooks.Learning.Evaluation", "MarketingNotebooks.Learning.Preprocessing", "MarketingNotebooks.Marketing.Segmentation",
        "MarketingNotebooks.Marketing.Cohorts", "MarketingNotebooks.Charts",
    ];

    /// <summary>Static classes whose members are in scope by their bare names: <c>Desc("revenue")</c>.</summary>
    public static IReadOnlyList<string> StaticUsings { get; } = ["MarketingNotebooks.Data.Frames.Sort"];
}
