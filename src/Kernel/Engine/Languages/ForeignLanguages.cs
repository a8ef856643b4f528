namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>Languages other notebook kernels run and this one does not, so that errors can name them.</summary>
internal static class ForeignLanguages
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fsharp"] = "F#", ["f#"] = "F#", ["pwsh"] = "PowerShell", ["powershell"] = "PowerShell", ["python"] = "Python", ["ipython"] = "Python",
        ["kql"] = "Kusto", ["r"] = "R", ["http"] = "HTTP requests", ["vb"] = "Visual Basic", ["bash"] = "Bash",
    };

    /// <summary>How a language is called; null when the name is none of those.</summary>
    public static string? Name(string name) => Names.GetValueOrDefault(name) ?? (name.StartsWith("sql-", StringComparison.OrdinalIgnoreCase) ? "A SQL connection" : null);
}
