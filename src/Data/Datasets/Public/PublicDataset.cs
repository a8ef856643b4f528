using System.Text.RegularExpressions;

namespace MarketingNotebooks.Data.Datasets.Public;

/// <summary>A public data set: what it is, who gives it under which terms, and its files.</summary>
public sealed partial record PublicDataset
{
    /// <summary>Its short name, the folder in the cache too: small letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>The terms of its use.</summary>
    public required string Licence { get; init; }

    /// <summary>Who made it.</summary>
    public required string Origin { get; init; }

    /// <summary>Its files.</summary>
    public required IReadOnlyList<PublicFile> Files { get; init; }

    /// <summary>Size of all files, in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);

    /// <summary>What is wrong with the entry, a sentence each.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!FolderName().IsMatch(Name)) yield return $"The name '{Name}' must consist of small letters, digits, '_' and '-'.";
        if (Files.Count == 0) yield return $"'{Name}' has no files.";
        foreach (var file in Files)
        {
            if (!FileName().IsMatch(file.Name)) yield return $"'{Name}': the file name '{file.Name}' must consist of letters, digits, '.', '_' and '-', and not begin with '.'.";
            if (!file.Address.IsAbsoluteUri || file.Address.Scheme is not ("http" or "https")) yield return $"'{Name}': the address of {file.Name} must begin with https:// or http://.";
            if (file.Bytes < 0) yield return $"'{Name}': the size of {file.Name} must be ≥ 0 bytes. Got {file.Bytes}.";
            if (!Digest().IsMatch(file.Sha256)) yield return $"'{Name}': sha256 of {file.Name} must be 64 hexadecimal digits. Got '{file.Sha256}'.";
        }
        foreach (var twice in Files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return $"'{Name}' names the file {twice.Key} twice.";
    }

    [GeneratedRegex("^[a-z0-9_-]{1,64}$")]
    private static partial Regex FolderName();

    [GeneratedRegex("^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$")]
    private static partial Regex FileName();

    [GeneratedRegex("^[0-9A-Fa-f]{64}$")]
    private static partial Regex Digest();
}
