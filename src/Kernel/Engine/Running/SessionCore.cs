using System.Collections.Concurrent;
using MarketingNotebooks.Kernel.Engine.Compiling;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Languages;
using MarketingNotebooks.Kernel.Engine.Packages;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>What lives as long as a session: compiler, variables, packages, languages.</summary>
internal sealed class SessionCore
{
    private static readonly ICellLanguage[] OwnLanguages =
    [
        new TextLanguage(MimeTypes.Markdown, "text shown as Markdown", "markdown", "md"),
        new TextLanguage(MimeTypes.Html, "text shown as HTML", "html"),
        new TextLanguage(MimeTypes.JavaScript, "a script run in the browser", "javascript", "js"),
    ];

    private static readonly ICellCommand[] OwnCommands = [new TimeCommand(), new WhosCommand(), new ImportCommand()];

    private readonly Dictionary<string, ICellLanguage> languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ICellCommand> commands = new(StringComparer.OrdinalIgnoreCase);

    public SessionCore(SessionOptions options, int session)
    {
        Scope = new CompilationScope(options, session);
        Compiler = new CellCompiler(Scope);
        Packages = new PackageReferences(Scope, options.PackageCache);
        foreach (var language in OwnLanguages.Concat(options.Languages))
        {
            foreach (var name in language.Names) languages[name] = language;
        }
        foreach (var command in OwnCommands.Concat(options.Commands))
        {
            foreach (var name in command.Names) commands[name] = command;
        }
    }

    public CompilationScope Scope { get; }

    public CellCompiler Compiler { get; }

    public SessionState State { get; } = new();

    public PackageReferences Packages { get; }

    /// <summary>Texts by document name, for excerpts in errors.</summary>
    public ConcurrentDictionary<string, string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Names and summaries of all languages and commands.</summary>
    public IEnumerable<(string Name, string Summary)> Words =>
        languages.Select(entry => (entry.Key, entry.Value.Summary)).Concat(commands.Select(entry => (entry.Key, entry.Value.Summary)));

    public bool IsLanguage(string name) => languages.ContainsKey(name);

    public ICellLanguage Language(string name) => languages[name];

    public ICellCommand Command(string name) => commands.TryGetValue(name, out var command) ? command : throw Unknown(name);

    private NotSupportedException Unknown(string name)
    {
        var known = languages.Values.Select(language => language.Names[0]).Concat(commands.Values.Select(command => command.Names[0]))
            .Append("csharp").Distinct().Order(StringComparer.Ordinal).Select(known => "#!" + known);
        return new NotSupportedException($"'#!{name}' is not known here. Known: {string.Join(", ", known)}.");
    }
}
