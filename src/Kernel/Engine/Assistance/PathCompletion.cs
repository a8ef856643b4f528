namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes paths of files, a segment at a time.</summary>
internal static class PathCompletion
{
    private const int MostEntries = 500;

    /// <summary>The files and folders that go on from what stands before the cursor.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="start">Where the path starts in it.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="folder">The folder it counts from.</param>
    /// <param name="extensions">The only extensions to show, or none for all. Folders are always shown.</param>
    public static Completions Complete(string text, int start, int cursor, string folder, params string[] extensions)
    {
        var path = text[start..cursor];
        var cut = path.LastIndexOf('/') + 1;
        var end = cursor;
        while (end < text.Length && text[end] is not ('/' or '"' or '\n' or '\r')) end++;
        var list = new CompletionList(path[cut..]);
        foreach (var entry in Entries(path[..cut], folder))
        {
            var isFolder = entry is DirectoryInfo;
            if (entry.Name.StartsWith('.') && !path[cut..].StartsWith('.')) continue;
            if (!isFolder && extensions.Length > 0 && !extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase)) continue;
            list.Add(new Completion(isFolder ? entry.Name + "/" : entry.Name, "path", null, null), Rank.Expected);
        }
        return list.ToCompletions(new Word(start + cut, end, path[cut..]));
    }

    // What cannot be read has nothing to offer.
    private static IReadOnlyList<FileSystemInfo> Entries(string path, string folder)
    {
        try
        {
            var place = new DirectoryInfo(Path.GetFullPath(path, folder));
            return place.Exists ? [.. place.EnumerateFileSystemInfos().Take(MostEntries)] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or System.Security.SecurityException)
        {
            return [];
        }
    }
}
