namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Settings of one page. Vary one with <c>options with { Previous = … }</c>.</summary>
/// <param name="Slug">Name of the page's file and of its notebook without extension, e.g. <c>03-personas</c>. See <see cref="PageNames"/>.</param>
public sealed record PageOptions(string Slug)
{
    /// <summary>The run that filled the notebook's outputs in. Null when not known; then a failure is read from the outputs. Default: null.</summary>
    public PageRun? Run { get; init; }

    /// <summary>The comparison of the recorded numbers with the ledger; null when none was made. Default: null.</summary>
    public LedgerFindings? Ledger { get; init; }

    /// <summary>The notebook before this one; null for the first. Default: null.</summary>
    public PageLink? Previous { get; init; }

    /// <summary>The notebook after this one; null for the last. Default: null.</summary>
    public PageLink? Next { get; init; }

    /// <summary>Slugs that have a page in the same folder: links to their <c>.ipynb</c> lead to their page instead. Default: empty.</summary>
    public IReadOnlyCollection<string> Siblings { get; init; } = [];

    /// <summary>Name of the collection, shown at the top and linked to <c>index.html</c>. Default: Marketing notebooks.</summary>
    public string SiteTitle { get; init; } = "Marketing notebooks";

    /// <summary>Folder that relative pictures of Markdown cells are read from, to be put into the page; null: they become links. Default: null.</summary>
    public string? Folder { get; init; }
}

/// <summary>A link to another page of the collection.</summary>
/// <param name="Slug">Its file's name without extension.</param>
/// <param name="Title">Text of the link.</param>
public sealed record PageLink(string Slug, string Title);

/// <summary>The run of a notebook.</summary>
/// <param name="Seconds">Wall-clock time of the cells. ≥ 0.</param>
/// <param name="Failure">One sentence that names cell, line and error; null when all cells ran.</param>
public sealed record PageRun(double Seconds, string? Failure = null);

/// <summary>How the numbers that a notebook recorded compare with the ledger.</summary>
/// <param name="Checked">Numbers compared. ≥ 0.</param>
/// <param name="Differences">One sentence for each number that is missing or out of tolerance; empty when all agree.</param>
public sealed record LedgerFindings(int Checked, IReadOnlyList<string> Differences);
