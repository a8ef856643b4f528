using System.Collections.Concurrent;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>Folders in which databases keep what does not fit into memory: one each, since DuckDB names the files in it alike in all databases.</summary>
internal static class SpillFolder
{
    private static readonly ConcurrentBag<string> Folders = [];
    private static int _last;

    static SpillFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();

    /// <summary>A folder for a database; DuckDB makes it when needed and removes it when the database is closed, else the end of the process does.</summary>
    /// <param name="parent">The folder it lies in; made when absent.</param>
    public static string In(string parent)
    {
        try
        {
            Directory.CreateDirectory(parent);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DuckDbException($"DuckDbOptions.TempFolder {parent} cannot be made: {error.Message.TrimEnd('.')}. Name a folder that this user may write to.", error);
        }
        var folder = Path.Combine(Path.GetFullPath(parent), $"marketing-notebooks-sql-{Environment.ProcessId}-{Interlocked.Increment(ref _last)}");
        Folders.Add(folder);
        return folder;
    }

    private static void Remove()
    {
        foreach (var folder in Folders)
        {
            try
            {
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A file that is still open on Windows stays until the system clears its temporary files.
            }
        }
    }
}
