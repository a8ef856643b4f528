using FsCheck;
using FsCheck.Fluent;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Tests.Sources;

public sealed class CsvRoundTripTests : IDisposable
{
    private static readonly string[] Words =
        ["", "a", "x,y", "say \"hi\"", "line\nend", "\r\n", " lead", "trail ", "'q'", "#c", "é", "北京", "😀", "N/A", "null", "=1+2", "-", "a;b", "\t", "00012", "\0", "NaNa"];

    private readonly string _folder = Directory.CreateTempSubdirectory("csv").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Frames_of_every_kind_come_back_equal()
    {
        var frames =
            from rows in Gen.Choose(1, 40)
            from integers in Column(Gen.OneOf(Gen.Choose(-1000, 1000).Select(i => (long)i), ArbMap.Default.GeneratorFor<long>()), rows)
            from numbers in Column(ArbMap.Default.GeneratorFor<double>(), rows)
            from flags in Column(ArbMap.Default.GeneratorFor<bool>(), rows)
            from times in Column(Gen.Choose(-700_000, 2_900_000).SelectMany(_ => Gen.Choose(0, 1_000_000), (day, micro) => day * Times.Day + micro * 7L), rows)
            from days in Column(Gen.Choose(-700_000, 2_900_000).Select(day => day * Times.Day), rows)
            from spans in Column(Gen.Choose(-1_000_000, 1_000_000).Select(span => span * 86_399_999_999L / 1000), rows)
            from texts in Gen.Elements(Words).Select(word => (string?)word).OrNull().ArrayOf(rows)
            from digits in Gen.Choose(0, 99).Select(i => (string?)i.ToString("D1", null)).OrNull().ArrayOf(rows)
            select DataFrame.FromColumns(
                ("key", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, rows).Select(i => (long)i)])),
                ("integer", Fixed(ColumnKind.Integer, integers)), ("number", Fixed(ColumnKind.Number, numbers)), ("boolean", Fixed(ColumnKind.Boolean, flags)),
                ("time stamp", Fixed(ColumnKind.Timestamp, times)), ("day", Fixed(ColumnKind.Timestamp, days)), ("duration", Fixed(ColumnKind.Duration, spans)),
                ("text, quoted", TextColumn.From(["word", .. texts[1..]])), ("digits", TextColumn.From(["0", .. digits[1..]])));
        Prop.ForAll(frames.ToArbitrary(), frame =>
        {
            foreach (var options in new[] { new CsvWriteOptions(), new CsvWriteOptions { Delimiter = ';', CarriageReturns = true }, new CsvWriteOptions { Delimiter = '\t' } })
                Frames.Equal(frame, DataFrame.ParseCsv(frame.ToCsv(options), new CsvOptions { Header = true }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void One_column_of_texts_keeps_nulls_and_empty_texts()
    {
        var frame = DataFrame.FromColumns(("text", TextColumn.From(["a", null, "", "b", null])));
        Assert.Equal("text\na\n\n\"\"\nb\n\n", frame.ToCsv());
        Frames.Equal(frame, DataFrame.ParseCsv(frame.ToCsv()));
    }

    [Fact]
    public void The_text_is_pinned()
    {
        var frame = DataFrame.From(new[]
        {
            new { Id = 1, Amount = 0.1 + 0.2, Whole = 2.0, Zip = "01234", Code = "7", Day = new DateTime(2024, 2, 29), At = new DateTime(2024, 2, 29, 12, 30, 0), Took = TimeSpan.FromSeconds(90.5), Ok = (bool?)true, Note = "a \"b\", c" },
            new { Id = 2, Amount = 1e300, Whole = -0.0, Zip = "12345", Code = "8", Day = new DateTime(2024, 3, 1), At = new DateTime(2024, 3, 1), Took = TimeSpan.FromDays(2), Ok = (bool?)null, Note = "" },
        });
        var text = "Id,Amount,Whole,Zip,Code,Day,At,Took,Ok,Note\n" +
            "1,0.30000000000000004,2.0,01234,\"7\",2024-02-29,2024-02-29T12:30:00Z,PT1M30.5S,true,\"a \"\"b\"\", c\"\n" +
            "2,1E+300,-0.0,12345,\"8\",2024-03-01,2024-03-01T00:00:00Z,P2D,,\"\"\n";
        Assert.Equal(text, frame.ToCsv());
        Frames.Equal(frame, DataFrame.ParseCsv(text));
    }

    [Fact]
    public void Files_are_written_whole_into_new_folders_and_packed_by_name()
    {
        var frame = DataFrame.From(Enumerable.Range(0, 20_000).Select(i => new { i, name = $"n{i % 7}" }));
        foreach (var name in new[] { "deep/er/a.csv", "deep/a.csv.gz" })
        {
            frame.WriteCsv($"{_folder}/{name}");
            Frames.Equal(frame, DataFrame.ReadCsv($"{_folder}/{name}"));
        }
        Assert.True(new FileInfo($"{_folder}/deep/a.csv.gz").Length < new FileInfo($"{_folder}/deep/er/a.csv").Length / 2);
        Assert.Equal(2, Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length);
        frame.WriteCsv($"{_folder}/mark.csv", new CsvWriteOptions { ByteOrderMark = true });
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes($"{_folder}/mark.csv")[..3]);
        Frames.Equal(frame, DataFrame.ReadCsv($"{_folder}/mark.csv"));
        Assert.Equal($"{_folder} is a directory. Name the file to write, such as {_folder}/data.csv.", Assert.Throws<CsvException>(() => frame.WriteCsv(_folder)).Message);
    }

    [Fact]
    public void Formulas_can_be_made_harmless()
    {
        var frame = DataFrame.FromColumns(("t", TextColumn.From(["=1+1", "@x", "fine", "-2"])), ("n", new Column<long>(ColumnKind.Integer, [1, 2, -3, 4])));
        Assert.Equal("t,n\n\"'=1+1\",1\n\"'@x\",2\nfine,-3\n\"'-2\",4\n", frame.ToCsv(new CsvWriteOptions { EscapeFormulas = true }));
    }

    private static Gen<T?[]> Column<T>(Gen<T> values, int rows)
        where T : struct => Gen.Frequency((4, values.Select(value => (T?)value)), (1, Gen.Constant((T?)null))).ArrayOf(rows);

    /// <summary>A column with a value in its first row: a column of nulls alone has no kind in a CSV file.</summary>
    private static Column<T> Fixed<T>(ColumnKind kind, T?[] values)
        where T : unmanaged
    {
        values[0] ??= default(T);
        return new Column<T>(kind, [.. values.Select(value => value ?? default)], Validity.FromFlags([.. values.Select(value => value is not null)]));
    }
}
