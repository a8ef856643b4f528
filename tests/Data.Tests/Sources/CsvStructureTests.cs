using System.IO.Compression;
using System.Text;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Sources;

public class CsvStructureTests
{
    [Theory]
    [InlineData("a,b\n1,x\n2,y\n", ',')]
    [InlineData("a;b\n1,5;x\n2,5;y\n", ';')]
    [InlineData("1,5;2,5\n3,5;4,5\n", ';')]
    [InlineData("a\tb\n1\tx, y\n2\ty\n", '\t')]
    [InlineData("a|b\n1|x,y\n2|z,w\n", '|')]
    [InlineData("id,path\n1,a|b\n2,c|d\n", ',')]
    [InlineData("1,2024-01-01,a|b\n2,2024-01-02,c|d\n", ',')]
    [InlineData(" 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118  2   29.73\r\n", ' ')]
    [InlineData("a \t b\n1  2\n", ' ')]
    [InlineData("city\nNew York\nSan Francisco\n", null)]
    [InlineData("remark\n\"hello, world\"\nfine\n", null)]
    public void The_delimiter_is_found(string text, char? delimiter) => Assert.Equal(delimiter, DataFrame.ParseCsv(text).CsvReport!.Delimiter);

    [Theory]
    [InlineData("a,b\n1,2\n", true)]
    [InlineData("1,2\n3,4\n", false)]
    [InlineData("name,city\nAnn,Rome\nBob,Oslo\n", true)]
    [InlineData("milk,bread\nbread,milk\nmilk,eggs\n", false)] // recurs
    [InlineData("x,x\n1,2\n", false)] // repeats itself
    [InlineData("region,2019,2020\nnorth,1,2\nsouth,3,4\n", true)] // years
    [InlineData("2024-01-01,5\n2024-01-02,6\n", false)]
    [InlineData("day,note\n2024-01-01,\n", true)]
    public void The_header_is_found(string text, bool header)
    {
        var frame = DataFrame.ParseCsv(text);
        Assert.Equal(header, frame.CsvReport!.Header);
        if (!header) Assert.Equal("column1", frame.ColumnNames.First());
    }

    [Fact]
    public void Names_are_made_unique_and_found_where_missing()
    {
        var frame = DataFrame.ParseCsv("a,a,,a_2\n1,2,3,4\n", new CsvOptions { Header = true });
        Assert.Equal(["a", "a_3", "column3", "a_2"], frame.ColumnNames);
        Assert.Equal("second 'a' of the header", frame.CsvReport!.Columns[1].Note);
    }

    [Fact]
    public void Row_names_without_a_name_get_one() =>
        Assert.Equal(["row", "x", "y"], DataFrame.ParseCsv("x,y\nr1,1,2\nr2,3,4\n").ColumnNames);

    [Theory]
    [InlineData("a,b,\n1,2,\n3,4,\n")]
    [InlineData("a,b\n1,2,\n3,4,\n")]
    [InlineData("a,b,\n1,2\n3,4\n")]
    public void A_delimiter_at_the_end_of_rows_is_no_column(string text)
    {
        var frame = DataFrame.ParseCsv(text);
        Assert.Equal(["a", "b"], frame.ColumnNames);
        Assert.Equal([2L, 4L], frame.Values("b"));
        Assert.Equal(0, frame.Rejects.RowCount);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_every_kind_end_rows(string end)
    {
        var frame = DataFrame.ParseCsv(string.Join(end, "a,b", "1,x", "", "2,\"y\r\nz\"", "  ", "3,w"));
        Assert.Equal([1L, 2L, 3L], frame.Values("a"));
        Assert.Equal(["x", "y\r\nz", "w"], frame.Values("b"));
    }

    [Fact]
    public void Quotes_hold_delimiters_line_ends_and_quotes()
    {
        var frame = DataFrame.ParseCsv("a,b\n\"1\", \"x, \"\"y\"\"\nz\" \n2,5\" pipe\n3,\"\"\n");
        Assert.Equal(["x, \"y\"\nz", "5\" pipe", ""], frame.Values("b"));
        Assert.Equal([1L, 2L, 3L], frame.Values("a"));
    }

    [Fact]
    public void Single_quotes_are_found()
    {
        var frame = DataFrame.ParseCsv("a,b\n1,'x, y'\n2,'z'\n3,'w'\n");
        Assert.Equal('\'', frame.CsvReport!.Quote);
        Assert.Equal(["x, y", "z", "w"], frame.Values("b"));
    }

    [Fact]
    public void A_wrong_quote_costs_its_line_only()
    {
        var frame = DataFrame.ParseCsv("a,b\n1,x\n2,\"open\n3,y\n4,\"say \"hi\"\",\n5,z\n6,\"never closed\n");
        Assert.Equal([1L, 3L, 5L], frame.Values("a"));
        Assert.Equal([3L, 5L, 7L], frame.Rejects.Values("line"));
        Assert.Equal(["2,\"open", "4,\"say \"hi\"\",", "6,\"never closed"], frame.Rejects.Values("text"));
        Assert.All(frame.Rejects.Values("reason"), reason => Assert.Equal("a quoted field is not closed, or a quote inside it is not doubled", reason));
    }

    [Fact]
    public void Comments_are_skipped_quotes_and_all()
    {
        var options = new CsvOptions { Comment = '#', BlockSize = 16, Threads = 2 };
        var frame = DataFrame.ParseCsv("# exported, \"by\na,b\n1,x\n#,\"open\n2,y\n# end", options);
        Assert.Equal([1L, 2L], frame.Values("a"));
        Assert.Equal(0, frame.Rejects.RowCount);
    }

    [Fact]
    public void Rows_of_another_width_are_set_aside()
    {
        var frame = DataFrame.ParseCsv("a,b\n1,2\n3\n4,5,6\n7,8\n9,10\n");
        Assert.Equal([1L, 7L, 9L], frame.Values("a"));
        Frames.Equal(DataFrame.FromColumns(("line", new Column<long>(ColumnKind.Integer, [3, 4])), ("column", TextColumn.From([null, null])),
            ("text", TextColumn.From(["3", "4,5,6"])),
            ("reason", TextColumn.From(["the row has 1 field where 2 are expected", "the row has 3 fields where 2 are expected"]))), frame.Rejects);
        Assert.Equal("2 of 5 rows were set aside; see frame.Rejects.", frame.CsvReport!.RejectNote);
    }

    [Fact]
    public void Ragged_rows_are_filled_up_when_asked()
    {
        var options = new CsvOptions { Ragged = true };
        Assert.Equal([2L, null, 5L], DataFrame.ParseCsv("a,b\n1,2\n3\n4,5\n", options).Values("b"));
        var baskets = DataFrame.ParseCsv("milk,bread\nmilk\nbread,milk,eggs\n", options);
        Assert.Equal(["column1", "column2", "column3"], baskets.ColumnNames);
        Assert.Equal([null, null, "eggs"], baskets.Values("column3"));
    }

    [Fact]
    public void One_column_keeps_its_blank_lines_as_nulls() => Assert.Equal([1L, null, 3L], DataFrame.ParseCsv("a\n1\n\n3\n").Values("a"));

    [Fact]
    public void A_misfit_value_sets_its_row_aside()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => i == 40 ? "40,N/A\r\n" : $"{i},{i}.5\r\n"));
        var frame = DataFrame.ParseCsv("id,amount\r\n" + rows);
        Assert.Equal(99, frame.RowCount);
        Assert.Equal(ColumnKind.Number, frame.Schema["amount"].Kind);
        Assert.Equal("line 42, column amount, text 40,N/A, reason 'N/A' is not a number in column 'amount' (number)",
            string.Join(", ", frame.Rejects.ColumnNames.Select(name => $"{name} {frame.Rejects[name][0]}")));
        Assert.Contains("1 of 100 rows was set aside; see frame.Rejects.", frame.ToHtml());
        Assert.Contains("1 of 100 rows was set aside; see frame.Rejects.", frame.ToString());
    }

    [Fact]
    public void More_misfits_than_allowed_make_a_column_text()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => i % 10 == 4 ? $"{i},N/A\n" : $"{i},{i}.5\n"));
        var frame = DataFrame.ParseCsv("id,amount\n" + rows);
        Assert.Equal((100, ColumnKind.Text), (frame.RowCount, frame.Schema["amount"].Kind));
        Assert.Equal("10 of 100 values are not numbers, such as 'N/A'; name it in CsvOptions.NullValues to read it as null", frame.CsvReport!.Columns[1].Note);
        Assert.Equal(90, DataFrame.ParseCsv("id,amount\n" + rows, new CsvOptions { MostRejects = 0.1 }).RowCount);
    }

    [Fact]
    public void Columns_and_rows_can_be_picked()
    {
        var text = "a,b,c\n1,x,2.5\n2,y,3.5\n3,z,oops\n";
        var frame = DataFrame.ParseCsv(text, new CsvOptions { Select = ["c", "a"], MaxRows = 2 });
        Assert.Equal("c number, a integer", frame.Schema.ToString());
        Assert.Equal([1L, 2L], frame.Values("a"));
        Assert.Equal(["p", "q", "r"], DataFrame.ParseCsv(text, new CsvOptions { Columns = ["p", "q", "r"] }).ColumnNames);
        Assert.Equal(3, DataFrame.ParseCsv(text, new CsvOptions { Columns = ["p", "q", "r"] }).RowCount);
        Assert.Equal(0, DataFrame.ParseCsv(text, new CsvOptions { MaxRows = 0 }).RowCount);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("windows-1252", false)]
    [InlineData("GB18030", false)]
    public void Encodings_are_found(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var word = name == "GB18030" ? "北京市海淀区" : name == "windows-1252" ? "Käufer – Café" : "Käufer 北京 😀";
        var text = $"id,name\n1,{word}\n2,plain\n3,{word}\n";
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var frame = DataFrame.ReadCsv(new MemoryStream(bytes));
        Assert.Equal([word, "plain", word], frame.Values("name"));
        Assert.Equal(1L, frame["id"][0]);
    }

    [Fact]
    public void An_encoding_that_shows_late_is_found_too()
    {
        var ascii = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i},plain text\n"));
        var bytes = Encoding.Latin1.GetBytes($"id,name\n{ascii}30000,Köln\n");
        var frame = DataFrame.ReadCsv(new MemoryStream(bytes));
        Assert.Equal("Köln", frame["name"][30_000]);
        Assert.Equal("windows-1252", frame.CsvReport!.Encoding);
    }

    [Fact]
    public void A_broken_character_in_utf8_sets_its_row_aside()
    {
        var bytes = Encoding.UTF8.GetBytes("id,name\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},Köln\n"))).ToList();
        bytes.AddRange([(byte)'7', (byte)',', 0xFF, (byte)'\n']);
        var frame = DataFrame.ReadCsv(new MemoryStream([.. bytes]));
        Assert.Equal((100, 1, "utf-8"), (frame.RowCount, frame.Rejects.RowCount, frame.CsvReport!.Encoding));
        Assert.Equal(102L, frame.Rejects["line"][0]);
    }

    [Fact]
    public void Gzip_is_unpacked_also_from_a_stream_that_cannot_seek()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write("a,b\n1,x\n2,y\n"u8);
        packed.Position = 0;
        Assert.Equal([1L, 2L], DataFrame.ReadCsv(packed).Values("a"));
        packed.Position = 0;
        using var unpacking = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        Assert.Equal([1L, 2L], DataFrame.ReadCsv(unpacking).Values("a"));
    }

    [Fact]
    public void A_header_wider_than_the_first_look_is_read_whole()
    {
        var names = string.Join(',', Enumerable.Range(0, 30_000).Select(i => $"column_{i}"));
        var frame = DataFrame.ParseCsv($"{names}\n{string.Join(',', Enumerable.Range(0, 30_000))}\n");
        Assert.Equal((30_000, 1, 29_999L), (frame.ColumnCount, frame.RowCount, frame["column_29999"][0]));
    }

    [Fact]
    public void A_given_encoding_is_taken_with_or_without_its_mark()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. "a,b\n1,x\n"u8];
        foreach (var encoding in new[] { Encoding.UTF8, new UTF8Encoding(false) })
            Assert.Equal(["a", "b"], DataFrame.ReadCsv(new MemoryStream(marked), new CsvOptions { Encoding = encoding }).ColumnNames);
        var latin = DataFrame.ReadCsv(new MemoryStream(Encoding.Latin1.GetBytes("a,b\n1,é\n")), new CsvOptions { Encoding = Encoding.Latin1 });
        Assert.Equal(("é", "iso-8859-1"), (latin["b"][0], latin.CsvReport!.Encoding));
    }

    [Fact]
    public void Rejects_stop_where_reading_stops()
    {
        var frame = DataFrame.ParseCsv("a,b\n1\n2,x\n3\n4,y\n5\n", new CsvOptions { MaxRows = 2, Header = true, Delimiter = ',' });
        Assert.Equal([2L, 4L], frame.Rejects.Values("line"));
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var seen = new List<double>();
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i},x\n"));
        DataFrame.ReadCsv(new MemoryStream(Encoding.UTF8.GetBytes(text)), new CsvOptions { BlockSize = 1000, Threads = 1 }, new Told(seen));
        Assert.Equal(seen.Order(), seen);
        Assert.True(seen.Count > 20);
        Assert.Equal(1, seen[^1]);
    }

    private sealed class Told(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
