using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Display;

public class TableTests
{
    [Fact]
    public void Text_is_aligned_with_kinds_and_marked_nulls()
    {
        var frame = DataFrame.ParseCsv("id,市,amount,day,ok\n1,北京,1234.5,2024-01-01,true\n200,Rome,0.25,,\n3,\"a\nb\",,2024-01-03,false\n");
        Assert.Equal("""
                 id  市     amount  day         ok
            integer  text   number  timestamp   boolean
            -------  ----  -------  ----------  -------
                  1  北京  1234.50  2024-01-01  true
                200  Rome     0.25  <null>      <null>
                  3  a↵b    <null>  2024-01-03  false
            3 rows × 5 columns
            """.ReplaceLineEndings("\n"), frame.ToString());
    }

    [Fact]
    public void Text_leaves_out_what_does_not_fit_and_says_so()
    {
        var frame = DataFrame.FromColumns([.. Enumerable.Range(0, 40).Select(i => ($"column_{i}", (Column)new Column<long>(ColumnKind.Integer, new long[100])))]);
        var lines = TextTable.Render(frame, 2).Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 160));
        Assert.Equal("2 of 100 rows, 15 of 40 columns; pick others by name", lines[^1]);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3 }, "1|2|3")]
    [InlineData(new[] { 1.5, 2.25 }, "1.50|2.25")]
    [InlineData(new[] { 1.0 / 3, 2.0 / 3 }, "0.333333|0.666667")]
    [InlineData(new[] { 2754371.66666667, 1.0 }, "2754371.67|1.00")]
    [InlineData(new[] { 12.3456789, 1 }, "12.3457|1.0000")]
    [InlineData(new[] { 0.0000123, 0.000001 }, "1.23e-5|1e-6")]
    [InlineData(new[] { 1e20, 1 }, "1e+20|1e+0")]
    [InlineData(new[] { double.NaN, double.PositiveInfinity, 0.5 }, "NaN|Infinity|0.5")]
    public void Numbers_have_the_same_decimals_in_a_column(double[] values, string expected) =>
        Assert.Equal(expected, string.Join('|', CellTexts.Of(new Column<double>(ColumnKind.Number, values), values.Length)));

    [Fact]
    public void Html_is_escaped_named_and_marked()
    {
        var frame = DataFrame.FromColumns(("<b>&", TextColumn.From(["<script>alert('x')</script>", null, new string('x', 100)])),
            ("n", new Column<double>(ColumnKind.Number, [1.5, 2, 0], Validity.FromFlags([true, true, false]))));
        var html = frame.ToHtml();
        Assert.DoesNotContain("<script>", html);
        Assert.Contains("<th scope=\"col\">&lt;b&gt;&amp;<small>text</small></th><th scope=\"col\" class=\"n\">n<small>number</small></th>", html);
        Assert.Contains("<td>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</td><td class=\"n\">1.5</td>", html);
        Assert.Contains("<td class=\"null\">null</td>", html);
        Assert.Contains("<td class=\"n null\">null</td>", html);
        Assert.Contains($"<td title=\"{new string('x', 100)}\">{new string('x', 79)}…</td>", html);
        Assert.Contains("<caption>3 rows × 2 columns</caption>", html);
        Assert.Contains("prefers-color-scheme:dark", html);
        Assert.DoesNotContain("#", html.Replace("&#39;", "", StringComparison.Ordinal), StringComparison.Ordinal); // no fixed colours
    }

    [Fact]
    public void Html_tells_how_much_it_shows()
    {
        var frame = DataFrame.FromColumns([.. Enumerable.Range(0, 40).Select(i => ($"c{i}", (Column)new Column<long>(ColumnKind.Integer, new long[9120])))]);
        var html = frame.ToHtml();
        Assert.Contains("<caption>20 of 9,120 rows, 30 of 40 columns; pick others by name</caption>", html);
        Assert.Equal(20, html.Split("<tr>").Length - 2);
        Assert.Contains("<caption>0 of 9,120 rows", frame.ToHtml(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.ToHtml(-1));
    }

    [Fact]
    public void Identifiers_have_no_separators_and_times_no_midnights()
    {
        var frame = DataFrame.FromColumns(("id", new Column<long>(ColumnKind.Integer, [1234567])), ("t", new Column<long>(ColumnKind.Timestamp, [43_200_000_000])),
            ("d", new Column<long>(ColumnKind.Duration, [-93_784_500_000])));
        Assert.Equal("1234567  1970-01-01 12:00:00  -1d 02:03:04.5", frame.ToString().Split('\n')[3]);
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("北京", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("ﾊﾟ", 2)]
    [InlineData("😀", 2)]
    public void Wide_characters_take_two_places(string text, int width) => Assert.Equal(width, TextWidth.Of(text));
}
