using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Several delimited text files as one frame.</summary>
internal static class CsvFolder
{
    private static readonly string[] Endings = [".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz"];

    /// <summary>The files below each other, columns matched by name.</summary>
    /// <param name="pattern">A folder, or a path whose last parts may hold <c>*</c>, <c>?</c> and <c>**</c>.</param>
    /// <param name="fileColumn">The new column of file names, or null for none.</param>
    /// <param name="options">How each is read.</param>
    /// <param name="progress">Told the share of files read.</param>
    /// <param name="token">Stops the reading.</param>
    public static DataFrame Read(string pattern, string? fileColumn, CsvOptions options, IProgress<double>? progress, CancellationToken token)
    {
        var (root, files) = Find(pattern);
        var frames = new DataFrame[files.Count];
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i] = DataFrame.ReadCsv(files[i], options, null, token);
            progress?.Report((i + 1.0) / frames.Length);
        }
        var kinds = Kinds(frames);
        for (var i = 0; i < frames.Length; i++) frames[i] = Fitted(frames[i], files[i], kinds, options, token);
        var named = frames.Select((frame, i) => Named(frame, fileColumn, Path.GetRelativePath(root, files[i]).Replace('\\', '/'))).ToArray();
        var rejects = frames.Select((frame, i) => frame.Rejects.With(("file", _ => Path.GetRelativePath(root, files[i]).Replace('\\', '/')))).Where(frame => frame.RowCount > 0).ToArray();
        return new DataFrame(new ScanNode(Below(named).Table, $"{pattern}, {files.Count} files", rejects.Length == 0 ? null : Below(rejects)));
    }

    /// <summary>The kind that each column gets when all files are seen: integers beside numbers are numbers, what does not go together is text.
    /// A column without values says nothing.</summary>
    private static Dictionary<string, ColumnKind> Kinds(DataFrame[] frames)
    {
        var kinds = new Dictionary<string, ColumnKind>(StringComparer.Ordinal);
        foreach (var frame in frames)
        {
            foreach (var field in frame.Schema)
            {
                if (frame[field.Name].NullCount == frame.RowCount) continue;
                kinds[field.Name] = !kinds.TryGetValue(field.Name, out var before) || before == field.Kind ? field.Kind
                    : before.IsNumeric() && field.Kind.IsNumeric() ? ColumnKind.Number : ColumnKind.Text;
            }
        }
        return kinds;
    }

    /// <summary>A frame whose columns have the kinds of all; where one becomes text the file is read again, so that its texts stay as they are written.</summary>
    private static DataFrame Fitted(DataFrame frame, string file, Dictionary<string, ColumnKind> kinds, CsvOptions options, CancellationToken token)
    {
        var differing = frame.Schema.Where(field => kinds.TryGetValue(field.Name, out var kind) && kind != field.Kind).Select(field => field.Name).ToList();
        if (differing.Count == 0) return frame;
        if (differing.Any(name => kinds[name] == ColumnKind.Text))
            frame = DataFrame.ReadCsv(file, options with { Kinds = new Dictionary<string, ColumnKind>(options.Kinds.Concat(differing
                .Where(name => kinds[name] == ColumnKind.Text && !options.Kinds.ContainsKey(name)).Select(name => KeyValuePair.Create(name, ColumnKind.Text)))) }, null, token);
        return frame.With([.. differing.Where(name => frame.Schema[name].Kind != kinds[name]).Select(name =>
            (name, (Func<ColumnScope, Expr>)(c => frame[name].NullCount == frame.RowCount ? new LiteralExpr(kinds[name], null) : c[name].TryCast(kinds[name]))))]);
    }

    private static DataFrame Named(DataFrame frame, string? column, string file)
    {
        if (column is null) return frame;
        if (frame.Schema.Contains(column)) throw new CsvException($"{file} has a column '{column}' itself. Choose another name with fileColumn, or null for none.");
        return frame.With((column, _ => file));
    }

    /// <summary>Frames below each other, joined as a tournament: each row is copied O(log frames) times.</summary>
    private static DataFrame Below(DataFrame[] frames)
    {
        while (frames.Length > 1)
            frames = [.. frames.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : pair[0].Union(pair[1], UnionColumns.Fill).Collect())];
        return frames[0].Collect();
    }

    /// <summary>The files, in the order of their paths, and the folder that they are named from.</summary>
    private static (string Root, List<string> Files) Find(string pattern)
    {
        var isFolder = Directory.Exists(pattern);
        var parts = isFolder ? [pattern] : pattern.Replace('\\', '/').Split('/');
        var fixedParts = isFolder ? 1 : Array.FindIndex(parts, part => part.AsSpan().IndexOfAny('*', '?') >= 0);
        if (fixedParts < 0) return (Path.GetDirectoryName(Path.GetFullPath(pattern))!, [pattern]);
        var root = string.Join('/', parts[..fixedParts]) is { Length: > 0 } path ? path : pattern.StartsWith('/') ? "/" : ".";
        if (!Directory.Exists(root)) throw new CsvException($"The folder {root} of the pattern {pattern} does not exist: the current folder is {Directory.GetCurrentDirectory()}.");
        var wanted = isFolder ? null : string.Join('/', parts[fixedParts..]);
        var files = Directory.EnumerateFiles(root, "*", wanted is null || !wanted.Contains('/') ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file)[0] != '.' && (wanted is null ? Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                : Matches(Path.GetRelativePath(root, file).Replace('\\', '/'), wanted)))
            .Order(StringComparer.Ordinal).ToList();
        if (files.Count > 0) return (root, files);
        var present = Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName).Order(StringComparer.Ordinal).Take(8).ToList();
        throw new CsvException(isFolder ? $"The folder {pattern} holds no delimited text files ({string.Join(", ", Endings)}). Name other files by a pattern, such as {pattern}/*.dat."
            : $"No file fits {pattern}. {(present.Count == 0 ? $"The folder {root} is empty." : $"The folder {root} holds {string.Join(", ", present)}.")}");
    }

    private static bool Matches(string path, string pattern)
    {
        var regex = System.Text.RegularExpressions.Regex.Escape(pattern).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.IsMatch(path, $"^{regex}$", System.Text.RegularExpressions.RegexOptions.CultureInvariant);
    }
}
