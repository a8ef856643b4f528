using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Tests.Cleaning;

/// <summary>Reference values of scales from scikit-learn 1.2.1 on [1, 2, 2, 4, 7, 100]; of target encoding from the formula of its later TargetEncoder, in NumPy.</summary>
public sealed class ScaleAndEncodeTests
{
    private static readonly DataFrame Values = DataFrame.FromColumns(("x", Make.Numbers(1, 2, 2, 4, 7, 100)), ("gap", Make.Numbers(1, null, 3, double.NaN, 5, 7)));

    private static readonly DataFrame Buyers = DataFrame.FromColumns(("city", Make.Texts("a", "a", "a", "a", "b", "b", "b", "c")), ("bought", Make.Integers(1, 0, 1, 1, 0, 0, 1, 1)));

    [Theory]
    [InlineData(Scaling.ZScore, new[] { -0.5074569502897541, -0.4797774802739493, -0.4797774802739493, -0.42441854024233977, -0.34138013019492547, 2.232810581274918 })]
    [InlineData(Scaling.MinMax, new[] { 0, 0.010101010101010102, 0.010101010101010102, 0.030303030303030304, 0.060606060606060615, 1.0 })]
    [InlineData(Scaling.Robust, new[] { -0.47058823529411764, -0.23529411764705882, -0.23529411764705882, 0.23529411764705882, 0.9411764705882353, 22.823529411764707 })]
    public void Scales_as_scikit_learn_and_back(Scaling scaling, double[] expected)
    {
        var model = FrameScaler.Fit(Values, new() { Columns = ["x"], Scaling = scaling });
        var scaled = model.Transform(Values);
        for (var row = 0; row < 6; row++) Assert.Equal(expected[row], scaled.Column<double>("x").Span[row], 12);
        for (var row = 0; row < 6; row++) Assert.Equal(Values.Value<double>("x", row), model.Inverse(scaled).Value<double>("x", row), 12);
    }

    [Fact]
    public void A_target_is_not_encoded_by_itself_and_one_row_teaches_nothing()
    {
        var frame = DataFrame.FromColumns(("city", TextColumn.From(["a", "b", "a"])), ("won", new Column<bool>(ColumnKind.Boolean, [true, false, true])));
        Assert.Contains("it would leak", Assert.Throws<ArgumentException>(() => TargetEncoder.Fit(frame, "won", new TargetEncoderOptions { Columns = ["won"], Folds = 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("at least 2 rows", Assert.Throws<ArgumentException>(() => TargetEncoder.Fit(frame.Head(1), "won")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_values_stay_missing_and_do_not_count()
    {
        var scaled = FrameScaler.Fit(Values, new() { Columns = ["gap"], Scaling = Scaling.MinMax }).Transform(Values);
        Assert.Equal([0.0, null, 1 / 3.0, null, 2 / 3.0, 1.0], scaled.Values("gap"));
        var constant = DataFrame.FromColumns(("x", Make.Numbers(3, 3)));
        Assert.Equal([0.0, 0.0], FrameScaler.Fit(constant).Transform(constant).Values("x"));
    }

    [Fact]
    public void One_hot_takes_new_categories_by_policy()
    {
        var next = DataFrame.FromColumns(("city", Make.Texts("b", "z", null)));
        var ignoring = OneHotEncoder.Fit(Buyers).Transform(next);
        Assert.Equal(["city=a", "city=b", "city=c"], ignoring.ColumnNames);
        Assert.Equal([[0L, 1L, 0L], [0L, 0L, 0L], [0L, 0L, 0L]], ignoring.Rows());
        var other = OneHotEncoder.Fit(Buyers, new() { Unknown = Unknown.Other, DropFirst = true }).Transform(next);
        Assert.Equal(["city=b", "city=c", "city=<other>"], other.ColumnNames);
        Assert.Equal([[1L, 0L, 0L], [0L, 0L, 1L], [0L, 0L, 0L]], other.Rows());
        Assert.Equal("Column 'city' has the category 'z', which training did not have. Fit on rows that have it, or set Unknown = Unknown.Ignore.",
            Assert.Throws<ArgumentException>(() => OneHotEncoder.Fit(Buyers, new() { Unknown = Unknown.Throw }).Transform(next)).Message);
        Assert.StartsWith("Column 'city' has 3 categories; OneHotEncoderOptions.MostCategories allows 2.",
            Assert.Throws<ArgumentException>(() => OneHotEncoder.Fit(Buyers, new() { MostCategories = 2 })).Message);
    }

    [Fact]
    public void One_hot_does_not_replace_a_column_that_is_there()
    {
        var next = DataFrame.FromColumns(("city", Make.Texts("b")), ("city=b", Make.Texts("mine")));
        Assert.Equal("The frame has a column 'city=b' already, which OneHotEncoderModel.Transform would replace. Rename or drop it first.",
            Assert.Throws<ArgumentException>(() => OneHotEncoder.Fit(Buyers).Transform(next)).Message);
    }

    [Fact]
    public void Ordinal_follows_the_order_given()
    {
        var next = DataFrame.FromColumns(("city", Make.Texts("c", "z", null)));
        Assert.Equal([2L, -1L, null], OrdinalEncoder.Fit(Buyers, new() { Unknown = Unknown.Other }).Transform(next).Values("city"));
        var model = OrdinalEncoder.Fit(Buyers, new() { Orders = new Dictionary<string, string[]> { ["city"] = ["c", "b", "a"] }, Unknown = Unknown.Ignore });
        Assert.Equal([0L, null, null], model.Transform(next).Values("city"));
        Assert.Throws<ArgumentException>(() => OrdinalEncoder.Fit(Buyers, new() { Orders = new Dictionary<string, string[]> { ["city"] = ["a", "b"] } }));
    }

    [Fact]
    public void Frequency_is_a_share_of_training_rows()
    {
        var next = DataFrame.FromColumns(("city", Make.Texts("a", "z", null)));
        Assert.Equal([0.5, 0.0, null], FrequencyEncoder.Fit(Buyers).Transform(next).Values("city"));
        Assert.Equal([4.0, 0.0, null], FrequencyEncoder.Fit(Buyers, new() { Counts = true }).Transform(next).Values("city"));
    }

    [Theory]
    [InlineData(2.0, new[] { 0.7083333333333334, 0.45, 0.75 })]
    [InlineData(null, new[] { 0.7291666666666666, 0.40337711069418386, 1.0 })]
    public void Target_means_are_shrunk(double? smoothing, double[] expected)
    {
        var model = TargetEncoder.Fit(Buyers, "bought", new() { Smoothing = smoothing });
        var encoded = model.Transform(DataFrame.FromColumns(("city", Make.Texts("a", "b", "c", "new", null))));
        for (var row = 0; row < 3; row++) Assert.Equal(expected[row], encoded.Value<double>("city", row), 12);
        Assert.Equal([0.625, 0.625], encoded.Values("city")[3..]);
    }

    [Fact]
    public void Training_rows_do_not_see_their_own_target()
    {
        // A key that is different in every row says nothing: honest encodings must not correlate with the target, leaking ones do perfectly.
        var rng = new Rng(7);
        double[] y = [.. Enumerable.Range(0, 400).Select(_ => rng.NextNormal())];
        var frame = DataFrame.FromColumns(("key", TextColumn.From(y.Select((_, row) => $"k{row}"))), ("y", new Column<double>(ColumnKind.Number, y)));
        var model = TargetEncoder.Fit(frame, "y", new() { Smoothing = 0, Folds = 10 });
        for (var row = 0; row < y.Length; row++)
        {
            Assert.Equal(y[row], model.Transform(frame).Value<double>("key", row), 12);
            Assert.InRange(Math.Abs(model.Training.Value<double>("key", row) - y.Average()), 0, 0.05);
            if (row > 20) break;
        }
        Assert.Equal(model.Training.Values("key"), TargetEncoder.Fit(frame, "y", new() { Smoothing = 0, Folds = 10 }).Training.Values("key"));

        // Each training value is the mean of the other folds: changing one target changes every row of its category but those of its own fold.
        var changed = Buyers.With("bought", new long[] { 0, 0, 1, 1, 0, 0, 1, 1 });
        var (before, after) = (TargetEncoder.Fit(Buyers, "bought", new() { Folds = 8 }).Training, TargetEncoder.Fit(changed, "bought", new() { Folds = 8 }).Training);
        Assert.Equal(before.Values("city")[0], after.Values("city")[0]);
        Assert.NotEqual(before.Values("city")[1], after.Values("city")[1]);
    }

    [Fact]
    public void Mistakes_are_refused()
    {
        Assert.Equal("TargetEncoderOptions.Smoothing must be finite and ≥ 0, or null for empirical Bayes. Got -1.\nTargetEncoderOptions.Folds must be in [2, 8] for 8 rows. Got 9.",
            Assert.Throws<ArgumentException>(() => TargetEncoder.Fit(Buyers, "bought", new() { Smoothing = -1, Folds = 9 })).Message);
        Assert.StartsWith("TargetEncoder.Fit takes a target of numbers, integers or booleans. 'city' is text.",
            Assert.Throws<ArgumentException>(() => TargetEncoder.Fit(Buyers, "city")).Message);
        Assert.StartsWith("OneHotEncoder.Fit takes categories: text, integers, booleans or times. 'x' is number.",
            Assert.Throws<ArgumentException>(() => OneHotEncoder.Fit(Values, new() { Columns = ["x"] })).Message);
    }
}
