using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Sources;

public sealed class CsvFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mn-folder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_stand_below_each_other_and_columns_meet_by_name()
    {
        Write("2026-02.csv", "amount,id\n2.5,3\n");
        Write("2026-01.csv", "id,amount,channel\n1,10,email\n2,20,search\n");
        Write("notes.md", "not,data\n1,2\n");
        var frame = DataFrame.ReadCsvFolder(_folder);
        Assert.Equal(["id", "amount", "channel", "file"], frame.ColumnNames);
        Assert.Equal([1L, 2, 3], frame.Column<long>("id").Values);
        Assert.Equal([10, 20, 2.5], frame.Column<double>("amount").Values);
        Assert.Equal((string?[])["email", "search", null], frame.Text("channel").ToStrings());
        Assert.Equal((string?[])["2026-01.csv", "2026-01.csv", "2026-02.csv"], frame.Text("file").ToStrings());
    }

    [Fact]
    public void Kinds_that_do_not_go_together_become_text_as_written()
    {
        Write("a.csv", "code,empty,n\n1,,1\n2,,2\n");
        Write("b.csv", "code,empty,n\n007,3,x\n008,4,y\n");
        var frame = DataFrame.ReadCsvFolder(Path.Combine(_folder, "*.csv"), fileColumn: null);
        Assert.Equal((string?[])["1", "2", "007", "008"], frame.Text("code").ToStrings());
        Assert.Equal((string?[])["1", "2", "x", "y"], frame.Text("n").ToStrings());
        Assert.Equal(ColumnKind.Integer, frame.Schema["empty"].Kind);
        Assert.Equal([null, null, 3L, 4L], Enumerable.Range(0, 4).Select(row => frame["empty"][row]));
    }

    [Fact]
    public void Rejects_name_their_file()
    {
        Write("a.csv", "x,y\n1,2\n3,4\n");
        Write("b.csv", "x,y\n1,2\n3\n5,6\n7,8\n");
        var frame = DataFrame.ReadCsvFolder(_folder);
        Assert.Equal(5, frame.RowCount);
        Assert.Equal((string?[])["b.csv"], frame.Rejects.Text("file").ToStrings());
        Assert.Equal(3, frame.Rejects.Column<long>("line").Values[0]);
        Assert.Equal(1, frame.Where(c => c["x"] > 1).Rejects.RowCount);
    }

    [Theory]
    [InlineData("**/*.csv", 3)]
    [InlineData("*.csv", 1)]
    [InlineData("sub/?.csv", 1)]
    [InlineData("sub/**/*.csv", 2)]
    [InlineData("sub/deep/c.csv", 1)]
    public void Patterns(string pattern, int rows)
    {
        foreach (var name in new[] { "a.csv", "sub/b.csv", "sub/deep/c.csv" }) Write(name, "x\n1\n");
        Assert.Equal(rows, DataFrame.ReadCsvFolder($"{_folder}/{pattern}").RowCount);
    }

    [Fact]
    public void Many_files()
    {
        for (var i = 0; i < 65; i++) Write($"{i:000}.csv", $"day,orders\n{i},{i * i}\n");
        Assert.Equal(Enumerable.Range(0, 65).Select(i => (long)i), DataFrame.ReadCsvFolder(_folder).Column<long>("day").Values.ToArray());
    }

    [Fact]
    public void What_fits_nothing_is_told()
    {
        Assert.Contains("holds no delimited text files", Fails(_folder), StringComparison.Ordinal);
        Write("a.dat", "x\n1\n");
        Assert.Contains("holds a.dat.", Fails($"{_folder}/*.csv"), StringComparison.Ordinal);
        Assert.Contains("does not exist", Fails($"{_folder}/none/*.csv"), StringComparison.Ordinal);
        Write("a.csv", "file,x\n1,2\n");
        Assert.Contains("has a column 'file' itself", Fails(_folder), StringComparison.Ordinal);
    }

    private static string Fails(string pattern) => Assert.Throws<CsvException>(() => DataFrame.ReadCsvFolder(pattern)).Message;


    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
