using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages.Galleries;

/// <summary>One notebook of a gallery.</summary>
/// <param name="Slug">Name of its files without extension, e.g. <c>03-personas</c>; see <see cref="PageNames"/>.</param>
/// <param name="Document">The executed notebook, with what it recorded among its outputs.</param>
/// <param name="Run">The run that filled the outputs in; null when not known.</param>
/// <param name="Ledger">The comparison of its numbers with the ledger; null when none was made.</param>
public sealed record GalleryEntry(string Slug, NotebookDocument Document, PageRun? Run = null, LedgerFindings? Ledger = null)
{
    /// <summary>Folder that the notebook came from, for relative pictures of its prose; null: they become links. Default: null.</summary>
    public string? Folder { get; init; }
}

/// <summary>Settings of a gallery.</summary>
public sealed record GalleryOptions
{
    /// <summary>Name of the collection. Default: Marketing notebooks.</summary>
    public string Title { get; init; } = "Marketing notebooks";

    /// <summary>One or two sentences below the title. Default: what the collection is.</summary>
    public string Lead { get; init; } =
        "One simulated company, one business question a notebook. Every number is computed by the code beside it and can be checked against the truth it was simulated from.";
}

/// <summary>The files of a gallery, as full paths.</summary>
/// <param name="Index">The page that leads to all others.</param>
/// <param name="Pages">One page a notebook, in the order given.</param>
/// <param name="Notebooks">The executed notebooks, in the same order.</param>
public sealed record GalleryFiles(string Index, IReadOnlyList<string> Pages, IReadOnlyList<string> Notebooks);
