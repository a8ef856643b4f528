using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Engines;

/// <summary>Verbs at their limits: infinities, repeats, explosions, frames without rows or columns.</summary>
public class LimitTests
{
    [Fact]
    public void A_quantile_at_a_value_ignores_the_infinity_above_it()
    {
        var frame = DataFrame.FromColumns(("x", Make.Numbers(1, 2, double.PositiveInfinity)));
        var summary = frame.Aggregate(("low", Agg.Quantile("x", 0)), ("mid", Agg.Median("x")), ("high", Agg.Quantile("x", 0.75)));
        Assert.Equal([1.0, 2.0, double.PositiveInfinity], summary.Rows()[0]);
    }

    [Fact]
    public void A_dictionary_with_repeats_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new TextColumn([0, 1, 2], ["a", "b", "a"]));
        Assert.Equal("Entry 2 of the dictionary is 'a', which stands there already. Give each string once, or encode the rows with TextColumn.From. (Parameter 'dictionary')", error.Message);
        Assert.Throws<ArgumentException>(() => new TextColumn([0], [null!]));
    }

    [Fact]
    public void Texts_made_equal_by_a_function_group_and_join_as_one()
    {
        var frame = DataFrame.FromColumns(("k", Make.Texts("A", "a", " a", null, "b")), ("v", Make.Integers(1, 2, 3, 4, 5)))
            .With(("k", c => c["k"].Lower().Trim()));
        Assert.Equal([["a", 6L], [null, 4L], ["b", 5L]], frame.GroupBy("k").Aggregate(("v", Agg.Sum("v"))).Rows());
        Assert.Equal(10, frame.Join(frame, "k").RowCount);
        Assert.Equal(2L, frame.Aggregate(("n", Agg.CountDistinct("k")))["n"][0]);
        Assert.Equal(3, frame.Concat(frame).Distinct("k").RowCount);
    }

    [Fact]
    public void A_join_that_explodes_says_so_before_it_runs()
    {
        var side = DataFrame.FromColumns(("k", new Column<long>(ColumnKind.Integer, new long[60_000])));
        var error = Assert.Throws<InvalidOperationException>(() => side.Join(side, "k").RowCount);
        Assert.Equal("A frame holds up to 2,147,483,591 rows. The join of 60,000 and 60,000 rows on k would give 3,600,000,000. "
            + "Make the key unique on one side first, e.g. with Distinct or GroupBy, or join on more columns.", error.Message);
        Assert.Equal(60_000, side.Join(side, "k", Join.Semi).RowCount);
    }

    [Fact]
    public void Distinct_of_no_rows_and_no_columns_is_empty() => Assert.Equal(0, DataFrame.FromColumns().Distinct().RowCount);

    [Fact]
    public void Renaming_a_column_twice_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => DataFrame.FromColumns(("x", Make.Integers(1))).Rename(("x", "a"), ("x", "b")));
        Assert.Equal("Rename takes each column once. Got 'x' twice, as 'a' and as 'b'. Give one new name.", error.Message);
    }

    [Fact]
    public void A_one_hot_matrix_too_large_to_hold_is_refused_at_once()
    {
        var frame = DataFrame.FromColumns(("id", TextColumn.From(Enumerable.Range(0, 60_000).Select(i => $"c{i}"))));
        var error = Assert.Throws<ArgumentException>(() => frame.ToMatrix([], oneHot: ["id"]));
        Assert.Equal("A matrix holds up to 2,147,483,591 cells. Got 60,000 rows × 60,000 columns. "
            + "Leave out one-hot columns of many values, such as identifiers, or take fewer rows with Sample.", error.Message);
    }

    [Fact]
    public void Keys_at_the_ends_of_64_bits_group_and_sort()
    {
        var frame = DataFrame.FromColumns(("k", Make.Integers(long.MaxValue, long.MinValue, -1, null, long.MinValue, 0)), ("j", Make.Numbers(double.NaN, 0.0, -0.0, null, 0, double.NaN)));
        Assert.Equal([1L, 2L, 1L, 1L, 1L], frame.GroupBy("k").Count().Values("count"));
        Assert.Equal([2L, 3L, 1L], frame.GroupBy("j").Count().Values("count"));
        Assert.Equal([long.MinValue, long.MinValue, -1L, 0L, long.MaxValue, null], frame.OrderBy("k").Values("k"));
    }

    [Fact]
    public void Nulls_are_equal_in_a_sort_whatever_stands_in_their_rows()
    {
        var hidden = new Column<double>(ColumnKind.Number, [9, 1, 7, 3, 8], Validity.FromFlags([false, true, false, true, false]));
        var frame = DataFrame.FromColumns(("k", hidden), ("j", Make.Texts("b", "x", "a", "y", "c")), ("row", Make.Integers(0, 1, 2, 3, 4)));
        Assert.Equal([1L, 3L, 0L, 2L, 4L], frame.OrderBy("k").Values("row"));
        Assert.Equal([3L, 1L, 0L, 2L, 4L], frame.OrderBy(Sort.Desc("k")).Values("row"));
        Assert.Equal([1L, 3L, 2L, 0L, 4L], frame.OrderBy("k", "j").Values("row"));
    }

    [Fact]
    public void Every_verb_takes_an_empty_frame()
    {
        var frame = DataFrame.FromColumns(("t", Make.Texts()), ("n", Make.Numbers()), ("i", Make.Integers()), ("b", Make.Flags()), ("d", Make.Times()));
        Assert.Equal(0, frame.Where(c => c["n"] > 1).With(("m", c => c["t"].Lower() + "x")).OrderBy("t", "n", "i", "b", "d").Distinct().Head(0).Tail().Sample(5).Concat(frame.With(("m", c => c["t"]))).RowCount);
        foreach (var how in Enum.GetValues<Join>()) Assert.Equal(0, frame.Join(frame, [("t", "t"), ("i", "i")], how).RowCount);
        foreach (var name in frame.ColumnNames) Assert.Equal(0, frame.GroupBy(name).Aggregate(("rows", Agg.Count()), ("first", Agg.First(name)), ("values", Agg.CountDistinct(name))).RowCount);
        Assert.Equal([0L, null, null, null, null], frame.Aggregate(("c", Agg.Count()), ("s", Agg.Sum("i")), ("m", Agg.Median("n")), ("x", Agg.Max("t")), ("v", Agg.StdDev("n"))).Rows()[0]);
        Assert.Equal(5, frame.Describe().RowCount);
        Assert.Equal(0, DataFrame.FromColumns().Describe().RowCount);
        Assert.Equal(0, frame.ToMatrix(["n", "i"], oneHot: ["t"]).Rows);
    }
}
