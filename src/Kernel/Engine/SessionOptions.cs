using System.Reflection;
using MarketingNotebooks.Kernel.Engine.Languages;

namespace MarketingNotebooks.Kernel.Engine;

/// <summary>Settings of a <see cref="CSharpSession"/>.</summary>
public sealed record SessionOptions
{
    /// <summary>Assemblies cells may use beside the .NET base library; what they reference comes along. Default: none.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; init; } = [];

    /// <summary>Namespaces open in every cell, beside System, System.Text, System.Collections, System.Collections.Generic,
    /// System.Threading.Tasks, System.Linq, System.IO, the kernel's formatting and comms, and .NET Interactive's. Default: none.</summary>
    public IReadOnlyList<string> Usings { get; init; } = [];

    /// <summary>Full names of static classes whose members are in scope without a prefix. Default: none.</summary>
    public IReadOnlyList<string> StaticUsings { get; init; } = [];

    /// <summary>Languages a cell can switch to with <c>#!name</c>, beside the built-in ones. Default: none.</summary>
    public IReadOnlyList<ICellLanguage> Languages { get; init; } = [];

    /// <summary>Commands written <c>#!name arguments</c>, beside the built-in ones. Default: none.</summary>
    public IReadOnlyList<ICellCommand> Commands { get; init; } = [];

    /// <summary>Folder against which <c>#load</c>, <c>#r "path"</c> and <c>#!import</c> resolve. Default: the current directory
    /// at the time of use.</summary>
    public string? Folder { get; init; }

    /// <summary>Answers <c>Console.ReadLine</c> and other questions of cells with a line, or null at the end of input; the token is
    /// cancelled when the cell is interrupted. Default: null, which makes reading an error that says there is no input.</summary>
    public Func<InputRequest, CancellationToken, string?>? Input { get; init; }

    /// <summary>How long an interrupted cell may take before its thread is left behind. Range: > 0. Default: 3 s.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Folder where restored package lists are kept. Default: <c>marketing-notebooks/packages</c> in the user's cache.</summary>
    public string? PackageCache { get; init; }

    /// <summary>Versions for packages that cells ask for without one, by package; those a notebook's earlier run recorded.
    /// Default: none, which takes the newest stable version.</summary>
    public IReadOnlyDictionary<string, string> PinnedPackages { get; init; } = new Dictionary<string, string>();
}
