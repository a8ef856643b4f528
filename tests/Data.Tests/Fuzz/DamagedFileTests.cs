using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Fuzz;

/// <summary>Files that are cut off, overwritten in places, or of absurd shape: an error or rejects, never a crash, never memory beyond measure.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private const int Rows = 300;
    private readonly string _folder = Directory.CreateTempSubdirectory("mn-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Csv() => Fuzz(Good("a.csv", (frame, path) => frame.WriteCsv(path)), path => DataFrame.ReadCsv(path), leastErrors: 0);

    [Fact]
    public void Gzip() => Fuzz(Good("a.csv.gz", (frame, path) => frame.WriteCsv(path)), path => DataFrame.ReadCsv(path), leastErrors: 100);

    [Fact]
    public void Parquet() => Fuzz(Good("a.parquet", (frame, path) => frame.WriteParquet(path)), path => DataFrame.ReadParquet(path), leastErrors: 100);

    [Fact]
    public void JsonLines() => Fuzz(Good("a.jsonl", WriteJsonLines), path => DataFrame.ReadJsonLines(path), leastErrors: 100);

    [Fact]
    public void A_cut_parquet_file_is_an_error_that_names_it()
    {
        var path = Good("a.parquet", (frame, file) => frame.WriteParquet(file));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^100]);
        Assert.Contains(path, Assert.Throws<DuckDbException>(() => DataFrame.ReadParquet(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_columns()
    {
        const int columns = 10_000;
        var csv = Path.Combine(_folder, "wide.csv");
        var row = string.Join(',', Enumerable.Range(0, columns));
        File.WriteAllText(csv, string.Join(',', Enumerable.Range(0, columns).Select(i => $"c{i}")) + "\n" + row + "\n" + row + "\n");
        var frame = DataFrame.ReadCsv(csv);
        Wide(frame);

        var parquet = Path.Combine(_folder, "wide.parquet");
        frame.WriteParquet(parquet);
        Wide(DataFrame.ReadParquet(parquet));

        var json = Path.Combine(_folder, "wide.jsonl");
        var line = $"{{{string.Join(',', Enumerable.Range(0, columns).Select(i => $"\"c{i}\":{i}"))}}}\n";
        File.WriteAllText(json, line + line);
        Wide(DataFrame.ReadJsonLines(json));

        static void Wide(DataFrame frame)
        {
            Assert.Equal((2, columns), (frame.RowCount, frame.ColumnCount));
            Assert.Equal(7_777L, frame.Column<long>("c7777").Values[1]);
        }
    }

    [Theory]
    [InlineData("one.csv", "", "")]
    [InlineData("open.csv", "a,b\n1,x\n2,\"", "")]
    public void A_file_of_one_line_of_200_MB_is_an_error_or_a_reject(string name, string before, string after)
    {
        var path = Long(name, before, after);
        try
        {
            Assert.Equal(1, DataFrame.ReadCsv(path).Rejects.RowCount);
        }
        catch (CsvException error)
        {
            Assert.Contains("longer than CsvOptions.MaxRowLength", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_line_of_200_MB_in_a_json_file_is_an_error_with_a_remedy()
    {
        var path = Long("long.jsonl", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"", "\"}\n{\"a\":3,\"b\":\"z\"}\n");
        Assert.Equal($"{path} holds an object of more than 16 MiB. Shorten it, or read the file with another program and write it in parts.",
            Assert.Throws<DuckDbException>(() => DataFrame.ReadJsonLines(path)).Message);
        Assert.EndsWith("with DataFrame.ReadJsonLines.", Assert.Throws<DuckDbException>(() => DataFrame.ReadJson(path)).Message, StringComparison.Ordinal);
    }

    /// <summary>Reads 300 damaged copies of a file.</summary>
    private static void Fuzz(string path, Func<string, DataFrame> read, int leastErrors)
    {
        var (whole, rng, errors) = (File.ReadAllBytes(path), new Random(17), 0);
        for (var trial = 0; trial < 300; trial++)
        {
            var bytes = trial % 3 == 0 ? whole[..rng.Next(whole.Length)] : [.. whole];
            for (var places = trial % 3 == 1 ? 1 + rng.Next(8) : 0; places > 0; places--) bytes[rng.Next(bytes.Length)] = (byte)rng.Next(256);
            if (trial % 3 == 2) bytes[^(1 + rng.Next(bytes.Length))] ^= (byte)(1 << rng.Next(8));
            File.WriteAllBytes(path, bytes);
            try
            {
                var frame = read(path);
                // A byte that becomes a line end adds a row at most.
                Assert.InRange(frame.RowCount + frame.Rejects.RowCount, 0, Rows + 8);
                Assert.NotEmpty(frame.ToString());
            }
            catch (Exception error) when (error is CsvException or DuckDbException)
            {
                Assert.NotEmpty(error.Message);
                errors++;
            }
        }
        Assert.True(errors >= leastErrors, $"{errors} errors");
    }

    private string Good(string name, Action<DataFrame, string> write)
    {
        var path = Path.Combine(_folder, name);
        write(DataFrame.FromColumns(
            ("id", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, Rows).Select(i => i * 7919L % 1000)])),
            ("amount", new Column<double>(ColumnKind.Number, [.. Enumerable.Range(0, Rows).Select(i => i * 0.37)])),
            ("name", TextColumn.From([.. Enumerable.Range(0, Rows).Select(i => i % 7 == 0 ? null : $"tea 茶 {i % 13}")])),
            ("day", new Column<long>(ColumnKind.Timestamp, [.. Enumerable.Range(0, Rows).Select(i => 1_700_000_000_000_000 + i * 86_400_000_000L)])),
            ("paid", new Column<bool>(ColumnKind.Boolean, [.. Enumerable.Range(0, Rows).Select(i => i % 3 == 0)]))), path);
        return path;
    }

    private static void WriteJsonLines(DataFrame frame, string path) =>
        File.WriteAllLines(path, Enumerable.Range(0, frame.RowCount).Select(row => System.Text.Json.JsonSerializer.Serialize(frame.ColumnNames.ToDictionary(name => name, name => frame[name][row]))));

    private string Long(string name, string before, string after) => Long(_folder, name, before, after);

    /// <summary>A file with 200 MB between its beginning and its end.</summary>
    internal static string Long(string folder, string name, string before, string after)
    {
        var path = Path.Combine(folder, name);
        using var writer = new StreamWriter(path);
        writer.Write(before);
        var piece = new string('y', 1 << 20);
        for (var i = 0; i < 200; i++) writer.Write(piece);
        writer.Write(after);
        return path;
    }
}
