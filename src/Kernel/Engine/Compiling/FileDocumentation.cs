using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Documentation comments of an assembly's file: from the XML file beside it, or, for the platform, from the SDK's reference packs.</summary>
/// <remarks>Files are searched when asked, a few milliseconds each, and not kept: the platform's are tens of megabytes. Where there is no
/// file there is no documentation.</remarks>
internal sealed class FileDocumentation(string assembly) : DocumentationProvider
{
    private readonly Lazy<IReadOnlyList<string>> files = new(() => Find(assembly));

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => assembly.GetHashCode(StringComparison.Ordinal);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default)
    {
        foreach (var file in files.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(file, documentationMemberID) is { } found) return found;
        }
        return null;
    }

    private static string? Read(string file, string id)
    {
        try
        {
            return Member(File.ReadAllBytes(file), id);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The element of a member in the text of an XML documentation file; null when it has none.</summary>
    public static string? Member(ReadOnlySpan<byte> xml, string id)
    {
        var start = xml.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\">"));
        if (start < 0) return null;
        var end = xml[start..].IndexOf("</member>"u8);
        return end < 0 ? null : Encoding.UTF8.GetString(xml.Slice(start, end + "</member>"u8.Length));
    }

    private static IReadOnlyList<string> Find(string assembly)
    {
        var beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside)) return [beside];
        try
        {
            return Pack(Path.GetDirectoryName(assembly)!) is { } pack
                ? [.. Directory.GetFiles(pack, "*.xml").OrderBy(file => Distance(Path.GetFileNameWithoutExtension(file), Path.GetFileNameWithoutExtension(assembly)))]
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The platform's assemblies are cut differently from the references their documentation belongs to; most types are in System.Runtime.
    private static int Distance(string file, string assembly) => file == assembly ? 0 : file == "System.Runtime" ? 1 : 2;

    /// <summary>From <c>shared/Name/10.0.1</c> to <c>packs/Name.Ref/10.0.x/ref/net10.0</c>, the newest there is.</summary>
    private static string? Pack(string folder)
    {
        var version = Path.GetFileName(folder);
        var name = Path.GetFileName(Path.GetDirectoryName(folder));
        if (Path.GetFullPath("../../..", folder) is not { } root || name is null || !Version.TryParse(version.Split('-')[0], out var own)) return null;
        var packs = Path.Combine(root, "packs", name + ".Ref");
        if (!Directory.Exists(packs)) return null;
        var framework = string.Create(CultureInfo.InvariantCulture, $"net{own.Major}.{own.Minor}");
        return Directory.GetDirectories(packs).OrderByDescending(pack => Version.TryParse(Path.GetFileName(pack).Split('-')[0], out var other) ? other : new Version())
            .Select(pack => Path.Combine(pack, "ref", framework)).FirstOrDefault(Directory.Exists);
    }
}
