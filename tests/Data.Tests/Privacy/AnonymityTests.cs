using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Anonymity;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class AnonymityTests
{
    [Fact]
    public void Sweeneys_example_is_2_anonymous()
    {
        var report = PublishedTables.Sweeney.MeasureAnonymity(["race", "birth", "gender", "zip"], "problem");
        Assert.Equal((11, 5, 2, 0), (report.Rows, report.Classes, report.K, report.Uniques));
        Assert.Equal([2, 2, 2, 3, 2], report.Sizes);
        Assert.Equal((1, 1.0), (report.DistinctL, report.EntropyL)); // hypertension twice, chest pain twice: k protects no diagnosis
        Assert.Equal("11 rows in 5 groups by race, birth, gender, zip: k = 2, 0 unique, l = 1, t = 0.82", report.ToString());
        Assert.Equal(0.5, report.Risk.ProsecutorHighest);
        Assert.Equal(5 / 11.0, report.Risk.ProsecutorMean, 1e-15);
    }

    [Fact]
    public void Machanavajjhalas_tables_have_their_l()
    {
        var homogeneous = PublishedTables.FourAnonymous.MeasureAnonymity(["zip", "age"], "condition");
        Assert.Equal((4, 1, 1.0), (homogeneous.K, homogeneous.DistinctL, homogeneous.EntropyL));
        var diverse = PublishedTables.ThreeDiverse.MeasureAnonymity(["zip", "age"], "condition");
        Assert.Equal((4, 3), (diverse.K, diverse.DistinctL));
        Assert.Equal(Math.Exp(1.5 * Math.Log(2)), diverse.EntropyL, 1e-12); // shares ½, ¼, ¼: entropy 1.5 bits
    }

    /// <summary>Li and others (2007), section 5: D[{3,4,5}k, all] = 0.375 and D[{6,8,11}k, all] = 0.167.</summary>
    [Fact]
    public void The_distances_are_those_of_the_t_closeness_paper()
    {
        var sensitive = new Sensitive(PublishedTables.Salaries.Column("salary"), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Equal(0.375, sensitive.Measure([0, 1, 2]).Closeness, 1e-12);
        Assert.Equal(0.167, sensitive.Measure([3, 4, 5]).Closeness, 5e-4);
        Assert.Equal(0.375, PublishedTables.Salaries.MeasureAnonymity(["zip"], "salary").Closeness, 1e-12);
    }

    /// <summary>The definitions, written out over all values of the column, on random groups of random columns with ties and nulls.</summary>
    [Fact]
    public void Diversity_and_closeness_are_those_of_their_definitions()
    {
        var rng = new Rng(6);
        for (var round = 0; round < 200; round++)
        {
            var values = Enumerable.Range(0, 1 + rng.Next(40)).Select(_ => rng.Next(8) == 0 ? (long?)null : rng.Next(12)).ToArray();
            var group = Enumerable.Range(0, values.Length).Where(_ => rng.NextBool(0.4)).DefaultIfEmpty(0).ToArray();
            var all = values.Distinct().OrderBy(value => value ?? long.MaxValue).ToArray();
            double Share(IEnumerable<int> rows, long? value) => rows.Average(row => values[row] == value ? 1.0 : 0);
            var gaps = all.Select(value => Share(group, value) - Share(Enumerable.Range(0, values.Length), value)).ToArray();
            var ordered = all.Length < 2 ? 0 : Enumerable.Range(1, all.Length).Sum(n => Math.Abs(gaps.Take(n).Sum())) / (all.Length - 1);
            var entropy = Math.Exp(-all.Select(value => Share(group, value)).Where(share => share > 0).Sum(share => share * Math.Log(share)));
            var everybody = Enumerable.Range(0, values.Length).ToArray();
            var numbers = new Sensitive(Make.Integers(values), everybody).Measure(group);
            var texts = new Sensitive(Make.Texts([.. values.Select(value => value?.ToString())]), everybody).Measure(group);
            Assert.Equal((group.Select(row => values[row]).Distinct().Count(), entropy, ordered), (numbers.Distinct, numbers.EntropyL, numbers.Closeness), Within(1e-12));
            Assert.Equal((numbers.Distinct, entropy, gaps.Sum(Math.Abs) / 2), (texts.Distinct, texts.EntropyL, texts.Closeness), Within(1e-12));
        }
    }

    private static Func<(int, double, double), (int, double, double), bool> Within(double tolerance) =>
        (left, right) => left.Item1 == right.Item1 && Math.Abs(left.Item2 - right.Item2) < tolerance && Math.Abs(left.Item3 - right.Item3) < tolerance;

    [Fact]
    public void Categories_have_the_equal_distance() // ½(|0 − 0.6| + |1 − 0.4|)
        => Assert.Equal(0.6, DataFrame.FromColumns(("q", Make.Texts("a", "a", "a", "b", "b")), ("s", Make.Texts("x", "x", "x", "y", "y"))).MeasureAnonymity(["q"], "s").Closeness, 1e-12);

    [Fact]
    public void Without_rows_there_is_nothing_to_measure()
    {
        var report = DataFrame.FromColumns(("a", Make.Texts()), ("b", Make.Texts())).MeasureAnonymity(["a"], "b");
        Assert.Equal((0, 0, 0, 0, 0), (report.Rows, report.Classes, report.K, report.Uniques, report.DistinctL));
    }

    [Fact]
    public void Nulls_hide_among_nulls() => Assert.Equal([2, 1], DataFrame.FromColumns(("a", Make.Integers(null, 1, null))).MeasureAnonymity(["a"]).Sizes);

    [Theory]
    [InlineData("At least one quasi-identifier must be named, e.g. quasi: [\"birth_year\", \"country\"]. Got none. (Parameter 'quasi')", new string[0], null, null)]
    [InlineData("Each quasi-identifier must be named once. Got age, age. (Parameter 'quasi')", new[] { "age", "age" }, null, null)]
    [InlineData("Column 'age' cannot be both quasi-identifier and sensitive. Name it as one of them. (Parameter 'sensitive')", new[] { "age" }, "age", null)]
    [InlineData("The population must be at least the 6 rows drawn from it. Got 5. (Parameter 'population')", new[] { "age" }, null, 5L)]
    public void Mistakes_are_told(string message, string[] quasi, string? sensitive, long? population) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => PublishedTables.Patients.MeasureAnonymity(quasi, sensitive, population)).Message);
}
