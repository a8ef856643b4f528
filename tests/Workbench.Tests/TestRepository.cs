namespace MarketingNotebooks.Workbench.Tests;

/// <summary>The clone these tests were built from.</summary>
internal static class TestRepository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MarketingNotebooks.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run inside a clone.");
    }
}
