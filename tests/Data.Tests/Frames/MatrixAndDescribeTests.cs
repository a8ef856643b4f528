using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Frames;

public sealed class MatrixAndDescribeTests
{
    private static readonly DataFrame Frame = DataFrame.FromColumns(("age", Make.Integers(30, 40, null)), ("income", Make.Numbers(1.5, double.NaN, 2)),
        ("member", Make.Flags(true, false, true)), ("channel", Make.Texts("search", null, "email")));

    [Fact]
    public void ToMatrix_takes_numbers_flags_and_one_hot_text()
    {
        var matrix = Frame.ToMatrix(["member"], oneHot: ["channel"]);
        Assert.Equal("member channel=email channel=search", string.Join(" ", matrix.ColumnNames));
        Assert.Equal([1, 0, 1, 0, 0, 0, 1, 1, 0], matrix.Span.ToArray());
    }

    [Fact]
    public void Missing_values_throw_drop_or_stay()
    {
        var error = Assert.Throws<ArgumentException>(() => Frame.ToMatrix(["member", "age"]));
        Assert.Equal("Row 2, column 'age' has no value. Drop such rows with ToMatrix(…, missing: Missing.DropRows), or fill them first.", error.Message);
        Assert.Equal([30, 1.5], Frame.ToMatrix(["age", "income"], missing: Missing.DropRows).Span.ToArray());
        Assert.Equal([30, 1.5, 40, double.NaN, double.NaN, 2], Frame.ToMatrix(["age", "income"], missing: Missing.NaN).Span.ToArray());
    }

    [Fact]
    public void Text_needs_an_encoding()
    {
        var error = Assert.Throws<ArgumentException>(() => Frame.ToMatrix(["channel"]));
        Assert.Equal("Column 'channel' is text; a matrix takes integers, numbers and booleans. Pass it as oneHot: [\"channel\"].", error.Message);
    }

    [Fact]
    public void Describe_summarises_each_column_by_its_kind()
    {
        var summary = DataFrame.FromColumns(("x", Make.Numbers(1, 2, 4, null, double.NaN)), ("t", Make.Texts("b", "a", null, "b", "b")),
            ("when", Make.Times("2024-01-02", null, null, null, "2024-03-01"))).Describe();
        Assert.Equal(["x", "t", "when"], summary.Values("column"));
        Assert.Equal([1L, 1L, 3L], summary.Values("nulls"));
        Assert.Equal([4L, 2L, 2L], summary.Values("distinct"));
        Assert.Equal([7 / 3.0, null, null], summary.Values("mean"));
        Assert.Equal([2.0, null, null], summary.Values("median"));
        Assert.Equal([3.0, null, null], summary.Values("q75"));
        Assert.Equal([null, "a", "2024-01-02"], summary.Values("least"));
        Assert.Equal([4.0, null, null], summary.Values("max"));
    }

    [Fact]
    public void Describe_takes_empty_frames_and_empty_columns()
    {
        var summary = DataFrame.FromColumns(("x", Make.Numbers()), ("t", Make.Texts())).Describe();
        Assert.Equal([0L, 0L], summary.Values("rows"));
        Assert.Equal([null, null], summary.Values("mean"));
        Assert.Equal([0L], DataFrame.FromColumns(("t", Make.Texts(null, null))).Describe().Values("distinct"));
    }
}
