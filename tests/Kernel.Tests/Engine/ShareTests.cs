using MarketingNotebooks.Kernel.Engine;
using Microsoft.DotNet.Interactive;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Values that go from one language to another.</summary>
public sealed class ShareTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kernel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task JavaScript_gets_the_values_it_mentions_as_JSON()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("var sales = new[] { new { Month = \"</script>\", Revenue = 1.5 } }; var other = 1;");
        var sink = await session.RunAsync("#!javascript\n#!share --from csharp sales\n#!share other --from csharp --as unused\nconsole.log(sales.length);");
        Assert.Equal("const sales = [{\"Month\":\"\\u003C/script\\u003E\",\"Revenue\":1.5}];\nconsole.log(sales.length);", (string?)sink.Bundles[0].Data["application/javascript"]);
        sink = await session.RunAsync("#!javascript\nlet sales = 1; x.sales;");
        Assert.Equal("let sales = 1; x.sales;", (string?)sink.Bundles[0].Data["application/javascript"]);
    }

    [Fact]
    public async Task A_text_kept_by_value_is_shared_with_CSharp()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "a.csv"), "1;2");
        using var session = new CSharpSession(new SessionOptions { Folder = folder });
        await session.ValueAsync("#!value --name orders\nid,amount\n1,2");
        Assert.Equal("id,amount\n1,2", await session.ValueAsync("#!share --from value orders", "orders"));
        await session.ValueAsync("#!value --name file --from-file \"a.csv\"");
        Assert.Equal("3", await session.ValueAsync("#!set --name text --value @value:file", "text.Length"));
    }

    [Fact]
    public async Task Set_takes_texts_variables_and_answers()
    {
        var asked = new List<InputRequest>();
        using var session = new CSharpSession(new SessionOptions
        {
            Input = (request, _) =>
            {
                asked.Add(request);
                return "Ada";
            },
        });
        Assert.Equal("two words, 5", await session.ValueAsync("var list = new List<int> { 5 };", "#!set --name a --value \"two words\"\n#!set --name b --value @csharp:list", "$\"{a}, {b[0]}\""));
        Assert.Equal("Ada", await session.ValueAsync("#!set --name who --value @input:\"Your name\"", "who"));
        Assert.Equal("Ada •••••", await session.ValueAsync("#!set --value @password:Key --name key", "string clear = key; $\"{clear} {key}\""));
        Assert.Equal("Ada", await session.ValueAsync("#!set --name j --value @input:{\"prompt\": \"Which day\", \"type\": \"text\"}", "j"));
        Assert.Equal([new InputRequest("Your name"), new InputRequest("Key", true), new InputRequest("Which day")], asked);
    }

    [Theory]
    [InlineData("#!share --from html x", "'html' keeps no values to share; share with csharp, javascript or value.")]
    [InlineData("#!share --from csharp nope", "There is no variable 'nope' in csharp. Variables: have.")]
    [InlineData("#!share nope", "'#!share' needs --from. Add --from and a value.")]
    [InlineData("#!share --from csharp a b", "'#!share' takes one name. Got 2; write #!share --from csharp name.")]
    [InlineData("#!share --form csharp a", "'#!share' has no option '--form'. Options: --from, --as, --mime-type.")]
    [InlineData("#!set --name x --value", "'#!set --value' must be followed by a value. Add it behind --value.")]
    [InlineData("#!set --name x --value @input:Name", "Console input is not available here because nobody can answer; set the value in the cell tagged 'parameters' instead.")]
    [InlineData("#!value --name x --from-url https://example.org", "'#!value --from-url' does not fetch pages. Save 'https://example.org' to a file and use --from-file, or read it in C# with HttpClient.")]
    [InlineData("#!javascript\n#!share --from csharp have\n1\n#!csharp\n#!share --from javascript have", "'have' lives in the browser, which a cell cannot read. Compute it in C#, or ask for it with @input.")]
    [InlineData("#!connect mssql --kernel-name db", "'#!connect mssql' would start another kernel, which is not available here. Open the connection in C#, or use one of the languages #!lsmagic lists.")]
    public async Task Errors_give_the_remedy(string cell, string message)
    {
        using var session = new CSharpSession();
        await session.ValueAsync("var have = 1;");
        Assert.Equal(message, (await session.RunAsync(cell)).LastError?.Value);
    }

    [Fact]
    public async Task Lists_say_what_there_is()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("var a = 1; var b = 2;\n#!who\n#!lsmagic");
        Assert.Equal("out:a, b\n", sink.Events[0]);
        Assert.Contains("Name = \"#!mermaid\", Summary = \"a diagram drawn by the front end\"", sink.Events[1], StringComparison.Ordinal);
        Assert.Contains("Language = \"C# 14\"", (await session.RunAsync("#!about")).Events[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diagram_is_given_as_mermaid_and_as_Markdown()
    {
        using var session = new CSharpSession();
        var data = (await session.RunAsync("#!mermaid\ngraph LR\n  a --> b")).Bundles[0].Data;
        Assert.Equal(["text/vnd.mermaid", "text/markdown", "text/plain"], data.Select(pair => pair.Key));
        Assert.Equal("```mermaid\ngraph LR\n  a --> b\n```", (string?)data["text/markdown"]);
    }

    [Fact]
    public async Task The_cell_may_begin_in_another_language()
    {
        using var session = new CSharpSession();
        async Task<IReadOnlyList<string>> RunAsync(string text, string? language)
        {
            var sink = new RecordingSink();
            await session.RunAsync(text, sink, new CellSettings { Language = language });
            return sink.LastError is { } error ? [error.Value] : sink.Events;
        }

        Assert.Equal(["display display-1:<b>1</b>", "result 1:2"], await RunAsync("<b>1</b>\n#!csharp\n1 + 1", "html"));
        Assert.Equal(["result 2:3"], await RunAsync("#!csharp\n1 + 2", "fsharp"));
        Assert.Equal(["result 3:4"], await RunAsync("2 + 2", "C#"));
        Assert.StartsWith("F# ('#!fsharp') cannot be run here; rewrite the cell in C# or make it a raw cell. Known: #!about, #!csharp, ", (await RunAsync("let x = 1", "fsharp"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_does_not_show() => Assert.Equal("•••••", new PasswordString("secret").ToString());
}
