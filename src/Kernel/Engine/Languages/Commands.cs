using System.Diagnostics;
using System.Globalization;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary><c>#!time</c>: says how long the rest of the cell took.</summary>
internal sealed class TimeCommand : ICellCommand
{
    public IReadOnlyList<string> Names => ["time"];

    public string Summary => "how long the rest of the cell takes";

    public Task RunAsync(string arguments, ICellContext cell)
    {
        var clock = Stopwatch.StartNew();
        cell.AtEnd(() => cell.Write(string.Create(CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds:F1} ms\n")));
        return Task.CompletedTask;
    }
}

/// <summary><c>#!whos</c>: a table of the session's variables.</summary>
internal sealed class WhosCommand : ICellCommand
{
    public IReadOnlyList<string> Names => ["whos"];

    public string Summary => "the variables there are, with types and values";

    public Task RunAsync(string arguments, ICellContext cell)
    {
        var rows = cell.Variables.Select(variable => new { variable.Name, Type = Formatting.Members.Name(variable.Type), variable.Value }).ToList();
        if (rows.Count == 0) cell.Write("No variables yet.\n");
        else cell.Display(rows);
        return Task.CompletedTask;
    }
}

/// <summary><c>#!import path</c>: runs a notebook or C# file in the session.</summary>
internal sealed class ImportCommand : ICellCommand
{
    public IReadOnlyList<string> Names => ["import"];

    public string Summary => "runs a .ipynb, .cs or .csx file here";

    public Task RunAsync(string arguments, ICellContext cell) => cell.RunFileAsync(arguments.Trim().Trim('"'));
}
