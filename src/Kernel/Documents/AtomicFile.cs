using System.Text;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>Writes a whole file or nothing: a temporary file beside it, then a rename.</summary>
public static class AtomicFile
{
    /// <summary>Replaces <paramref name="path"/> by <paramref name="text"/> in UTF-8 without a byte order mark. Its folder is made when absent;
    /// a link's target is replaced, not the link; the file keeps its permissions.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">All of its new content.</param>
    /// <exception cref="IOException">The file or its folder cannot be written; the old file is as it was.</exception>
    public static void Write(string path, string text)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full) && new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true) is { } target) full = target.FullName;
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (!OperatingSystem.IsWindows() && File.Exists(full)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(full));
            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
