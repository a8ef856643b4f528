using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Execution;

/// <summary>Settings of a <see cref="NotebookRunner"/>.</summary>
public sealed record RunOptions
{
    /// <summary>What the session offers to cells. Default: the base library and the kernel.</summary>
    public SessionOptions Session { get; init; } = new();

    /// <summary>Folder that is the current directory while the notebook runs, against which its relative paths count.
    /// It is the process's: run one notebook at a time when it is set. Default: null, the directory is left as it is.</summary>
    public string? Folder { get; init; }

    /// <summary>Most time for one cell. Range: > 0. Default: none.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Most time for the whole notebook. Range: > 0. Default: none.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Name of the notebook in error messages. Default: <c>the notebook</c>.</summary>
    public string Name { get; init; } = "the notebook";

    /// <summary>Values for the cell tagged <c>parameters</c>, by name. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
