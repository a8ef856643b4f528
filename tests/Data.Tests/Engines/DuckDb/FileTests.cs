using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("files").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Several_files_are_matched_by_name()
    {
        DataFrame.FromColumns(("id", Make.Integers(1)), ("name", Make.Texts("a"))).WriteParquet($"{_folder}/1.parquet");
        DataFrame.FromColumns(("took", new Column<long>(ColumnKind.Duration, [-5])), ("id", Make.Integers(2))).WriteParquet($"{_folder}/2.parquet");
        var both = DataFrame.ReadParquet($"{_folder}/*.parquet").OrderBy("id");
        Assert.Equal([[1L, "a", null], [2L, null, TimeSpan.FromMicroseconds(-5)]], both.Rows());
        Assert.Equal([[2L]], DataFrame.ReadParquet($"{_folder}/2.parquet", ["id"]).Rows());
        Assert.Equal(3L, Sql($"select sum(id) as s from read_parquet({_folder + "/*.parquet"})").Value<long>("s"));
    }

    [Fact]
    public void A_failed_write_leaves_the_old_file()
    {
        var path = $"{_folder}/kept.parquet";
        DataFrame.FromColumns(("id", Make.Integers(1))).WriteParquet(path);
        Assert.ThrowsAny<Exception>(() => DataFrame.FromColumns(("text", Make.Texts("\ud83d"))).WriteParquet(path));
        Assert.Equal([[1L]], DataFrame.ReadParquet(path).Rows());
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Json_is_read_with_nested_values_as_text()
    {
        File.WriteAllText($"{_folder}/a.json", """[{"id": 1, "tags": ["x", "é"], "at": "2024-02-29T10:00:00"}, {"id": 2}]""");
        File.WriteAllText($"{_folder}/a.jsonl", "{\"id\": 1, \"who\": {\"name\": \"Ann\"}}\n{\"id\": 2, \"who\": null}\n");
        Assert.Equal([[1L, "[\"x\",\"é\"]", new DateTime(2024, 2, 29, 10, 0, 0)], [2L, null, null]], DataFrame.ReadJson($"{_folder}/a.json").Rows());
        Assert.Equal([[1L, "{\"name\":\"Ann\"}"], [2L, null]], DataFrame.ReadJsonLines($"{_folder}/a.jsonl").Rows());
    }
}
