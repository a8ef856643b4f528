using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Kernel.Tests.Engine.Packages;

/// <summary><c>#r "nuget:…"</c> against a folder of packages the test packs itself.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly PackageFeed feed = new();

    [Fact]
    public async Task Progress_is_replaced_by_what_was_installed_and_several_lines_are_one_restore()
    {
        feed.Add("Tea", "1.2.0");
        feed.Add("Pot", "2.0.0", ("Leaf", "1.0.0"));
        feed.Add("Leaf", "1.0.0");
        feed.Add("Leaf", "1.1.0");
        using var session = Session();
        var sink = await session.RunAsync($"{Source}\n#r \"nuget: {feed.Name("Tea")}, 1.2.0\"\n#r \"nuget:{feed.Name("Pot")}, 2.0.0\"\nTeaInfo.Version + PotInfo.Version + LeafInfo.Version");
        Assert.Equal([$"display display-1:Restoring {feed.Name("Tea")}, 1.2.0; {feed.Name("Pot")}, 2.0.0 …",
            $"update display-1:Installed: {feed.Name("Tea")}, 1.2.0; {feed.Name("Pot")}, 2.0.0", "result 1:1.2.02.0.01.0.0"], sink.Events);
        Assert.Equal("1.2.0", (string?)sink.Bundles[1].Metadata["marketing_notebooks"]!["packages"]![feed.Name("Tea")]);
        Assert.Equal(new Dictionary<string, string> { [feed.Name("Pot")] = "2.0.0", [feed.Name("Tea")] = "1.2.0" }, session.Packages.ToDictionary());
    }

    [Theory]
    [InlineData("", "2.1.0")]
    [InlineData(", *-*", "3.0.0-beta")]
    [InlineData(", 1.*", "1.5.0")]
    [InlineData(", [1.0,2.0)", "1.0.0")]
    [InlineData(", 1.5.0", "1.5.0")]
    public async Task A_version_may_be_left_out_or_be_a_range(string asked, string chosen)
    {
        foreach (var version in new[] { "1.0.0", "1.5.0", "2.1.0", "3.0.0-beta" }) feed.Add("Tea", version);
        using var session = Session();
        Assert.Equal(chosen, await session.ValueAsync($"{Source}\n#r \"nuget: {feed.Name("Tea")}{asked}\"", "TeaInfo.Version"));
        Assert.Equal(chosen, session.Packages[feed.Name("Tea")]);
        Assert.Empty((await session.RunAsync($"#r \"nuget: {feed.Name("Tea")}{asked}\"")).Events);
    }

    [Fact]
    public async Task A_pinned_version_is_taken_unless_the_cell_names_another()
    {
        foreach (var version in new[] { "1.0.0", "2.0.0" }) feed.Add("Tea", version);
        var pins = new Dictionary<string, string> { [feed.Name("Tea")] = "1.0.0" };
        using var session = Session(pins);
        Assert.Equal("1.0.0", await session.ValueAsync($"{Source}\n#r \"nuget: {feed.Name("Tea")}\"", "TeaInfo.Version"));
        using var other = Session(pins);
        var sink = await other.RunAsync($"{Source}\n#r \"nuget: {feed.Name("Tea")}, 2.0.0\"");
        Assert.Equal($"update display-1:Installed: {feed.Name("Tea")}, 2.0.0 (the notebook had 1.0.0)", sink.Events[1]);
    }

    [Fact]
    public async Task A_run_keeps_the_versions_in_the_notebook_and_the_next_run_takes_them()
    {
        feed.Add("Tea", "1.0.0");
        var document = Notebook($"{Source}\n#r \"nuget: {feed.Name("Tea")}\"\nTeaInfo.Version");
        document.Metadata["marketing_notebooks"] = new JsonObject { ["packages"] = new JsonObject { ["No.Longer"] = "9.0.0" }, ["other"] = 1 };
        var options = new RunOptions { Session = new SessionOptions { PackageCache = feed.Cache } };
        Assert.Equal(RunStatus.Ok, (await NotebookRunner.RunAsync(document, options)).Status);
        Assert.Equal($"{{\"packages\":{{\"{feed.Name("Tea")}\":\"1.0.0\"}},\"other\":1}}", document.Metadata["marketing_notebooks"]!.ToJsonString());

        feed.Add("Tea", "1.1.0");
        var again = NotebookDocument.Parse(document.ToJson());
        Assert.Equal(RunStatus.Ok, (await NotebookRunner.RunAsync(again, options)).Status);
        Assert.Equal(document.ToJson(), again.ToJson());
    }

    [Fact]
    public async Task A_missing_version_names_the_nearest_and_a_missing_dependency_who_needs_it()
    {
        feed.Add("Tea", "1.2.0");
        feed.Add("Pot", "2.0.0", ("Leaf", "1.0.0"));
        feed.Add("Cup", "2.0.0", ("Tea", "1.5.0"));
        using var session = Session();
        Assert.Equal($"Package '{feed.Name("Tea")}' has no version 3.0.0; the nearest is 1.2.0; ask for one that exists.", await ErrorAsync(session, $"{feed.Name("Tea")}, 3.0.0"));
        Assert.Equal($"Package '{feed.Name("Pot")} 2.0.0' needs '{feed.Name("Leaf")}', which is in none of the package sources; ask for another version of it, or add the source of '{feed.Name("Leaf")}' with #i \"nuget:https://…\".", await ErrorAsync(session, $"{feed.Name("Pot")}, 2.0.0"));
        Assert.Equal($"Package '{feed.Name("Cup")} 2.0.0' needs '{feed.Name("Tea")}' 1.5.0, which is in none of the package sources; the nearest is 1.2.0; ask for another version of '{feed.Name("Cup")}'.", await ErrorAsync(session, $"{feed.Name("Cup")}, 2.0.0"));
        Assert.Equal("1.2.0", await session.ValueAsync($"#r \"nuget: {feed.Name("Tea")}, 1.2.0\"", "TeaInfo.Version"));
    }

    [Fact]
    public async Task What_is_loaded_is_not_changed_under_a_running_session()
    {
        foreach (var version in new[] { "1.0.0", "2.0.0" }) feed.Add("Leaf", version);
        feed.Add("Pot", "1.0.0", ("Leaf", "1.0.0"));
        feed.Add("Cup", "1.0.0", ("Leaf", "2.0.0"));
        using var session = Session();
        Assert.Equal("1.0.0", await session.ValueAsync($"{Source}\n#r \"nuget: {feed.Name("Pot")}, 1.0.0\"", "LeafInfo.Version"));
        Assert.Equal($"Package '{feed.Name("Pot")}' is already loaded in version 1.0.0. Got 2.0.0; restart to change it.", await ErrorAsync(session, $"{feed.Name("Pot")}, 2.0.0"));
        Assert.Equal($"'{feed.Name("Cup")}' would bring '{feed.Name("Leaf")}' 2.0.0, and 1.0.0 is already loaded. Restart, and put all #r lines into one cell.", await ErrorAsync(session, $"{feed.Name("Cup")}, 1.0.0"));
        using var together = Session();
        Assert.Equal("2.0.0", await together.ValueAsync($"{Source}\n#r \"nuget: {feed.Name("Pot")}, 1.0.0\"\n#r \"nuget: {feed.Name("Cup")}, 1.0.0\"\nLeafInfo.Version"));
    }

    [Fact]
    public async Task A_version_not_loaded_yet_may_still_change()
    {
        foreach (var version in new[] { "1.0.0", "2.0.0" }) feed.Add("Leaf", version);
        feed.Add("Pot", "1.0.0", ("Leaf", "1.0.0"));
        feed.Add("Cup", "1.0.0", ("Leaf", "2.0.0"));
        using var session = Session();
        Assert.Equal("2.0.0", await session.ValueAsync($"{Source}\n#r \"nuget: {feed.Name("Pot")}, 1.0.0\"", $"#r \"nuget: {feed.Name("Cup")}, 1.0.0\"\nLeafInfo.Version"));
    }

    [Fact]
    public async Task A_list_restored_once_needs_no_source_any_more()
    {
        feed.Add("Tea", "1.0.0");
        using (var first = Session()) await first.ValueAsync($"{Source}\n#r \"nuget: {feed.Name("Tea")}\"", "TeaInfo.Version");
        File.Delete(Path.Combine(feed.Folder, $"{feed.Name("Tea")}.1.0.0.nupkg"));
        using var session = Session();
        Assert.Equal("1.0.0", await session.ValueAsync($"{Source}\n#r \"nuget: {feed.Name("Tea")}, 1.0.0\"", "TeaInfo.Version"));
        Assert.Equal("1.0.0", session.Packages[feed.Name("Tea")]);
    }

    [Fact]
    public async Task A_restore_can_be_interrupted()
    {
        using var session = Session();
        var sink = new RecordingSink();
        // A source that takes connections and says nothing: the restore cannot end by itself.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var running = session.RunAsync($"#i \"nuget: https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/v3/index.json\"\n#r \"nuget: {feed.Name("Nowhere")}\"", sink);
        var asked = silent.AcceptSocketAsync();
        Assert.Same(asked, await Task.WhenAny(asked, running));
        session.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Equal($"update display-1:Not installed: {feed.Name("Nowhere")}", sink.Events[1]);
        Assert.True(Directory.GetDirectories(feed.Cache).Length == 0, "The unfinished restore is cleaned up.");
    }

    /// <summary>The framework's own assemblies and those of this process stay what they are; another's newer copy is used beside the process's.</summary>
    [Fact]
    public async Task An_assembly_the_process_has_already_is_the_processs_when_it_fits()
    {
        feed.Add("Json", "99.0.0", "System.Text.Json");
        feed.Add("Asserts", "99.0.0", "xunit.assert");
        feed.Add("Olds", "0.1.0", "xunit.assert");
        using var session = Session();
        Assert.Matches($"^Package '{feed.Name("Json")}' brings System.Text.Json 99.0.0.0, and this program runs with 10.0.0.0. Ask for a version of the package that is content with that.$", await ErrorAsync(session, $"{feed.Name("Json")}, 99.0.0"));
        Assert.Equal("99.0.0.0", await session.ValueAsync($"#r \"nuget: {feed.Name("Asserts")}, 99.0.0\"\ntypeof(AssertsInfo).Assembly.GetName().Version.ToString()"));
        using var other = Session();
        Assert.Equal(typeof(Assert).Assembly.GetName().Version!.ToString(),
            await other.ValueAsync($"{Source}\n#r \"nuget: {feed.Name("Olds")}, 0.1.0\"\ntypeof(Xunit.Assert).Assembly.GetName().Version.ToString()"));
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_said_before_any_restore()
    {
        using var session = Session();
        var sink = await session.RunAsync($"#i \"nuget: {feed.Folder}/none\"\n#r \"nuget: {feed.Name("Tea")}\"");
        Assert.Equal($"There is no folder '{feed.Folder}/none' to take packages from. Give #i a folder that is there, or an address that starts with https://.", sink.LastError?.Value);
        Assert.Single(sink.Events);
    }

    [Theory]
    [InlineData("Tea 1 2")]
    [InlineData("Tea, 1 2")]
    [InlineData("Tea, [1.0")]
    [InlineData(", 1.0")]
    [InlineData("Tea\" Version=\"1")]
    public void A_misspelt_request_shows_the_form(string text) => Assert.Equal(
        $"A package is written #r \"nuget:Name, 1.2.3\". Got '{text}'.", Assert.Throws<Kernel.Engine.Packages.PackageException>(() => Kernel.Engine.Packages.PackageRequest.Parse(text)).Message);

    public void Dispose() => feed.Dispose();

    private string Source => $"#i \"nuget: {feed.Folder}\"";

    private CSharpSession Session(IReadOnlyDictionary<string, string>? pins = null) =>
        new(new SessionOptions { PackageCache = feed.Cache, PinnedPackages = pins ?? new Dictionary<string, string>() });

    private async Task<string?> ErrorAsync(CSharpSession session, string package) => (await session.RunAsync($"{Source}\n#r \"nuget: {package}\"")).LastError?.Value;

    private static NotebookDocument Notebook(string code)
    {
        var document = NotebookDocument.Create();
        document.Cells.Add(new Cell(CellKind.Code, code));
        return document;
    }
}
