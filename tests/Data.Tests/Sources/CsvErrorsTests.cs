using System.IO.Compression;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Sources;

public sealed class CsvErrorsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("csv").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_file_names_the_nearest()
    {
        Write("orders.csv", "a,b\n1,2\n");
        Assert.Equal($"{_folder}/ordres.csv does not exist. Did you mean {_folder}/orders.csv?", Message("ordres.csv"));
        Assert.Equal($"{_folder}/z.parquet does not exist. The folder {_folder} holds orders.csv.", Message("z.parquet"));
        Assert.StartsWith($"{_folder}/no/such.csv does not exist. Nor does the folder {_folder}/no: the current folder is ", Message("no/such.csv"));
    }

    [Fact]
    public void A_directory_is_no_file()
    {
        Write("sales.csv", "");
        Assert.Equal($"{_folder} is a directory. Name a file, such as {_folder}/sales.csv.", Assert.Throws<CsvException>(() => DataFrame.ReadCsv(_folder)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_an_error_unless_allowed(string text)
    {
        Write("empty.csv", text);
        Assert.Equal($"{_folder}/empty.csv is empty. Check how it was written, or set CsvOptions.AllowEmpty for a frame without rows.", Message("empty.csv"));
        Assert.Equal(0, DataFrame.ReadCsv($"{_folder}/empty.csv", new CsvOptions { AllowEmpty = true }).RowCount);
    }

    [Fact]
    public void A_header_alone_is_an_error_unless_allowed()
    {
        Write("head.csv", "id,name\n");
        Assert.Equal($"{_folder}/head.csv holds only a header (id, name) and no rows. Check how it was written, set CsvOptions.Header = false if the line is data, or CsvOptions.AllowEmpty for a frame without rows.", Message("head.csv"));
        var frame = DataFrame.ReadCsv($"{_folder}/head.csv", new CsvOptions { AllowEmpty = true });
        Assert.Equal("id text, name text", frame.Schema.ToString());
        Assert.Equal(0, frame.RowCount);
    }

    [Fact]
    public void Files_that_are_no_text_are_named()
    {
        File.WriteAllBytes($"{_folder}/a.csv", [.. "PK\x03\x04"u8, 1, 2, 3]);
        File.WriteAllBytes($"{_folder}/b.csv", [.. "PAR1"u8, 1, 2, 3]);
        File.WriteAllBytes($"{_folder}/c.csv", [.. Enumerable.Range(0, 2000).Select(i => (byte)(i * 7 % 251))]);
        Assert.Equal($"{_folder}/a.csv is a ZIP archive or an Excel workbook, not delimited text. Unpack it, or save the sheet as CSV.", Message("a.csv"));
        Assert.Equal($"{_folder}/b.csv is a Parquet file, not delimited text. Export it as CSV.", Message("b.csv"));
        Assert.Contains("is no text", Message("c.csv"));
    }

    [Fact]
    public void Truncated_gzip_is_damage()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i},{i}\n"))));
        File.WriteAllBytes($"{_folder}/cut.csv.gz", packed.ToArray()[..(int)(packed.Length / 2)]);
        Assert.Equal($"{_folder}/cut.csv.gz is damaged: its gzip data is truncated or broken. Fetch or write it again.", Message("cut.csv.gz"));
    }

    [Fact]
    public void A_file_that_is_no_table_says_where()
    {
        Write("baskets.csv", "a,b,c\nx\ny,z\nw,v,u,t\nx\n");
        Assert.Equal($"{_folder}/baskets.csv does not look like a table of 3 columns: 4 of 4 rows do not fit. Line 2: the row has 1 field where 3 are expected. Give CsvOptions.Delimiter, Quote or Columns, or set Ragged to fill short rows up with nulls.",
            Assert.Throws<CsvException>(() => DataFrame.ReadCsv($"{_folder}/baskets.csv", new CsvOptions { Delimiter = ',' })).Message);
    }

    [Fact]
    public void All_wrong_options_are_told_at_once()
    {
        var error = Assert.Throws<ArgumentException>(() => DataFrame.ParseCsv("a\n1\n", new CsvOptions
        {
            Delimiter = '"', MostRejects = 2, MaxRows = -1, Columns = ["a", "a"], DateFormats = ["hh:mm"], MaxRowLength = 3,
        }));
        Assert.Equal("CsvOptions.Delimiter and Quote must differ. Both are '\"'. CsvOptions.MostRejects must be in [0, 1]. Got 2. CsvOptions.MaxRows must be ≥ 0. Got -1. " +
            "CsvOptions.MaxRowLength must be in [1024, 536870912]. Got 3. CsvOptions.Columns must differ. 'a' occurs twice. " +
            "CsvOptions.DateFormats must hold .NET date formats with a year, month and day. Got 'hh:mm'.", error.Message);
        var names = Assert.Throws<ArgumentException>(() => DataFrame.ParseCsv("amount,day\n1,2\n", new CsvOptions
        {
            Kinds = new Dictionary<string, ColumnKind> { ["amuont"] = ColumnKind.Number }, Select = ["day", "zzz"],
        }));
        Assert.Equal("CsvOptions.Kinds names 'amuont', which is not in text. Did you mean 'amount'? CsvOptions.Select names 'zzz', which is not in text. Columns: amount, day.", names.Message);
    }

    [Fact]
    public void No_rows_of_a_ragged_file_without_header_are_a_frame_without_rows()
    {
        var frame = DataFrame.ParseCsv("62;t3\n46;t4\n", new CsvOptions { Ragged = true, MaxRows = 0 });
        Assert.Equal((0, 2), (frame.RowCount, frame.ColumnCount));
    }

    [Fact]
    public void A_zone_that_leads_out_of_the_calendar_is_set_aside()
    {
        var text = "d,n\n" + string.Concat(Enumerable.Repeat("31/12/2024 10:00,1\n", 30));
        var frame = DataFrame.ParseCsv(text + "31/12/9999 23:00-05:00,1\n01/01/0001 00:00+05:00,1\n", new CsvOptions { MostRejects = 0.2 });
        Assert.Equal((ColumnKind.Timestamp, 30, 2), (frame["d"].Kind, frame.RowCount, frame.Rejects.RowCount));
        Assert.Contains("2024-12-31 10:00:00", frame.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => DataFrame.ReadCsv(new MemoryStream("a,b\n1,2\n"u8.ToArray()), cancellationToken: source.Token));
    }

    private string Message(string file) => Assert.Throws<CsvException>(() => DataFrame.ReadCsv($"{_folder}/{file}")).Message;

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
