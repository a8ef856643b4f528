using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Quality;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Tests.Quality;

/// <summary>Reference values: SciPy 1.10 and NumPy 1.24 for skewness, quantiles and associations.</summary>
public sealed class ProfileTests
{
    [Fact]
    public void Numbers()
    {
        var column = DataFrame.FromColumns(("x", Make.Numbers(1, 2, 2, 4, 7, 100, null, double.NaN))).Profile()["x"];
        Assert.Equal((8, 2, 6, 5L, true), (column.Rows, column.Missing, column.Values, column.Distinct, column.DistinctIsExact));
        Assert.Equal(("2", 2L), column.Top[0]);
        var numbers = column.Numbers!;
        Assert.Equal(19.333333333333332, numbers.Mean, 12);
        Assert.Equal(39.57608705603255, numbers.StdDev, 12);
        Assert.Equal(1.7772935779978811, numbers.Skewness, 12);
        Assert.Equal([1, 1.05, 1.25, 2, 3, 6.25, 76.75, 95.35, 100], numbers.Quantiles.Select(value => Math.Round(value, 10)));
        Assert.Equal((1, 1, 0, 0), (numbers.IqrOutliers, numbers.MadOutliers, numbers.Zeros, numbers.Negatives));
        Assert.Equal(6, numbers.Histogram.Sum());
        Assert.Equal((5, 1), (numbers.Histogram[..15].Sum(), numbers.Histogram[^1]));
    }

    [Fact]
    public void Quantiles_are_exact_whatever_the_bins()
    {
        var rng = new Rng(3);
        foreach (var spoiler in new[] { 0.0, 1e300, -1e18 })
        {
            double[] values = [.. Enumerable.Range(0, 10_001).Select(_ => Math.Round(rng.NextNormal(), 3)), spoiler];
            double[] sorted = [.. values.Order()];
            double[] shares = [0, 0.001, 0.01, 0.25, 0.5, 0.777, 1];
            var found = new ExactQuantiles(values).At(shares);
            for (var i = 0; i < shares.Length; i++) Assert.Equal(OrderStatistics.Quantile(sorted, shares[i]), found[i]);
        }
        Assert.True(double.IsNaN(new ExactQuantiles([double.NaN]).At(0.5)[0]));
        Assert.Equal([5.0, 5.0], new ExactQuantiles([5, 5, 5]).At(0, 0.9));
    }

    [Fact]
    public void Texts_and_times()
    {
        var profile = DataFrame.FromColumns(("s", Make.Texts("Ab-12", " x ", "", null, "北京3")), ("t", Make.Times("2025-01-01 10:00", "2025-01-05", null, "2025-01-02", "2025-01-08"))).Profile();
        var texts = profile["s"].Texts!;
        Assert.Equal((0, 2.75, 5, 1, 1), (texts.MinLength, texts.MeanLength, texts.MaxLength, texts.Empty, texts.Untrimmed));
        Assert.Contains(("Aa-9", 1L), texts.Patterns);
        Assert.Contains(("字9", 1L), texts.Patterns);
        var times = profile["t"].Times!;
        Assert.Equal((4, 4L, 2L, new DateTime(2025, 1, 3)), (times.Days, times.EmptyDays, times.LongestGap, times.GapStart));
    }

    [Fact]
    public void Associations()
    {
        var frame = DataFrame.FromColumns(("a", Make.Numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)), ("b", Make.Numbers(4, 1, 16, 9, 49, 64, 25, 36, 100, 81)),
            ("g", Make.Texts("x", "x", "x", "y", "y", "y", "z", "z", "z", "z")));
        var found = frame.Profile().Associations;
        Assert.Equal(0.8317307527215754, Value("a", "b", "pearson"), 12);
        Assert.Equal(0.8666666666666665, Value("a", "b", "spearman"), 12);
        Assert.Equal(0.9438798074485389, Value("a", "g", "correlation_ratio"), 12);
        (string, string)[] cells = [.. Enumerable.Repeat(("p", "q"), 10), .. Enumerable.Repeat(("p", "r"), 2), .. Enumerable.Repeat(("p", "s"), 3),
            .. Enumerable.Repeat(("o", "q"), 1), .. Enumerable.Repeat(("o", "r"), 8), .. Enumerable.Repeat(("o", "s"), 4)];
        found = DataFrame.FromColumns(("u", TextColumn.From(cells.Select(cell => cell.Item1))), ("v", TextColumn.From(cells.Select(cell => cell.Item2)))).Profile().Associations;
        Assert.Equal(0.6273487336134772, Value("u", "v", "cramers_v"), 12);

        double Value(string left, string right, string measure) => found.Where(c => c["left"] == left && c["right"] == right && c["measure"] == measure).Value<double>("value");
    }

    [Fact]
    public void Alerts_point_at_what_was_planted_and_at_nothing_else()
    {
        const int n = 2000;
        var rng = new Rng(11);
        double[] x = [.. Enumerable.Range(0, n).Select(_ => rng.NextNormal())];
        bool[] churned = [.. x.Select(_ => rng.NextDouble() < 0.3)];
        var gaps = Validity.FromFlags([.. x.Select((_, row) => row % 3 != 0)]);
        var frame = DataFrame.FromColumns(("id", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, n).Select(i => (long)i)])), ("x", new Column<double>(ColumnKind.Number, x)),
            ("same", new Column<double>(ColumnKind.Number, x)), ("one", TextColumn.From(x.Select(_ => "EUR"))),
            ("plan", TextColumn.From(x.Select((_, row) => row % 20 == 0 ? "pro" : "free"))), ("price", TextColumn.From(x.Select((_, row) => $"{row % 7},50 €"))),
            ("left_on", new Column<double>(ColumnKind.Number, x, Validity.FromFlags(churned))), ("p1", new Column<double>(ColumnKind.Number, [.. x.Reverse()], gaps)),
            ("p2", new Column<long>(ColumnKind.Integer, [.. x.Select((_, row) => row % 13L)], gaps)), ("churned", new Column<bool>(ColumnKind.Boolean, churned)));
        var found = frame.Profile("churned").Alerts.Select(each => (each.Kind, each.Columns)).ToHashSet();
        Assert.Equal(new HashSet<(AlertKind, string)>
        {
            (AlertKind.NearUnique, "id"), (AlertKind.DuplicateColumn, "x, same"), (AlertKind.Constant, "one"), (AlertKind.Imbalanced, "plan"), (AlertKind.WrongKind, "price"),
            (AlertKind.Missing, "left_on"), (AlertKind.Leaking, "left_on"), (AlertKind.MissingTogether, "p1, p2"),
        }, found);
        var twice = DataFrame.FromColumns(("x", Make.Numbers(1, 1, 2, null, null))).Profile();
        Assert.Equal(2, twice.DuplicateRows);
    }

    [Fact]
    public void Large_distinct_counts_are_estimates_and_say_so()
    {
        const int n = 200_000;
        var frame = DataFrame.FromColumns(("x", new Column<double>(ColumnKind.Number, [.. Enumerable.Range(0, n).Select(i => i * 0.37)])),
            ("few", new Column<double>(ColumnKind.Number, [.. Enumerable.Range(0, n).Select(i => i % 5 * 0.5)])));
        var profile = frame.Profile(options: new() { ExactRows = 1000, SampleRows = 100 });
        Assert.False(profile["x"].DistinctIsExact);
        Assert.InRange(profile["x"].Distinct, 0.96 * n, 1.04 * n); // five standard errors
        Assert.Equal((5L, true), (profile["few"].Distinct, profile["few"].DistinctIsExact));
        Assert.Equal(100, profile.SampledRows);
        Assert.Equal(n, frame.Profile()["x"].Distinct);
    }

    [Fact]
    public void Edges_and_mistakes()
    {
        var empty = DataFrame.FromColumns(("x", Make.Numbers()), ("s", Make.Texts())).Profile();
        Assert.Equal((0, 0), (empty.Rows, empty.DuplicateRows));
        Assert.Empty(empty.Alerts);
        var nothing = DataFrame.FromColumns(("x", Make.Numbers(null, double.NaN)), ("y", Make.Numbers(double.PositiveInfinity, 1))).Profile();
        Assert.Null(nothing["x"].Numbers);
        Assert.Equal((1, 1.0), (nothing["y"].Numbers!.Infinite, nothing["y"].Numbers!.Max));
        Assert.Contains("0 rows × 2 columns", empty.ToString());
        Assert.Equal("ProfileOptions.SampleRows must be ≥ 10. Got 1.\nProfileOptions.Bins must be ≥ 1. Got 0.",
            Assert.Throws<ArgumentException>(() => DataFrame.FromColumns(("x", Make.Numbers(1))).Profile(options: new() { SampleRows = 1, Bins = 0 })).Message);
        Assert.StartsWith("Column 'gone' is not in the frame.", Assert.Throws<ArgumentException>(() => DataFrame.FromColumns(("x", Make.Numbers(1))).Profile("gone")).Message);
    }
}
