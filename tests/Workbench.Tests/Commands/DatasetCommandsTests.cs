using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Tests.Datasets.Public;

namespace MarketingNotebooks.Workbench.Tests.Commands;

/// <summary><c>mn data list|fetch|verify</c> against a server on loopback, in a cache of the test's own.</summary>
public sealed class DatasetCommandsTests : IDisposable
{
    private readonly byte[] _content = [.. Enumerable.Range(0, 50_000).Select(i => (byte)(i * 31))];
    private readonly Mn _mn = new();

    private string Cache => Path.Combine(_mn.Folder, "cache");

    public DatasetCommandsTests() => _mn.Environment["MARKETING_NOTEBOOKS_DATA"] = Cache;

    public void Dispose() => _mn.Dispose();

    [Fact]
    public async Task A_data_set_is_listed_fetched_over_a_broken_connection_and_verified()
    {
        using var server = new FileServer(_content, new FileServer.Behaviour(DropAfter: 20_000));
        var catalogue = Catalogue(server.Address);
        Assert.Contains("missing", (await _mn.RunAsync("data", "list", "--catalogue", catalogue)).Output, StringComparison.Ordinal);
        var (code, output, errors) = await _mn.RunAsync("data", "fetch", "mine", "--catalogue", catalogue);
        Assert.True(code == ExitCode.Ok, errors);
        Assert.Contains("mine: 50,000 bytes, verified", output, StringComparison.Ordinal);
        var row = JsonNode.Parse((await _mn.RunAsync("data", "list", "--catalogue", catalogue, "--json")).Output)!;
        Assert.Equal("whole", (string?)row["state"]);

        await File.WriteAllTextAsync(Path.Combine(Cache, "mine", "file.csv"), "damaged");
        var (verdict, report, _) = await _mn.RunAsync("data", "verify", "--catalogue", catalogue);
        Assert.Equal(ExitCode.Drift, verdict);
        Assert.Equal("mine/file.csv: damaged. Run `mn data fetch mine`.", report.Trim());
    }

    [Fact]
    public async Task Changed_bytes_leave_no_file()
    {
        using var server = new FileServer(_content, new FileServer.Behaviour(Corrupt: true));
        var (code, _, errors) = await _mn.RunAsync("data", "fetch", "mine", "--catalogue", Catalogue(server.Address));
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("gave other bytes than the catalogue says", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Cache, "mine", "file.csv")));
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_answered_with_the_nearest()
    {
        var (code, _, errors) = await _mn.RunAsync("data", "fetch", "grocery");
        Assert.Equal((ExitCode.Usage, "The catalogue has no data set 'grocery'. Did you mean 'groceries'?"), (code, errors.Trim()));
        Assert.Equal("Name a data set, or pass --all; see `mn data list`.", (await _mn.RunAsync("data", "fetch")).Errors.Trim());
    }

    private string Catalogue(Uri address) => _mn.Write("catalogue.json", new JsonArray(new JsonObject
    {
        ["name"] = "mine", ["title"] = "Mine", ["licence"] = "none", ["origin"] = "here",
        ["files"] = new JsonArray(new JsonObject
        {
            ["name"] = "file.csv", ["address"] = address.ToString(), ["bytes"] = _content.Length, ["sha256"] = Convert.ToHexString(SHA256.HashData(_content)),
        }),
    }).ToJsonString());
}
