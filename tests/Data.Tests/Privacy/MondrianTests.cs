using FsCheck;
using FsCheck.Fluent;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Anonymity;
using MarketingNotebooks.Data.Tests.Datasets;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class MondrianTests
{
    /// <summary>LeFevre and others (2006), figure 3: women are not split; men by age.</summary>
    [Fact]
    public void The_papers_patients_come_out_as_in_its_figure()
    {
        var result = PublishedTables.Patients.Anonymize(["sex", "age", "zip"], new() { K = 2 });
        Assert.Equal(
        [
            ["[25, 26]", "Male", "53711", "Flu"], ["[25, 27]", "Female", "53712", "Hepatitis"], ["[25, 26]", "Male", "53711", "Bronchitis"],
            ["[27, 28]", "Male", "[53710, 53711]", "Broken arm"], ["[25, 27]", "Female", "53712", "AIDS"], ["[27, 28]", "Male", "[53710, 53711]", "Hang nail"],
        ], result.Frame.Rows());
        Assert.Equal((2, 3, 0), (result.Report.K, result.Report.Classes, result.Suppressed.RowCount));
        // Widths: sex 0; age ⅓, ⅔, ⅓ of three years; zip 0, 0, ½ of two. Groups of two, so C_avg = 1 and DM = 3 · 2².
        Assert.Equal((1 / 3.0 + 2 / 3.0 + 1 / 3.0 + 0.5) * 2 / 18, result.Loss.Ncp, 1e-12);
        Assert.Equal((12L, 1.0), (result.Loss.Discernibility, result.Loss.AverageClass));
    }

    [Fact]
    public void A_tree_is_split_into_its_children_and_published_as_the_lowest_common_node()
    {
        var places = Hierarchy.Tree(("DE", "Europe"), ("FR", "Europe"), ("CN", "Asia"), ("SG", "Asia"));
        var frame = DataFrame.FromColumns(("country", Make.Texts("DE", "FR", "DE", "CN", "SG", "DE", "DE")));
        var result = frame.Anonymize(["country"], new() { K = 2, Hierarchies = new Dictionary<string, Hierarchy> { ["country"] = places } });
        Assert.Equal(["Europe", "Europe", "Europe", "Asia", "Asia", "Europe", "Europe"], result.Frame.Values("country"));
        Assert.Equal(1 / 3.0, result.Loss.Ncp, 1e-12);
    }

    [Fact]
    public void Text_without_a_tree_is_published_as_a_set()
    {
        var frame = DataFrame.FromColumns(("country", Make.Texts("DE", "CN", "FR", "SG", "FR", "SG")));
        // By their letters CN DE FR FR SG SG: cut above the median FR, then the left four above their median DE.
        Assert.Equal(["{CN, DE}", "FR", "SG"], frame.Anonymize(["country"], new() { K = 2 }).Frame.Values("country").Distinct());
        Assert.Equal(["*"], frame.Anonymize(["country"], new() { K = 4 }).Frame.Values("country").Distinct());
    }

    [Fact]
    public void Rows_with_missing_values_hide_among_their_like_or_are_suppressed()
    {
        var frame = DataFrame.FromColumns(("age", Make.Integers(20, 21, null, null, 30, 31)), ("sex", Make.Texts("f", "m", "f", "m", "f", null)));
        var result = frame.Anonymize(["age", "sex"], new() { K = 2 });
        Assert.Equal((2, 1), (result.Report.K, result.Suppressed.RowCount));
        Assert.Equal([[31L, null]], result.Suppressed.Rows());
        Assert.Equal(2, result.Frame.Column("age").NullCount);
    }

    [Fact]
    public void L_and_t_are_enforced_where_k_alone_would_split()
    {
        var frame = DataFrame.FromColumns(("age", Make.Integers(20, 21, 30, 31)), ("buys", Make.Texts("tea", "tea", "pot", "pot")));
        Assert.Equal(2, frame.Anonymize(["age"], new() { K = 2 }).Report.Classes);
        Assert.Equal((1, 2), (frame.Anonymize(["age"], new() { K = 2, Sensitive = "buys", DistinctL = 2 }) is var l ? l.Report.Classes : 0, l.Report.DistinctL));
        Assert.Equal(1, frame.Anonymize(["age"], new() { K = 2, Sensitive = "buys", EntropyL = 1.9 }).Report.Classes);
        Assert.Equal(1, frame.Anonymize(["age"], new() { K = 2, Sensitive = "buys", Closeness = 0.4 }).Report.Classes);
        Assert.Equal(4, frame.Anonymize(["age"], new() { K = 2, Sensitive = "buys", DistinctL = 3 }).Suppressed.RowCount);
    }

    /// <summary>Among all six rows pots are two in three: the four with an age are 1/6 off, the two without one 1/3. Those go, and the four that are left
    /// are everybody: half tea, half pot, as each of their groups.</summary>
    [Fact]
    public void Closeness_compares_with_the_rows_that_are_published()
    {
        var frame = DataFrame.FromColumns(("age", Make.Integers(20, 21, 30, 31, null, null)), ("buys", Make.Texts("tea", "pot", "tea", "pot", "pot", "pot")));
        var result = frame.Anonymize(["age"], new() { K = 2, Sensitive = "buys", Closeness = 0.1 });
        Assert.Equal((2, 2, 0.0), (result.Suppressed.RowCount, result.Report.Classes, result.Report.Closeness));
        Assert.Equal([null, null], result.Suppressed.Values("age"));
    }

    [Fact]
    public void K_is_that_of_the_rows_published_and_the_loss_counts_those_left_out()
    {
        var frame = DataFrame.FromColumns(("age", Make.Integers(20, 20, 20, null)), ("name", Make.Texts("a", "b", "c", "d")));
        var result = frame.Anonymize(["age"], new() { K = 3 });
        Assert.Equal((3, 3, 1), (result.Report.K, result.Report.Rows, result.Suppressed.RowCount));
        Assert.Equal((0.25, 13L), (result.Loss.Ncp, result.Loss.Discernibility)); // one cell of four lost; 3² + 1 · 4
        Assert.Equal(["a", "b", "c"], result.Frame.Values("name")); // other columns stay: names must be left out by hand
    }

    [Fact]
    public void The_companys_customers_reach_every_k_and_lose_more_with_it()
    {
        var customers = DataFrame.ReadCsv(Committed.Csv("customers"));
        var (before, loss) = (customers.MeasureAnonymity(["birth_year", "country", "signup_date"]), -1.0);
        Assert.Equal(1, before.K);
        foreach (var k in (int[])[2, 5, 20, 100])
        {
            var result = customers.Anonymize(["birth_year", "country", "signup_date"], new() { K = k });
            Assert.True(result.Report.K >= k && result.Report.Sizes.Max() < 40 * k);
            Assert.Equal(4000, result.Frame.RowCount + result.Suppressed.RowCount);
            Assert.Equal(0, result.Suppressed.RowCount);
            Assert.True(result.Loss.Ncp > loss, $"k = {k}: {result.Loss}");
            loss = result.Loss.Ncp;
        }
    }

    /// <summary>On random tables: the published rows are k-anonymous, no row is lost, every published range holds its value, and twice gives the same.</summary>
    [Fact]
    public void Random_tables_keep_their_promises()
    {
        var rows = Gen.Choose(0, 60).SelectMany(n => Gen.ArrayOf(Gen.Choose(0, 9).Two(), n));
        Prop.ForAll(rows.Two().Select(pair => pair.Item1).Zip(Gen.Choose(2, 7)).ToArbitrary(), input =>
        {
            var (table, k) = input;
            var frame = DataFrame.FromColumns(("a", Make.Integers([.. table.Select(row => row.Item1 == 0 ? (long?)null : row.Item1)])),
                ("b", Make.Texts([.. table.Select(row => row.Item2 == 0 ? null : $"v{row.Item2}")])), ("id", Make.Integers([.. table.Select((_, i) => (long?)i)])));
            var result = frame.Anonymize(["a", "b"], new() { K = k });
            Assert.True(result.Report.Rows == 0 || result.Report.K >= k);
            Assert.Equal(frame.Values("id").Order(), result.Frame.Values("id").Concat(result.Suppressed.Values("id")).Order());
            foreach (var row in result.Frame.Rows())
            {
                var (value, text) = (table[(int)(long)row[2]!].Item1, (string?)row[0]);
                if (text is null) Assert.Equal(0, value);
                else if (text[0] == '[') Assert.InRange(value, int.Parse(text[1..text.IndexOf(',')]), int.Parse(text[(text.IndexOf(' ') + 1)..^1]));
                else Assert.Equal(value.ToString(), text);
            }
            Assert.Equal(result.Frame.Rows(), frame.Anonymize(["a", "b"], new() { K = k }).Frame.Rows());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void All_mistakes_in_options_are_told_together() => Assert.Equal(
        "MondrianOptions.K must be ≥ 2. Got 1.\nMondrianOptions.Closeness must be in [0, 1]. Got 2.\nMondrianOptions.Sensitive must be named when l or t is demanded. Got null.\n"
        + "MondrianOptions.Hierarchies must be made by Hierarchy.Tree; numbers and dates need none. Got sex.",
        Assert.Throws<ArgumentException>(() => PublishedTables.Patients.Anonymize(["sex"], new()
        {
            K = 1, Closeness = 2, Hierarchies = new Dictionary<string, Hierarchy> { ["sex"] = Hierarchy.Bins(5) },
        })).Message);

    [Fact]
    public void Progress_rises_to_one()
    {
        var seen = new List<double>();
        PublishedTables.Patients.Anonymize(["sex", "age", "zip"], new() { K = 2 }, new Shares(seen));
        Assert.Equal(seen.Order().Distinct(), seen);
        Assert.Equal(1, seen[^1]);
    }

    private sealed class Shares(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }

    [Fact]
    public void It_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() =>
        Mondrian.Fit(PublishedTables.Patients, ["age"], new() { K = 2 }, cancellationToken: new CancellationToken(true)));
}
