using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Languages;
using static MarketingNotebooks.Kernel.Tests.Engine.Sessions;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Lines that start with <c>#</c>.</summary>
public sealed class DirectiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kernel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Other_languages_are_shown_between_code()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("#!csharp\nvar a = 1;\na\n#!markdown\n# Title\n#!html\n<b>x</b>\n#!C#\na + 1");
        Assert.Equal(["display display-1:1", "display display-2:# Title", "display display-3:<b>x</b>", "result 1:2"], sink.Events);
        Assert.Equal("# Title", (string?)sink.Bundles[1].Data["text/markdown"]);
    }

    [Fact]
    public async Task Whos_and_time()
    {
        using var session = new CSharpSession();
        var sink = await session.RunAsync("#!time\nvar rate = 0.5;\n#!whos");
        Assert.Contains("Name = \"rate\", Type = \"double\", Value = 0.5", sink.Events[0], StringComparison.Ordinal);
        Assert.StartsWith("out:Wall time: ", sink.Events[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_magic_lists_the_known_ones() => Assert.Equal(
        "'#!sqlite' is not known here. Known: #!about, #!csharp, #!html, #!import, #!javascript, #!lsmagic, #!markdown, #!mermaid, #!set, #!share, #!time, #!value, #!who, #!whos.",
        (await ErrorOfAsync("#!sqlite\nselect 1")).Value);

    [Fact]
    public async Task A_language_of_the_host_gets_the_lines_below_it()
    {
        using var session = new CSharpSession(new SessionOptions { Languages = [new Shout()] });
        Assert.Equal(["out:HELLO to all"], (await session.RunAsync("#!shout to all\nhello")).Events);
    }

    [Fact]
    public async Task A_line_inside_a_string_is_not_a_directive() =>
        Assert.Equal("\n#!whos\n", await ValueOfAsync("var s = @\"\n#!whos\n\";\ns"));

    [Fact]
    public async Task Load_and_import_run_files_with_lines_of_their_own()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "lib.csx"), "int Twice(int x)\n{\n    if (x < 0) throw new ArgumentException(\"negative\");\n    return 2 * x;\n}");
        await File.WriteAllTextAsync(Path.Combine(folder, "shop.cs"), "namespace Shop;\npublic record Cart(int N);");
        await File.WriteAllTextAsync(Path.Combine(folder, "other.ipynb"), """{"cells":[{"cell_type":"code","source":"var shared = 9;","metadata":{},"outputs":[],"execution_count":null}],"metadata":{},"nbformat":4,"nbformat_minor":4}""");
        using var session = new CSharpSession(new SessionOptions { Folder = folder });
        Assert.Equal("(6, Cart { N = 1 }, 9)", await session.ValueAsync("#load \"lib.csx\"\n#!import shop.cs\n#!import other.ipynb\n(Twice(3), new Shop.Cart(1), shared)"));
        var error = (await session.RunAsync("Twice(-1)")).LastError!;
        Assert.Equal(("lib.csx", 3), (error.Document, error.Line));
    }

    [Fact]
    public async Task A_missing_file_says_where_it_was_looked_for()
    {
        using var session = new CSharpSession(new SessionOptions { Folder = folder });
        var sink = await session.RunAsync("#load \"nope.csx\"");
        Assert.Equal($"There is no file 'nope.csx' to load. Paths count from '{folder}'.", sink.LastError?.Value);
    }

    [Fact]
    public async Task A_package_is_restored_and_used() => Assert.Equal("2", await ValueOfAsync(
        "#r \"nuget: Newtonsoft.Json, 13.0.3\"\n#i \"nuget:.\"", "Newtonsoft.Json.Linq.JArray.Parse(\"[1,2]\").Count"));

    [Fact]
    public async Task A_missing_package_is_one_sentence() => Assert.Equal(
        "Package 'No.Such.Package.Of.Ours' is in none of the package sources; check its name, or add its source with #i \"nuget:https://…\".",
        (await ErrorOfAsync("#r \"nuget: No.Such.Package.Of.Ours, 1.0.0\"")).Value);

    [Fact]
    public async Task A_misspelt_package_shows_the_form() => Assert.Equal(
        "A package is written #r \"nuget:Name, 1.2.3\". Got 'Name 1 2'.", (await ErrorOfAsync("#r \"nuget:Name 1 2\"")).Value);

    private sealed class Shout : ICellLanguage
    {
        public IReadOnlyList<string> Names => ["shout"];

        public string Summary => "writes in capitals";

        public Task RunAsync(string text, string arguments, ICellContext cell)
        {
            cell.Write($"{text.ToUpperInvariant()} {arguments}");
            return Task.CompletedTask;
        }
    }
}
