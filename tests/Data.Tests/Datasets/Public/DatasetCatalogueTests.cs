using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Public;

namespace MarketingNotebooks.Data.Tests.Datasets.Public;

public sealed class DatasetCatalogueTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_standard_catalogue_describes_each_file()
    {
        Assert.NotEmpty(DatasetCatalogue.Standard.Datasets);
        foreach (var dataset in DatasetCatalogue.Standard.Datasets)
        {
            Assert.NotEmpty(dataset.Licence);
            Assert.All(dataset.Files, file => Assert.NotEmpty(file.Columns));
            Assert.All(dataset.Files, file => Assert.True(file.Rows > 0));
        }
    }

    [Fact]
    public void Files_in_the_cache_are_what_the_catalogue_says()
    {
        var cache = new DatasetCache(DatasetCache.DefaultFolder);
        var states = DatasetCatalogue.Standard.Datasets.SelectMany(dataset => dataset.Files.Select(file => (dataset, file, State: cache.Verify(dataset, file)))).ToList();
        foreach (var (dataset, file, state) in states)
        {
            Assert.True(state is FileState.Whole or FileState.Missing, $"{dataset.Name}/{file.Name}: {state}");
            if (state == FileState.Missing) continue;
            var lines = File.ReadLines(cache.PathOf(dataset, file)).Count(line => line.Length > 0);
            Assert.InRange(lines - file.Rows!.Value, 0, 1);
        }
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest() =>
        Assert.Equal("The catalogue has no data set 'grocery'. Did you mean 'groceries'?",
            Assert.Throws<DatasetException>(() => DatasetCatalogue.Standard.Find("grocery")).Message);

    [Theory]
    [InlineData("name", "../../etc", "small letters")]
    [InlineData("name", "..", "small letters")]
    [InlineData("file", "../x.csv", "file name '../x.csv'")]
    [InlineData("file", "a/b.csv", "file name 'a/b.csv'")]
    [InlineData("file", ".hidden", "not begin with '.'")]
    [InlineData("address", "file:///etc/passwd", "must begin with https://")]
    [InlineData("sha256", "abc", "64 hexadecimal digits")]
    public void Entries_that_could_do_harm_are_refused(string what, string value, string message)
    {
        var values = new Dictionary<string, string> { ["name"] = "mine", ["file"] = "x.csv", ["address"] = "https://example.org/x.csv", ["sha256"] = new string('0', 64), [what] = value };
        var file = new JsonObject { ["name"] = values["file"], ["address"] = values["address"], ["bytes"] = 1, ["sha256"] = values["sha256"] };
        File.WriteAllText(_file, new JsonArray(new JsonObject { ["name"] = values["name"], ["title"] = "", ["licence"] = "", ["origin"] = "", ["files"] = new JsonArray(file) }).ToJsonString());
        Assert.Contains(message, Assert.Throws<DatasetException>(() => DatasetCatalogue.Read(_file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("""[{"name":"x"}]""")]
    [InlineData("""[{"name":"x","title":"","licence":"","origin":"","files":[null]}]""")]
    public void What_is_no_catalogue_is_refused(string text)
    {
        File.WriteAllText(_file, text);
        Assert.Contains("is no catalogue", Assert.Throws<DatasetException>(() => DatasetCatalogue.Read(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalogue_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.json", Assert.Throws<DatasetException>(() => DatasetCatalogue.Read("nowhere.json")).Message, StringComparison.Ordinal);
}
