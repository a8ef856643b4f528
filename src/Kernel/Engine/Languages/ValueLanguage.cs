namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary><c>#!value --name n</c>: keeps the text below, or a file's, for other languages to <c>#!share --from value n</c>.</summary>
internal sealed class ValueLanguage : IValueLanguage
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => ["value"];

    public string Summary => "a text kept under a name: #!value --name orders, or with --from-file path";

    public async Task RunAsync(string text, string arguments, ICellContext cell)
    {
        var given = CommandArguments.Parse("value", arguments, "--name", "--from-file", "--from-value", "--from-url", "--mime-type");
        var name = given.Required("--name");
        if (given.Option("--from-url") is { } address)
        {
            throw new NotSupportedException($"'#!value --from-url' does not fetch pages. Save '{address}' to a file and use --from-file, or read it in C# with HttpClient.");
        }
        var value = given.Option("--from-file") is { } path ? await cell.ReadFileAsync(path)
            : given.Option("--from-value") is { } other ? ValueExpression.Resolve(other, cell, name)
            : text.Trim('\n');
        values[name] = value;
        if (given.Option("--mime-type") is { } mime) cell.Display(new Formatting.Rendered(value as string ?? "", mime));
    }

    public IReadOnlyList<string> ValueNames(ICellContext cell) => [.. values.Keys];

    public bool TryGetValue(string name, ICellContext cell, out object? value) => values.TryGetValue(name, out value);

    public void SetValue(string name, object? value, ICellContext cell) => values[name] = value;
}
