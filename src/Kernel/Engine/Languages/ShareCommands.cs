namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary><c>#!share --from language name [--as other]</c>: brings a value of another language here.</summary>
internal sealed class ShareCommand : ICellCommand
{
    public IReadOnlyList<string> Names => ["share"];

    public string Summary => "brings a value of another language here: #!share --from csharp total --as sum";

    public Task RunAsync(string arguments, ICellContext cell)
    {
        var given = CommandArguments.Parse("share", arguments, "--from", "--as", "--mime-type");
        var from = given.Required("--from");
        if (given.Words is not [var name]) throw new ArgumentException($"'#!share' takes one name. Got {given.Words.Count}; write #!share --from {from} name.");
        cell.SetValue(cell.Language, given.Option("--as") ?? name, cell.GetValue(from, name));
        return Task.CompletedTask;
    }
}

/// <summary><c>#!set --name y --value @csharp:x</c>: sets a variable to a text, another language's value or what somebody types.</summary>
internal sealed class SetCommand : ICellCommand
{
    public IReadOnlyList<string> Names => ["set"];

    public string Summary => "sets a variable: #!set --name y --value @csharp:x, @input:\"Prompt\", @password:\"Prompt\" or a text";

    public Task RunAsync(string arguments, ICellContext cell)
    {
        var given = CommandArguments.Parse("set", arguments, "--name", "--value", "--byref!", "--mime-type");
        var name = given.Required("--name");
        cell.SetValue(cell.Language, name, ValueExpression.Resolve(given.Required("--value"), cell, name));
        return Task.CompletedTask;
    }
}
