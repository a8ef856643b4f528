using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Cleaning;

public sealed class TypeRepairTests
{
    [Theory]
    [InlineData("1234.5", 1234.5)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("1.234,50 €", 1234.5)]
    [InlineData("44,70 €", 44.7)]
    [InlineData("€34.90", 34.9)]
    [InlineData("US$ 1,200", 1200.0)]
    [InlineData("(3.20)", -3.2)]
    [InlineData("12-", -12.0)]
    [InlineData("−7", -7.0)]
    [InlineData("15 %", 0.15)]
    [InlineData("1.2万", 12000.0)]
    [InlineData("￥３，５００", 3500.0)]
    [InlineData("1 234 567", 1234567.0)]
    [InlineData("1'234.5", 1234.5)]
    [InlineData("2亿元", 2e8)]
    [InlineData("-€5", -5.0)]
    [InlineData("1e3", 1000.0)]
    [InlineData("12,34,5", null)]
    [InlineData("1.2.3", null)]
    [InlineData("--5", null)]
    [InlineData("(5", null)]
    [InlineData("12 34", null)]
    [InlineData("abc", null)]
    public void Numbers_as_people_write_them(string text, double? expected)
    {
        Assert.Equal(expected is not null, LooseNumber.TryRead(LooseText.Normal(text), DecimalMark.Point, out var value));
        if (expected is { } number) Assert.Equal(number, value, 9);
    }

    [Theory]
    [InlineData("2025-03-05", "2025-03-05")]
    [InlineData("2025/3/5 14:30", "2025-03-05 14:30:00")]
    [InlineData("5.3.2025", "2025-03-05")]
    [InlineData("3/25/2025", "2025-03-25")]
    [InlineData("5 Mar 2025", "2025-03-05")]
    [InlineData("March 5th, 2025 2:05 pm", "2025-03-05 14:05:00")]
    [InlineData("2025年3月5日", "2025-03-05")]
    [InlineData("２０２５年３月５日下午2:05", "2025-03-05 14:05:00")]
    [InlineData("20250305", "2025-03-05")]
    [InlineData("05-03-25", "2025-03-05")]
    [InlineData("2025-03-05T01:02:03.5Z", "2025-03-05 01:02:03.5")]
    [InlineData("2025-02-30", null)]
    [InlineData("2025-13-01", null)]
    [InlineData("0000-00-00", null)]
    [InlineData("2025-03-05 25:00", null)]
    [InlineData("31/31/2025", null)]
    public void Dates_in_mixed_forms(string text, string? expected)
    {
        Assert.Equal(expected is not null, LooseDate.TryRead(LooseText.Normal(text), dayFirst: true, out var micros));
        if (expected is not null) Assert.Equal(expected, Data.Text.Times.ToText(micros));
    }

    [Fact]
    public void Ambiguous_values_follow_the_column()
    {
        Assert.Equal([1.234, 2.5, 1234567.0], Repaired("1,234", "2,5", "1.234.567").Values("c"));
        Assert.Equal([1234.0, 2.5, 1.5], Repaired("1,234", "2.5", "1.5").Values("c"));
        Assert.Equal([new DateTime(2025, 4, 3), new DateTime(2025, 4, 25)], Repaired("4/3/2025", "4/25/2025").Values("c"));
        Assert.Equal([new DateTime(2025, 3, 4), new DateTime(2025, 4, 25)], Repaired("4/3/2025", "25/4/2025").Values("c"));
    }

    [Fact]
    public void Kinds_are_found_and_codes_stay_text()
    {
        Assert.Equal(ColumnKind.Boolean, Repaired("yes", "no", "Y", "是", "否").Schema["c"].Kind);
        Assert.Equal(ColumnKind.Integer, Repaired("0", "1", "1").Schema["c"].Kind);
        Assert.Equal(ColumnKind.Number, Repaired("3.0", "1").Schema["c"].Kind);
        Assert.Equal(ColumnKind.Text, Repaired("00123", "45").Schema["c"].Kind);
        Assert.Equal(ColumnKind.Text, Repaired("a", "1", "2").Schema["c"].Kind);
        Assert.Equal(ColumnKind.Text, Repaired("N/A", "?").Schema["c"].Kind);
        Assert.Equal([9007199254740993L], Repaired("9007199254740993").Values("c"));
    }

    [Fact]
    public void Every_change_is_told()
    {
        var training = DataFrame.FromColumns(("c", Make.Texts("1.5", "2,50 €", "N/A", "x", null, "7")));
        var result = TypeRepair.Fit(training, new() { MinShare = 0.7 }).Repair(training);
        Assert.Equal([1.5, 2.5, null, null, null, 7.0], result.Frame.Values("c"));
        Assert.Equal([[1L, "c", "2,50 €", "2.5", "rewritten"], [2L, "c", "N/A", null, "placeholder"], [3L, "c", "x", null, "unreadable"]], result.Changes.Rows());
        var next = DataFrame.FromColumns(("c", Make.Texts("3.000", "unknown")));
        Assert.Equal([3.0, null], TypeRepair.Fit(training, new() { MinShare = 0.7 }).Transform(next).Values("c"));
    }

    [Fact]
    public void New_rows_without_the_faults_of_training_need_no_repair()
    {
        var model = TypeRepair.Fit(DataFrame.FromColumns(("c", Make.Texts("1.5", "N/A", "7")), ("n", Make.Texts("1", "2", "?"))), new() { MinShare = 0.6 });
        var clean = DataFrame.FromColumns(("c", Make.Integers(3, null)), ("n", Make.Integers(4, 5))); // as a reader finds them
        Assert.Equal([3.0, null], model.Transform(clean).Values("c"));
        Assert.Equal([4L, 5L], model.Repair(clean).Frame.Values("n"));
        Assert.Equal(0, model.Repair(clean).Changes.RowCount);
        Assert.Equal("Column 'n' became integer in training. Got number. Read it as text, or convert it to integer first.",
            Assert.Throws<ArgumentException>(() => model.Transform(DataFrame.FromColumns(("c", Make.Numbers(1)), ("n", Make.Numbers(1.5))))).Message);
    }

    [Fact]
    public void Known_kinds_win_and_mistakes_are_refused()
    {
        var frame = DataFrame.FromColumns(("c", Make.Texts("1", "x", "y")));
        Assert.Equal([1L, null, null], TypeRepair.Fit(frame, new() { Kinds = new Dictionary<string, ColumnKind> { ["c"] = ColumnKind.Integer } }).Transform(frame).Values("c"));
        Assert.Equal("TypeRepairOptions.MinShare must be in (0.5, 1]. Got 0.5.\nTypeRepairOptions.Kinds[c] must be boolean, integer, number or timestamp. Got text.",
            Assert.Throws<ArgumentException>(() => TypeRepair.Fit(frame, new() { MinShare = 0.5, Kinds = new Dictionary<string, ColumnKind> { ["c"] = ColumnKind.Text } })).Message);
    }

    private static DataFrame Repaired(params string[] texts)
    {
        var frame = DataFrame.FromColumns(("c", Make.Texts(texts)));
        return TypeRepair.Fit(frame).Transform(frame);
    }
}
