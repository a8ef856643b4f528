using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Cleaning;

/// <summary>Reference values of forward, backward and linear filling from pandas 1.5 (groupby().ffill(), bfill(), interpolate("time")).</summary>
public sealed class MissingAndDuplicateTests
{
    private static readonly DataFrame Frame = DataFrame.FromColumns(("g", Make.Texts("a", "a", "b", "b", "a", "b")),
        ("t", Make.Times("2025-01-01", "2025-01-03", "2025-01-01", "2025-01-02", "2025-01-02", "2025-01-05")), ("v", Make.Numbers(1, 9, null, 4, double.NaN, 10)),
        ("n", Make.Integers(1, null, 2, 2, 8, null)), ("s", Make.Texts("x", null, "y", "y", "x", "x")), ("f", Make.Flags(true, null, true, false, null, true)));

    [Fact]
    public void Of_two_rows_the_one_with_a_number_beats_the_one_with_NaN()
    {
        var frame = DataFrame.FromColumns(("id", new Column<long>(ColumnKind.Integer, [1, 1, 1])), ("at", new Column<double>(ColumnKind.Number, [double.NaN, 2, 1])));
        Assert.Equal(2, frame.DropDuplicates(["id"], Keep.Greatest, order: "at").Column<double>("at").Values[0]);
        Assert.Equal(1, frame.DropDuplicates(["id"], Keep.Least, order: "at").Column<double>("at").Values[0]);
    }

    [Fact]
    public void Neighbours_within_groups_along_an_order()
    {
        Assert.Equal([1.0, 9.0, null, 4.0, 1.0, 10.0], Frame.FillMissing("v", Fill.Forward, within: ["g"], order: "t").Values("v"));
        Assert.Equal([1.0, 9.0, 4.0, 4.0, 9.0, 10.0], Frame.FillMissing("v", Fill.Backward, within: ["g"], order: "t").Values("v"));
        Assert.Equal([1.0, 9.0, 9.0, 4.0, 4.0, 10.0], Frame.FillMissing("v", Fill.Forward).Values("v"));
        Assert.Equal(["x", "x", "y", "y", "x", "x"], Frame.FillMissing("s", Fill.Forward).Values("s"));
    }

    [Fact]
    public void Linear_in_time()
    {
        var frame = DataFrame.FromColumns(("t", Make.Times("2025-01-01", "2025-01-02", "2025-01-05", "2025-01-10", "2025-01-11")), ("v", Make.Numbers(1, null, null, 10, null)));
        Assert.Equal([1.0, 2.0, 5.0, 10.0, null], frame.FillMissing("v", Fill.Linear, order: "t").Values("v"));
        Assert.Equal([1.0, 4.0, 7.0, 10.0, null], frame.FillMissing("v", Fill.Linear).Values("v"));
    }

    [Fact]
    public void Statistics_of_training_rows_by_group_fill_new_rows()
    {
        var model = MissingFiller.Fit(Frame, new() { Columns = [("v", Fill.Mean), ("n", Fill.Median), ("s", Fill.Mode), ("f", Fill.Constant(false))], Within = ["g"], Indicators = true });
        var next = DataFrame.FromColumns(("g", Make.Texts("a", "b", "new")), ("v", Make.Numbers(null, null, null)), ("n", Make.Integers(null, 3, null)),
            ("s", Make.Texts(null, null, null)), ("f", Make.Flags(null, true, null)));
        var filled = model.Transform(next);
        Assert.Equal([5.0, 7.0, 6.0], filled.Values("v"));
        Assert.Equal([4.5, 3.0, 2.0], filled.Values("n"));
        Assert.Equal(["x", "y", "x"], filled.Values("s"));
        Assert.Equal([false, true, false], filled.Values("f"));
        Assert.Equal([true, false, true], filled.Values("n_missing"));
        Assert.Equal("MissingFillerModel.Transform adds a column 'v_missing', and the frame has one of that name: rename or drop it first.",
            Assert.Throws<ArgumentException>(() => model.Transform(next.With("v_missing", [1.0, 2, 3]))).Message);
        Assert.Equal(["v", "Mean", "a", "5"], model.Learned.Where(c => c["column"] == "v" && c["group"] == "a").Rows()[0]);
    }

    [Fact]
    public void Kinds_stay_where_they_can()
    {
        Assert.Equal(ColumnKind.Integer, Frame.FillMissing("n", Fill.Mode).Schema["n"].Kind);
        Assert.Equal(ColumnKind.Integer, Frame.FillMissing("n", Fill.Constant(0)).Schema["n"].Kind);
        Assert.Equal(ColumnKind.Number, Frame.FillMissing("n", Fill.Median).Schema["n"].Kind);
        Assert.Equal([1.0, 9.0, 0.0, 4.0, 0.0, 10.0], Frame.FillMissing("v", Fill.Constant(0)).Values("v"));
    }

    [Fact]
    public void Filling_mistakes_are_refused()
    {
        Assert.StartsWith("Fill.Mean takes columns of integers or numbers. 's' is text.", Message(() => Frame.FillMissing("s", Fill.Mean)));
        Assert.Equal("Column 'n' is integer; Fill.Constant got text. Give a value of the column's kind.", Message(() => Frame.FillMissing("n", Fill.Constant("?"))));
        Assert.StartsWith("Column 'v' has no value in 1 training rows, so Fill.Mean is unknown.", Message(() => DataFrame.FromColumns(("v", Make.Numbers([null]))).FillMissing("v", Fill.Mean)));
    }

    [Fact]
    public void New_rows_of_whole_numbers_are_filled_with_what_training_of_numbers_learned()
    {
        var training = DataFrame.FromColumns(("v", Make.Numbers(1.5, 1.5, null)));
        var next = DataFrame.FromColumns(("v", Make.Integers(4, null)));
        Assert.Equal([4.0, 1.5], MissingFiller.Fit(training, new() { Columns = [("v", Fill.Mode)] }).Transform(next).Values("v"));
        Assert.Equal([4.0, 0.5], MissingFiller.Fit(training, new() { Columns = [("v", Fill.Constant(0.5))] }).Transform(next).Values("v"));
    }

    [Fact]
    public void Duplicates_by_key_leave_the_row_asked_for()
    {
        var frame = DataFrame.FromColumns(("id", Make.Integers(1, 2, 1, 1, null, null)), ("at", Make.Integers(5, 1, 9, null, 1, 2)), ("x", Make.Texts(null, "b", "c", "d", "e", "f")));
        object?[] Kept(Keep keep, string? order = null) => frame.DropDuplicates(["id"], keep, order).Values("x");
        Assert.Equal([null, "b", "e"], Kept(Keep.First));
        Assert.Equal(["b", "d", "f"], Kept(Keep.Last));
        Assert.Equal(["b", "c", "f"], Kept(Keep.Greatest, "at"));
        Assert.Equal([null, "b", "e"], Kept(Keep.Least, "at"));
        Assert.Equal(["b", "c", "e"], Kept(Keep.MostComplete));
        Assert.Equal(["b"], Kept(Keep.None));
        Assert.Equal([[2L, 0L], [3L, 0L], [5L, 4L]], Duplicates.Find(frame, "id").Select("row", "first_row").Rows());
        Assert.Equal(6, frame.DropDuplicates().RowCount);
        Assert.StartsWith("Keep.Greatest needs the column to compare", Message(() => frame.DropDuplicates(["id"], Keep.Greatest)));
    }

    private static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
