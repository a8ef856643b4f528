using System.Text.RegularExpressions;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes lines that begin with <c>#</c>: directives, commands, languages, and the paths they take.</summary>
internal static partial class DirectiveCompletion
{
    private static readonly (string Name, string Summary)[] Own =
    [
        ("#!csharp", "C#"),
        ("#r", "#r \"nuget:Name, 1.2.3\" or #r \"file.dll\""),
        ("#i", "#i \"nuget:address of a package source\""),
        ("#load", "#load \"file.csx\""),
    ];

    /// <summary>True when the cursor's line is such a line, up to the cursor.</summary>
    public static bool IsAt(string code, int lineStart, int cursor) =>
        code.AsSpan(lineStart, cursor - lineStart).TrimStart().StartsWith("#", StringComparison.Ordinal);

    /// <summary>What can go on in it.</summary>
    public static Completions Complete(string code, int lineStart, int cursor, SessionCore core, string folder)
    {
        var line = code[lineStart..cursor];
        if (Name().Match(line) is { Success: true } name) return Names(code, lineStart + name.Groups[1].Index, cursor, core);
        if (Quoted().Match(line) is { Success: true } quoted)
        {
            return Quotation(code, lineStart + quoted.Groups[2].Index, cursor, quoted.Groups[1].Value, folder);
        }
        if (Import().Match(line) is { Success: true } import)
        {
            return PathCompletion.Complete(code, lineStart + import.Groups[1].Index, cursor, folder, ".ipynb", ".cs", ".csx");
        }
        return Argument().Match(line) is { Success: true } argument
            ? Arguments(code, lineStart + argument.Groups[2].Index, cursor, argument.Groups[1].Success, core)
            : Completions.None(cursor);
    }

    // Commands that take arguments take names of variables, and behind `--from` the language a variable is in.
    private static Completions Arguments(string code, int start, int cursor, bool isLanguage, SessionCore core)
    {
        var list = new CompletionList(code[start..cursor]);
        var items = isLanguage
            ? core.Words.Where(word => core.IsLanguage(word.Name)).Append(("csharp", "C#"))
                .Select(word => new Completion(word.Item1, "directive", null, word.Item2))
            : core.State.Variables()
                .Select(variable => new Completion(variable.Name, "variable", Members.Name(variable.Type), null));
        foreach (var item in items) list.Add(item, Rank.Expected);
        return list.ToCompletions(ArgumentAt(code, start, cursor));
    }

    private static Word ArgumentAt(string code, int start, int cursor)
    {
        var end = cursor;
        while (end < code.Length && !char.IsWhiteSpace(code[end])) end++;
        return new Word(start, end, code[start..cursor]);
    }

    /// <summary>What the language or command on a line is for; null when it is neither.</summary>
    public static (string Name, string Summary)? Described(string line, SessionCore core) => Directive().Match(line) is { Success: true } match
        && core.Words.FirstOrDefault(word => word.Name.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found
            ? found
            : null;

    private static Completions Names(string code, int start, int cursor, SessionCore core)
    {
        var list = new CompletionList(code[start..cursor]);
        foreach (var (name, summary) in core.Words.Select(word => ("#!" + word.Name, word.Summary)).Concat(Own))
        {
            list.Add(new Completion(name, "directive", null, summary), Rank.Expected);
        }
        return list.ToCompletions(ArgumentAt(code, start, cursor));
    }

    private static Completions Quotation(string code, int start, int cursor, string directive, string folder) => directive switch
    {
        "load" => PathCompletion.Complete(code, start, cursor, folder, ".ipynb", ".cs", ".csx"),
        "r" when !code[start..cursor].StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) => PathCompletion.Complete(code, start, cursor, folder, ".dll"),
        _ => Completions.None(cursor),
    };

    [GeneratedRegex(@"^\s*#!([\w#.+-]+)")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\s*#![\w#.+-]+\s(?:.*?\s)??(?:(--from)\s+)?(\w*)$")]
    private static partial Regex Argument();

    [GeneratedRegex(@"^\s*(#!?[\w#.+-]*)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*#(r|i|load)\s+""([^""]*)$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*#!import\s+""?([^""]*)$")]
    private static partial Regex Import();
}
