using System.Text;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>The words behind <c>#!name</c>: options <c>--name value</c> or <c>--name=value</c>, flags and plain words.</summary>
/// <remarks>A word with spaces stands in double quotes; <c>@input:"Your name"</c> is one word, its quotes dropped.</remarks>
public sealed class CommandArguments
{
    private readonly Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);
    private readonly string command;

    private CommandArguments(string command) => this.command = command;

    /// <summary>The words that are no options, in order.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>Reads the arguments of a command.</summary>
    /// <param name="command">Its name, for messages.</param>
    /// <param name="text">What stood behind the name.</param>
    /// <param name="allowed">Options that take a value, e.g. <c>--name</c>; those that end in <c>!</c> are flags without one.</param>
    /// <exception cref="ArgumentException">An option that is not allowed, or one without its value.</exception>
    public static CommandArguments Parse(string command, string text, params string[] allowed)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new CommandArguments(command);
        var words = new List<string>();
        var tokens = new Queue<string>(Tokens(text));
        while (tokens.TryDequeue(out var token))
        {
            if (!token.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(token);
                continue;
            }
            var (name, value) = token.Split('=', 2) is [var left, var right] ? (left, right) : (token, null);
            if (allowed.Contains(name + "!", StringComparer.OrdinalIgnoreCase)) result.options[name] = "";
            else if (!allowed.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new ArgumentException($"'#!{command}' has no option '{name}'. Options: {string.Join(", ", allowed.Select(option => option.TrimEnd('!')))}.");
            else result.options[name] = value ?? (tokens.TryDequeue(out var next) ? next : throw new ArgumentException($"'#!{command} {name}' must be followed by a value. Add it behind {name}."));
        }
        result.Words = words;
        return result;
    }

    /// <summary>The value of an option; null when it was not given. A flag that was given is empty.</summary>
    public string? Option(string name) => options.GetValueOrDefault(name);

    /// <summary>The value of an option that must be given.</summary>
    /// <exception cref="ArgumentException">It was not given.</exception>
    public string Required(string name) => Option(name) ?? throw new ArgumentException($"'#!{command}' needs {name}. Add {name} and a value.");

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var current = new StringBuilder();
        bool quoted = false, any = false;
        var depth = 0;
        foreach (var c in text)
        {
            // The JSON form @input:{"prompt": "…"} keeps its quotes and spaces.
            if (!quoted && c == '{') depth++;
            if (depth == 0 && c == '"')
            {
                quoted = !quoted;
                any = true;
            }
            else if (char.IsWhiteSpace(c) && !quoted && depth == 0)
            {
                if (any || current.Length > 0) tokens.Add(current.ToString());
                current.Clear();
                any = false;
            }
            else
            {
                current.Append(c);
            }
            if (!quoted && c == '}' && depth > 0) depth--;
        }
        if (any || current.Length > 0) tokens.Add(current.ToString());
        return tokens;
    }
}
