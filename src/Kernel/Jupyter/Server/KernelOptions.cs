using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Settings of a <see cref="KernelServer"/>.</summary>
public sealed record KernelOptions
{
    /// <summary>Settings of the session the kernel serves. Default: those of <see cref="SessionOptions"/>.</summary>
    public SessionOptions Session { get; init; } = new();

    /// <summary>The kernel's name in <c>kernel_info_reply</c>. Default: marketing-notebooks.</summary>
    public string Implementation { get; init; } = "marketing-notebooks";

    /// <summary>Its version. Default: that of this assembly.</summary>
    public string Version { get; init; } = typeof(KernelOptions).Assembly.GetName().Version!.ToString(3);

    /// <summary>What a console shows when it starts. Default: one line with the versions.</summary>
    public string? Banner { get; init; }

    /// <summary>Entries of the front end's help menu: text and address. Default: none.</summary>
    public IReadOnlyList<(string Text, string Address)> HelpLinks { get; init; } = [];

    /// <summary>File in which inputs are remembered across sessions. Default: <c>marketing-notebooks/history.jsonl</c> in the
    /// user's data folder.</summary>
    public string? HistoryFile { get; init; }

    /// <summary>Path of the saved notebook the kernel is started for: its package versions and its cells' languages count where requests say
    /// nothing. May name no file. Default: none.</summary>
    public string? Notebook { get; init; }

    /// <summary>Takes lines about connections and messages that were dropped. Default: standard error.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Work done while the front end connects, so that the first cell is fast. Default: <see cref="CSharpSession.WarmUpAsync"/>.</summary>
    public Func<CSharpSession, Task>? WarmUp { get; init; }
}
