namespace MarketingNotebooks.Data.Tests.Datasets;

/// <summary>The repository's committed data folder.</summary>
internal static class Committed
{
    public static string Folder { get; } = Find();

    public static string Csv(string table) => Path.Combine(Folder, $"{table}.csv");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MarketingNotebooks.sln"))) return Path.Combine(folder.FullName, "data");
        throw new DirectoryNotFoundException("The tests must run inside the repository.");
    }
}
