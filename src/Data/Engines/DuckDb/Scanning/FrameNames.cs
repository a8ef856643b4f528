using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Scanning;

/// <summary>Whether SQL can tell a frame's columns apart.</summary>
internal static class FrameNames
{
    /// <summary>Throws when SQL cannot name the columns of a frame.</summary>
    /// <param name="frame">The frame's name.</param>
    /// <param name="schema">Its columns.</param>
    public static void Check(string frame, Schema schema)
    {
        if (schema.Count == 0) throw new DuckDbException($"Frame '{frame}' has no columns, so SQL cannot read it. Give it one, e.g. with With(…).");
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in schema.Names)
        {
            if (name.Contains('\0'))
                throw new DuckDbException($"Column '{name.Replace("\0", "\\0", StringComparison.Ordinal)}' of frame '{frame}' has a NUL character in its name, which SQL cannot write. Rename it.");
            if (!seen.TryAdd(name, name))
                throw new DuckDbException($"Columns '{seen[name]}' and '{name}' of frame '{frame}' differ only in case, which SQL does not tell apart. Rename one.");
        }
    }
}
