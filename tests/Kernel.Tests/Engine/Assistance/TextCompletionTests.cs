using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Assistance;
using MarketingNotebooks.Kernel.Engine.Languages;

namespace MarketingNotebooks.Kernel.Tests.Engine.Assistance;

/// <summary>What is offered in string literals, directives and other languages; <c>|</c> marks the cursor.</summary>
public sealed class TextCompletionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assistance").FullName;
    private readonly CSharpSession session;

    public TextCompletionTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data", "raw"));
        foreach (var file in (string[])["data/orders.csv", "data/Organic.csv", "data/.hidden", "lib.dll", "setup.csx", "first.ipynb"]) File.WriteAllText(Path.Combine(folder, file), "");
        session = new CSharpSession(new SessionOptions { Folder = folder, Languages = [new Tables()] });
    }

    public void Dispose()
    {
        session.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("var x = \"dat|", "data/")]
    [InlineData("File.ReadAllText(\"data/or|", "orders.csv Organic.csv")]
    [InlineData("File.ReadAllText(\"data/or|\")", "orders.csv Organic.csv")]
    [InlineData("File.ReadAllText(@\"data/|\")", "orders.csv Organic.csv raw/")]
    [InlineData("\"data/.|\"", ".hidden")]
    [InlineData("\"nowhere/|\"", "")]
    [InlineData("\"\0|\"", "")]
    public Task Paths(string code, string expected) => CheckAsync(code, expected);

    [Theory]
    [InlineData("#!ti|", "#!time")]
    [InlineData("#!|", "#!about #!connect #!csharp #!html #!import #!javascript #!js #!lsmagic #!markdown #!md #!mermaid #!set #!share #!tables #!time #!value #!who #!whos")]
    [InlineData("#|\nvar x = 1;", "#!about #!connect #!csharp #!html #!import #!javascript #!js #!lsmagic #!markdown #!md #!mermaid #!set #!share #!tables #!time #!value #!who #!whos #i #load #r")]
    [InlineData("#l|", "#load")]
    [InlineData("#load \"se|", "setup.csx")]
    [InlineData("#load \"se|\"", "setup.csx")]
    [InlineData("#r \"|\"", "data/ lib.dll")]
    [InlineData("#r \"nuget:Some|\"", "")]
    [InlineData("#!import fi|", "first.ipynb")]
    [InlineData("#!import \"fi|", "first.ipynb")]
    [InlineData("var text = \"\"\"\n#!ti|\n\"\"\";", "")]
    [InlineData("#!html\n<b>ord|</b>", "")]
    [InlineData("#!html\n|", "")]
    [InlineData("#!markdown\n# ti|", "")]
    [InlineData("#!markdown\n#!ti|", "#!time")]
    [InlineData("#!html\n<b>x</b>\n#!csharp\nMath.Sqr|", "Sqrt")]
    [InlineData("var earlier = 1;\r\n#!time\r\nearl|", "earlier")]
    [InlineData("#!time\n#!html\n<i>\n#!csharp\nMath.Sqr|\n#!html\n</i>", "Sqrt")]
    public Task Directives(string code, string expected) => CheckAsync(code, expected);

    [Fact]
    public async Task Other_languages_may_complete_their_text()
    {
        var found = await session.CompleteAtAsync("#!tables\nselect *\nfrom or|");
        Assert.Equal(new Completion("orders", "table", null, null), Assert.Single(found.Items));
        Assert.Equal((23, 25), (found.Start, found.End));
    }

    [Theory]
    [InlineData("frame[\"am|", "amount")]
    [InlineData("frame[\"am|\"]", "amount")]
    [InlineData("frame[\"|\"]", "order_id amount channel")]
    [InlineData("frame.GroupBy(\"ch|\")", "channel")]
    [InlineData("frame.Where(c => c[\"am|\"] > 3)", "amount")]
    [InlineData("frame.Where(c => c[\"am\"] > 3).Select(\"ch|\")", "channel")]
    [InlineData("map[\"o|\"]", "one")]
    [InlineData("other[\"dat|\"]", "data/")]
    public async Task Columns(string code, string expected)
    {
        await session.ValueAsync("""
            class Frame { public IEnumerable<string> ColumnNames { get { yield return "order_id"; yield return "amount"; yield return "channel"; } } }
            var frame = new Frame();
            var map = new Dictionary<string, int> { ["one"] = 1 };
            var other = 3;
            """);
        await CheckAsync(code, expected);
    }

    private async Task CheckAsync(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', (await session.CompleteAtAsync(code)).Items.Select(item => item.Text)));

    private sealed class Tables : ICompletingLanguage
    {
        public IReadOnlyList<string> Names => ["tables"];

        public string Summary => "for tests";

        public Task RunAsync(string text, string arguments, ICellContext cell) => Task.CompletedTask;

        public Completions Complete(string text, int cursor, CSharpSession session) =>
            new(cursor - 2, cursor, text[(cursor - 2)..cursor] == "or" ? [new Completion("orders", "table", null, null)] : []);
    }
}
