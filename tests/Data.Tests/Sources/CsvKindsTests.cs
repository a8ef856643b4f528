using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Sources;

public class CsvKindsTests
{
    [Theory]
    [InlineData("1|2|-3", ColumnKind.Integer)]
    [InlineData("1|2.5|", ColumnKind.Number)]
    [InlineData("9223372036854775807|-9223372036854775808", ColumnKind.Integer)]
    [InlineData("9223372036854775808|1", ColumnKind.Text)] // beyond 64 bits
    [InlineData("00004|12345", ColumnKind.Text)] // leading zeros
    [InlineData("+49301234|+49301235", ColumnKind.Text)] // telephone numbers
    [InlineData("0|1|1", ColumnKind.Integer)] // not booleans
    [InlineData("true|FALSE|True", ColumnKind.Boolean)]
    [InlineData("2024-02-29|2024-03-01", ColumnKind.Timestamp)]
    [InlineData("2023-02-29|2024-03-01", ColumnKind.Text)] // no such day
    [InlineData("2024-01-01T10:00:00Z|2024-01-01 11:30", ColumnKind.Timestamp)]
    [InlineData("$12.50|$3.00", ColumnKind.Text)]
    [InlineData("12%|3%", ColumnKind.Text)]
    [InlineData("1e5|2.5", ColumnKind.Number)]
    [InlineData("NaN|1.5|-Infinity", ColumnKind.Number)]
    [InlineData("P1DT2H|PT0.5S|-PT3M", ColumnKind.Duration)]
    [InlineData("10:30|11:45", ColumnKind.Text)]
    [InlineData("1.2.3|1.2.4", ColumnKind.Text)]
    [InlineData("||", ColumnKind.Text)]
    public void A_kind_holds_for_every_value(string values, ColumnKind kind)
    {
        var frame = DataFrame.ParseCsv("id;value\n" + string.Concat(values.Split('|').Select(value => $"x;{value}\n")));
        Assert.Equal(kind, frame.Schema["value"].Kind);
    }

    [Theory]
    [InlineData("1.5|1.5", "1234.5|1,234.5|12", ColumnKind.Number, 1234.5, 1234.5, 12.0)]
    [InlineData("1,5|1,5", "1234,5|1.234,5|12", ColumnKind.Number, 1234.5, 1234.5, 12.0)]
    [InlineData("1.5|1.5", "1.234|2.345", ColumnKind.Number, 1.234, 2.345)] // follows the file
    [InlineData("1,5|1,5", "1.234|2.345", ColumnKind.Integer, 1234L, 2345L)]
    [InlineData("1.5|1.5", "1,234|2,345", ColumnKind.Integer, 1234L, 2345L)]
    [InlineData("1,5|1,5", "1,234|2,345", ColumnKind.Number, 1.234, 2.345)]
    [InlineData("x|x", "1,234,567|2", ColumnKind.Integer, 1234567L, 2L)]
    [InlineData("x|x", "-1.234.567,25|2", ColumnKind.Number, -1234567.25, 2.0)]
    [InlineData("x|x", "1,23,456|2", ColumnKind.Text, "1,23,456", "2")]
    public void Decimal_marks_are_told_from_the_values_then_from_the_file(string other, string values, ColumnKind kind, params object[] expected)
    {
        var (left, right) = (other.Split('|'), values.Split('|'));
        var text = "other\tvalue\n" + string.Concat(right.Select((value, i) => $"{left[i % left.Length]}\t{value}\n"));
        var frame = DataFrame.ParseCsv(text);
        Assert.Equal(kind, frame.Schema["value"].Kind);
        Assert.Equal(expected, frame.Values("value"));
    }

    [Fact]
    public void Day_and_month_are_read_only_when_one_order_fits_alone()
    {
        var text = "a,b,c,d\n13/02/2024,02/13/2024,03/04/2024,13/02/2024\n03/04/2024,03/04/2024,05/06/2024,02/13/2024\n";
        var frame = DataFrame.ParseCsv(text);
        Assert.Equal("a timestamp, b timestamp, c text, d text", frame.Schema.ToString());
        Assert.Equal(new DateTime(2024, 4, 3), frame["a"][1]);
        Assert.Equal(new DateTime(2024, 3, 4), frame["b"][1]);
        Assert.Equal("'03/04/2024' may be day/month or month/day; give CsvOptions.DateFormats, e.g. [\"dd/MM/yyyy\"]", frame.CsvReport!.Columns[2].Note);
        Assert.Contains("mix day/month", frame.CsvReport.Columns[3].Note);
        var given = DataFrame.ParseCsv(text, new CsvOptions { DateFormats = ["dd/MM/yyyy"], Select = ["c"] });
        Assert.Equal(new DateTime(2024, 4, 3), given["c"][0]);
    }

    [Fact]
    public void Times_with_a_half_day_are_read()
    {
        var frame = DataFrame.ParseCsv("a,b\n3/14/2024 3:05 PM,x\n3/15/2024 12:00 am,y\n");
        Assert.Equal([new DateTime(2024, 3, 14, 15, 5, 0), new DateTime(2024, 3, 15)], frame.Values("a"));
    }

    [Fact]
    public void Formats_of_digits_apply_where_a_timestamp_is_asked_for()
    {
        var options = new CsvOptions { DateFormats = ["yyyyMMdd"] };
        Assert.Equal(ColumnKind.Integer, DataFrame.ParseCsv("d,x\n19970101,1\n", options).Schema["d"].Kind);
        var frame = DataFrame.ParseCsv("d,x\n19970101,1\n", options with { Kinds = new Dictionary<string, ColumnKind> { ["d"] = ColumnKind.Timestamp } });
        Assert.Equal(new DateTime(1997, 1, 1), frame["d"][0]);
    }

    [Fact]
    public void A_zone_is_converted_to_utc()
    {
        var frame = DataFrame.ParseCsv("t,x\n2024-01-01T01:30:00.1234567+02:00,1\n2024-01-01 00:00:00-0530,2\n");
        Assert.Equal([new DateTime(2023, 12, 31, 23, 30, 0).AddMicroseconds(123456), new DateTime(2024, 1, 1, 5, 30, 0)], frame.Values("t"));
    }

    [Fact]
    public void Empty_is_null_and_quoted_empty_is_null_except_in_text()
    {
        var frame = DataFrame.ParseCsv("n,t\n1,a\n,\n\"\",\"\"\n");
        Assert.Equal([1L, null, null], frame.Values("n"));
        Assert.Equal(["a", null, ""], frame.Values("t"));
    }

    [Fact]
    public void Null_values_are_null_in_every_column()
    {
        var frame = DataFrame.ParseCsv("n,t\n1,a\nN/A,N/A\n-999,b\n", new CsvOptions { NullValues = ["N/A", "-999"] });
        Assert.Equal([1L, null, null], frame.Values("n"));
        Assert.Equal(["a", null, "b"], frame.Values("t"));
    }

    [Fact]
    public void Quoted_digits_beside_unquoted_ones_are_text()
    {
        var frame = DataFrame.ParseCsv("zip,n,day\n\"10115\",1,\"2024-01-01\"\n\"20095\",2,\"2024-01-02\"\n");
        Assert.Equal("zip text, n integer, day timestamp", frame.Schema.ToString());
        Assert.Equal("zip integer, n integer", DataFrame.ParseCsv("\"zip\",\"n\"\n\"10115\",\"1\"\n").Schema.ToString());
    }

    [Fact]
    public void Kinds_rest_on_the_whole_file_and_not_on_its_beginning()
    {
        var rows = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},{i},{i},1,2024-01-01\n"));
        var frame = DataFrame.ParseCsv($"a,b,c,d,e\n{rows}60000,0.5,007,,x\n60001,1,1,2,y\n");
        Assert.Equal("a integer, b number, c text, d integer, e timestamp", frame.Schema.ToString());
        Assert.Equal("'007' has leading zeros, which a number would lose", frame.CsvReport!.Columns[2].Note);
        Assert.Equal([60_002L, 60_003L], frame.Rejects.Values("line"));
        Assert.Equal(60_000, frame.RowCount);
    }

    [Fact]
    public void Given_kinds_are_taken_at_their_word()
    {
        var kinds = new Dictionary<string, ColumnKind>
        {
            ["a"] = ColumnKind.Integer, ["b"] = ColumnKind.Boolean, ["c"] = ColumnKind.Text, ["d"] = ColumnKind.Number, ["e"] = ColumnKind.Duration,
        };
        var frame = DataFrame.ParseCsv("a,b,c,d,e\n007,1,1,+3,01:30:00\n008,no,2,\"1,234\",1.00:00:00\n", new CsvOptions { Kinds = kinds });
        Assert.Equal([7L, 8L], frame.Values("a"));
        Assert.Equal([true, false], frame.Values("b"));
        Assert.Equal(["1", "2"], frame.Values("c"));
        Assert.Equal([3.0, 1234.0], frame.Values("d"));
        Assert.Equal([TimeSpan.FromMinutes(90), TimeSpan.FromDays(1)], frame.Values("e"));
    }

    [Fact]
    public void A_given_kind_that_few_values_have_is_an_error()
    {
        var error = Assert.Throws<CsvException>(() => DataFrame.ParseCsv("a,b\n1,x\ny,x\n",
            new CsvOptions { Kinds = new Dictionary<string, ColumnKind> { ["a"] = ColumnKind.Number } }));
        Assert.Equal("text: 1 of 2 values of column 'a' are not a number, such as 'y', more than CsvOptions.MostRejects (0.05) allows. Name it in NullValues, or leave the column out of Kinds.", error.Message);
    }
}
