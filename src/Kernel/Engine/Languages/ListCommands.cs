using System.Runtime.InteropServices;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary><c>#!lsmagic</c>: the languages and commands there are.</summary>
internal sealed class ListMagicCommand(Func<IEnumerable<(string Name, string Summary)>> known) : ICellCommand
{
    public IReadOnlyList<string> Names => ["lsmagic"];

    public string Summary => "the languages and commands there are";

    public Task RunAsync(string arguments, ICellContext cell)
    {
        cell.Display(known().Select(item => new { Name = "#!" + item.Name, item.Summary }).ToList());
        return Task.CompletedTask;
    }
}

/// <summary><c>#!about</c>: what runs these cells.</summary>
internal sealed class AboutCommand : ICellCommand
{
    public IReadOnlyList<string> Names => ["about"];

    public string Summary => "the kernel and what it runs on";

    public Task RunAsync(string arguments, ICellContext cell)
    {
        var version = typeof(AboutCommand).Assembly.GetName().Version!.ToString(3);
        cell.Display(new { Kernel = $"MarketingNotebooks {version}", Language = "C# 14", Runtime = RuntimeInformation.FrameworkDescription, System = RuntimeInformation.RuntimeIdentifier });
        return Task.CompletedTask;
    }
}

/// <summary><c>#!connect</c>: says what to do instead.</summary>
internal sealed class ConnectCommand : ICellCommand
{
    public IReadOnlyList<string> Names => ["connect"];

    public string Summary => "not available: connect from C# code";

    public Task RunAsync(string arguments, ICellContext cell) => throw new NotSupportedException(
        $"'#!connect {arguments.Split(' ')[0]}' would start another kernel, which is not available here. Open the connection in C#, or use one of the languages #!lsmagic lists.");
}

/// <summary><c>#!who</c>: the names of the session's variables.</summary>
internal sealed class WhoCommand : ICellCommand
{
    public IReadOnlyList<string> Names => ["who"];

    public string Summary => "the names of the variables there are";

    public Task RunAsync(string arguments, ICellContext cell)
    {
        cell.Write(cell.Variables.Count == 0 ? "No variables yet.\n" : string.Join(", ", cell.Variables.Select(variable => variable.Name)) + "\n");
        return Task.CompletedTask;
    }
}
