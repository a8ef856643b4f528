using MarketingNotebooks.Kernel.Documents;
using System.Globalization;
using System.Text;

namespace MarketingNotebooks.Workbench.Pages.Galleries;

/// <summary>A folder of pages, one a notebook, with an index of cards that leads to them.</summary>
public static class Gallery
{
    /// <summary>Writes <c>index.html</c>, and a <c>slug.html</c> and the executed <c>slug.ipynb</c> for each notebook.</summary>
    /// <param name="folder">Made when absent. Other files in it stay; each file is written whole or not at all, the index last.</param>
    /// <param name="entries">The notebooks in reading order. May be empty.</param>
    /// <param name="options">Settings. Default: those of <see cref="GalleryOptions"/>.</param>
    /// <returns>The paths written.</returns>
    /// <exception cref="ArgumentException">A slug cannot name a file, or two notebooks have the same; nothing is written then.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static GalleryFiles Write(string folder, IReadOnlyList<GalleryEntry> entries, GalleryOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(entries);
        options ??= new GalleryOptions();
        Check(entries);
        var root = Directory.CreateDirectory(folder).FullName;
        var links = entries.Select(entry => new PageLink(entry.Slug, NotebookSummary.Of(entry.Document, entry.Slug).Title)).ToList();
        var (pages, notebooks) = (new List<string>(), new List<string>());
        foreach (var (i, entry) in entries.Index())
        {
            var page = NotebookPage.Render(entry.Document, new PageOptions(entry.Slug)
            {
                Run = entry.Run, Ledger = entry.Ledger, Folder = entry.Folder, SiteTitle = options.Title, Siblings = [.. links.Select(link => link.Slug)],
                Previous = i > 0 ? links[i - 1] : null, Next = i + 1 < links.Count ? links[i + 1] : null,
            });
            notebooks.Add(Path.Combine(root, entry.Slug + ".ipynb"));
            entry.Document.Save(notebooks[^1]);
            pages.Add(Path.Combine(root, entry.Slug + ".html"));
            AtomicFile.Write(pages[^1], page);
        }
        var index = Path.Combine(root, PageNames.Index + ".html");
        AtomicFile.Write(index, Render(entries, options));
        return new GalleryFiles(index, pages, notebooks);
    }

    /// <summary>The index page alone.</summary>
    /// <param name="entries">The notebooks in reading order. May be empty.</param>
    /// <param name="options">Settings. Default: those of <see cref="GalleryOptions"/>.</param>
    /// <exception cref="ArgumentException">A slug cannot name a file, or two notebooks have the same.</exception>
    public static string Render(IReadOnlyList<GalleryEntry> entries, GalleryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        options ??= new GalleryOptions();
        Check(entries);
        var cards = new StringBuilder();
        foreach (var (i, entry) in entries.Index()) cards.Append(Card.Render(entry, i)).Append('\n');
        return Layout.Fill("index.html", new Dictionary<string, string>
        {
            ["policy"] = new PageNeeds(false, false).Policy,
            ["title"] = Escape.Html(options.Title),
            ["lead"] = Escape.Html(options.Lead),
            ["style"] = PageResources.Text("base.css") + "\n" + PageResources.Text("index.css") + "\n" + ThumbnailColors.Style(cards.ToString()),
            ["early"] = PageResources.Text("early.js"),
            ["totals"] = Escape.Html(Totals(entries)),
            ["cards"] = cards.ToString(),
            ["script"] = PageResources.Text("index.js"),
        });
    }

    private static string Totals(IReadOnlyList<GalleryEntry> entries)
    {
        var parts = new List<string> { Count(entries.Count, "notebook") };
        var failed = entries.Count(entry => NotebookFailure.Of(entry.Document, entry.Run) is not null);
        if (failed > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{failed} failed"));
        var recorded = entries.Sum(entry => RecordedNumbers.Count(entry.Document));
        if (recorded > 0) parts.Add(Count(recorded, "number") + " recorded");
        var differing = entries.Sum(entry => entry.Ledger?.Differences.Count ?? 0);
        if (differing > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{differing:N0} differ from the ledger"));
        var time = entries.Sum(entry => entry.Run?.Seconds ?? 0);
        if (time > 0) parts.Add("ran in " + Durations.Text(time));
        return string.Join(" · ", parts);
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private static void Check(IReadOnlyList<GalleryEntry> entries)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            PageNames.Check(entry.Slug);
            if (!names.Add(entry.Slug))
                throw new ArgumentException($"Notebooks of one gallery need different names (case apart). Got '{entry.Slug}' twice. Rename one of them.", nameof(entries));
        }
    }
}
