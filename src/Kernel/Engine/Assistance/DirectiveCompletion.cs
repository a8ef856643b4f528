using System.Text.RegularExpressions;
using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes lines that begin with <c>#</c>: directives, commands, languages, and the paths they take.</summary>
internal static partial class DirectiveCompletion
{
    /// <summary>True when the cursor's line is such a line, up to the cursor.</summary>
    public static bool IsAt(string code, int lineStart, int cursor) => code.AsSpan(lineStart, cursor - lineStart).TrimStart().StartsWith("#", StringComparison.Ordinal);

    /// <summary>What can go on in it.</summary>
    public static Completions Complete(string code, int lineStart, int cursor, SessionCore core, string folder)
    {
        var line = code[lineStart..cursor];
        if (Name().Match(line) is { Success: true } name) return Names(code, lineStart + name.Groups[1].Index, cursor, core);
        if (Quoted().Match(line) is { Success: true } quoted) return Quotation(code, lineStart + quoted.Groups[2].Index, cursor, quoted.Groups[1].Value, folder);
        if (Import().Match(line) is { Success: true } import)
        {
            return PathCompletion.Complete(code, lineStart + import.Groups[1].Index, cursor, folder, ".ipynb", ".cs", ".csx");
        }
        return Completions.None(cursor);
    }

    /// <summary>What the language or command on a line is for; null when it is neither.</summary>
    public static (string Name, string Summary)? Word(string line, SessionCore core) => Directive().Match(line) is { Success: true } match
        && core.Words.FirstOrDefault(word => word.Name.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found ? found : null;

    private static Completions Names(string code, int start, int cursor, SessionCore core)
    {
        var end = cursor;
        while (end < code.Length && !char.IsWhiteSpace(code[end])) end++;
        var list = new CompletionList(code[start..cursor]);
        foreach (var (name, summary) in core.Words) list.Add(new Completion("#!" + name, "directive", null, summary), Rank.Expected);
        list.Add(new Completion("#!csharp", "directive", null, "C#"), Rank.Expected);
        list.Add(new Completion("#r", "directive", null, "#r \"nuget:Name, 1.2.3\" or #r \"file.dll\""), Rank.Expected);
        list.Add(new Completion("#i", "directive", null, "#i \"nuget:address of a package source\""), Rank.Expected);
        list.Add(new Completion("#load", "directive", null, "#load \"file.csx\""), Rank.Expected);
        return list.ToCompletions(new Word(start, end, code[start..cursor]));
    }

    private static Completions Quotation(string code, int start, int cursor, string directive, string folder) => directive switch
    {
        "load" => PathCompletion.Complete(code, start, cursor, folder, ".ipynb", ".cs", ".csx"),
        "r" when !code[start..cursor].StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) => PathCompletion.Complete(code, start, cursor, folder, ".dll"),
        _ => Completions.None(cursor),
    };

    [GeneratedRegex(@"^\s*#!([\w#.+-]+)")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\s*(#!?[\w#.+-]*)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*#(r|i|load)\s+""([^""]*)$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*#!import\s+""?([^""]*)$")]
    private static partial Regex Import();
}
