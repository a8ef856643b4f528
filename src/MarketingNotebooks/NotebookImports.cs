using System.Reflection;

namespace MarketingNotebooks;

/// <summary>What a notebook has in scope before its first cell; hosts pass it to their kernel.</summary>
public static class NotebookImports
{
    /// <summary>The library's assemblies, each named: a compiler leaves out references that this one does not use itself.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. new[] { "MarketingNotebooks", "MarketingNotebooks.Numerics", "MarketingNotebooks.Data", "MarketingNotebooks.Learning",
            "MarketingNotebooks.Marketing", "MarketingNotebooks.Charts" }.Select(Assembly.Load)];

    /// <summary>Namespaces opened in every cell: all that hold something public.</summary>
    public static IReadOnlyList<string> Usings { get; } =
        [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Select(type => type.Namespace).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Static classes whose members are in scope by their bare names: <c>Desc("revenue")</c>, <c>Sql($"…")</c>.</summary>
    public static IReadOnlyList<string> StaticUsings { get; } = ["MarketingNotebooks.Data.Frames.Sort", "MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions"];
}
