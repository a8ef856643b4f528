using System.CommandLine;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class Arguments
{
    public static Argument<string[]> Notebooks() => new("notebooks")
    {
        Description = "Notebooks: paths, or names such as 02 or 02-who-matters-and-who-returns. Default: all of the collection.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<string?> Out(string fallback) => new("--out", "-o") { Description = $"Folder to write to. Default: {fallback}." };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object a line, for scripts." };

    public static Option<string[]> Parameters() => new("--parameter", "-p")
    {
        Description = "Value for a variable of the cell tagged 'parameters', as name=value; may be repeated. See `mn parameters NOTEBOOK`.",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Splits name=value.</summary>
    /// <exception cref="UsageException">One has no '=', or a name comes twice.</exception>
    public static Dictionary<string, string> Pairs(string[]? parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parameters ?? [])
        {
            var at = parameter.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new UsageException($"A parameter is written name=value. Got '{parameter}'.");
            if (!values.TryAdd(parameter[..at].Trim(), parameter[(at + 1)..])) throw new UsageException($"Parameter '{parameter[..at]}' is given twice.");
        }
        return values;
    }
}
