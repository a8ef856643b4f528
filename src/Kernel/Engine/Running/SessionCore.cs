using System.Collections.Concurrent;
using MarketingNotebooks.Kernel.Engine.Compiling;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Languages;
using MarketingNotebooks.Kernel.Engine.Packages;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>What lives as long as a session: compiler, variables, packages, languages.</summary>
internal sealed class SessionCore
{
    private readonly Dictionary<string, ICellLanguage> languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ICellCommand> commands = new(StringComparer.OrdinalIgnoreCase);

    public SessionCore(SessionOptions options, int session)
    {
        Scope = new CompilationScope(options, session);
        Compiler = new CellCompiler(Scope);
        Packages = new PackageReferences(Scope, options.PackageCache, options.PinnedPackages);
        Values = new VariableWriter(this);
        foreach (var language in OwnLanguages().Concat(options.Languages))
        {
            foreach (var name in language.Names) languages[name] = language;
        }
        foreach (var command in OwnCommands().Concat(options.Commands))
        {
            foreach (var name in command.Names) commands[name] = command;
        }
    }

    public CompilationScope Scope { get; }

    public CellCompiler Compiler { get; }

    public SessionState State { get; } = new();

    public PackageReferences Packages { get; }

    public VariableWriter Values { get; }

    /// <summary>Texts by document name, for excerpts in errors.</summary>
    public ConcurrentDictionary<string, string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Names and summaries of all languages and commands.</summary>
    public IEnumerable<(string Name, string Summary)> Words =>
        languages.Select(entry => (entry.Key, entry.Value.Summary)).Concat(commands.Select(entry => (entry.Key, entry.Value.Summary)));

    public bool IsLanguage(string name) => languages.ContainsKey(name);

    /// <summary>A language by name.</summary>
    /// <exception cref="NotSupportedException">It is not known.</exception>
    public ICellLanguage Language(string name) => languages.TryGetValue(name, out var language) ? language : throw Unknown(name);

    /// <summary>A command by name.</summary>
    /// <exception cref="NotSupportedException">It is not known.</exception>
    public ICellCommand Command(string name) => commands.TryGetValue(name, out var command) ? command : throw Unknown(name);

    private static ICellLanguage[] OwnLanguages() =>
    [
        new TextLanguage(MimeTypes.Markdown, "text shown as Markdown", "markdown", "md"),
        new TextLanguage(MimeTypes.Html, "text shown as HTML", "html"),
        new JavaScriptLanguage(),
        new MermaidLanguage(),
        new ValueLanguage(),
    ];

    private ICellCommand[] OwnCommands() =>
    [
        new TimeCommand(), new WhosCommand(), new WhoCommand(), new ImportCommand(), new ShareCommand(), new SetCommand(),
        new AboutCommand(), new ConnectCommand(), new ListMagicCommand(Known),
    ];

    private IEnumerable<(string Name, string Summary)> Known() => languages.Values.Select(language => (Name: language.Names[0], language.Summary))
        .Concat(commands.Values.Where(command => command is not ConnectCommand).Select(command => (command.Names[0], command.Summary)))
        .Append(("csharp", "C#, the language of every cell that names no other")).Distinct().OrderBy(item => item.Item1, StringComparer.Ordinal);

    private NotSupportedException Unknown(string name)
    {
        var known = string.Join(", ", Known().Select(item => "#!" + item.Name));
        return new NotSupportedException(ForeignLanguages.Name(name) is { } foreign
            ? $"{foreign} ('#!{name}') cannot be run here; rewrite the cell in C# or make it a raw cell. Known: {known}."
            : $"'#!{name}' is not known here. Known: {known}.");
    }
}
