using System.Text.Json.Nodes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MarketingNotebooks.Workbench.Pages.Prose;

/// <summary>Links and pictures of prose, so that a page needs no file beside it and asks no server.</summary>
internal static class Links
{
    private const int MostPictureBytes = 4 << 20;

    /// <summary>Puts pictures into the page (attachments, files of the notebook's folder), turns those that are elsewhere into links, and leads
    /// links to other notebooks to their pages.</summary>
    public static void Settle(MarkdownObject tree, JsonObject? attachments, PageOptions options)
    {
        MarkdownObject? root = tree is LeafBlock leaf ? leaf.Inline : tree;
        foreach (var link in root?.Descendants<LinkInline>().ToList() ?? [])
        {
            if (link.GetDynamicUrl is not null) continue;
            var address = link.Url ?? "";
            if (!link.IsImage)
            {
                link.Url = Page(address, options.Siblings);
                continue;
            }
            if (address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) continue;
            if (Embedded(address, attachments, options.Folder) is { } picture)
            {
                link.Url = picture;
                continue;
            }
            link.IsImage = false;
            if (link.FirstChild is null) link.AppendChild(new LiteralInline(address));
        }
    }

    private static string Page(string address, IReadOnlyCollection<string> siblings)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (file, rest) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        if (!file.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)) return address;
        var slug = Uri.UnescapeDataString(file.StartsWith("./", StringComparison.Ordinal) ? file[2..^6] : file[..^6]);
        return siblings.Contains(slug) ? Uri.EscapeDataString(slug) + ".html" + rest : address;
    }

    private static string? Embedded(string address, JsonObject? attachments, string? folder)
    {
        if (address.StartsWith("attachment:", StringComparison.OrdinalIgnoreCase))
        {
            var name = Uri.UnescapeDataString(address["attachment:".Length..]);
            var bundle = attachments?[name] as JsonObject;
            return bundle?.Where(item => item.Key.StartsWith("image/", StringComparison.Ordinal)).Select(item => Pictures.DataAddress(bundle, item.Key)).FirstOrDefault();
        }
        if (folder is null || address.Length == 0 || Uri.TryCreate(address, UriKind.Absolute, out _) || Pictures.MimeOf(address) is not { } mime) return null;
        var root = Path.GetFullPath(folder);
        var path = Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(address)));
        var file = new FileInfo(path);
        // Notebooks may point at a sister of their folder, not at the rest of the disk.
        var inside = path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetDirectoryName(root) ?? root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return inside && file.Exists && file.Length <= MostPictureBytes ? $"data:{mime};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}" : null;
    }
}
