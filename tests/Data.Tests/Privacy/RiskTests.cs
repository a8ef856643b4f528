using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Anonymity;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class RiskTests
{
    /// <summary>Closed forms of Benedetti and Franconi (1998): f = 1: p/(1 − p)·ln(1/p); f = 2: p/(1 − p) − (p/(1 − p))²·ln(1/p).</summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.499)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_expected_inverse_has_its_closed_form(double p)
    {
        var odds = p / (1 - p);
        Assert.Equal(odds * Math.Log(1 / p), ReidentificationRisk.InverseMean(1, p), 1e-12);
        Assert.Equal(odds - odds * odds * Math.Log(1 / p), ReidentificationRisk.InverseMean(2, p), 1e-12);
    }

    /// <summary>The example in the documentation of sdcMicro (freqCalc and indivRisk of its table francdat): rows in the group, people they stand for, risk.</summary>
    [Theory]
    [InlineData(2, 110, 0.01714426)]
    [InlineData(2, 84.5, 0.02204233)]
    [InlineData(1, 17, 0.17707583)]
    [InlineData(1, 541, 0.01165448)]
    [InlineData(1, 8, 0.29706308)]
    [InlineData(1, 5, 0.40235948)]
    public void The_expected_inverse_is_the_individual_risk_of_sdcMicro(int f, double people, double risk) =>
        Assert.Equal(risk, ReidentificationRisk.InverseMean(f, f / people), 5e-9);

    [Theory]
    [InlineData(3, 0.2)]
    [InlineData(40, 0.45)]
    [InlineData(40, 0.7)]
    public void And_is_the_sum_over_the_negative_binomial(int f, double p)
    {
        var (sum, probability) = (0.0, Math.Pow(p, f));
        for (var total = f; total < f + 4000; total++)
        {
            sum += probability / total;
            probability *= (1 - p) * total / (total - f + 1);
        }
        Assert.Equal(sum, ReidentificationRisk.InverseMean(f, p), 1e-10);
    }

    [Fact]
    public void Everybody_in_the_table_makes_all_three_agree()
    {
        var risk = PublishedTables.Sweeney.MeasureAnonymity(["race", "birth", "gender", "zip"]).Risk;
        Assert.Equal(0.5, risk.JournalistHighest, 1e-12);
        Assert.Equal(risk.ProsecutorMean, risk.Marketer, 1e-12);
    }

    /// <summary>A tenth of 40,000 people drawn at random: the truth is counted. Tolerance: the estimators' model error, measured here below a fifth.</summary>
    [Fact]
    public void Estimates_from_a_sample_come_near_the_counted_truth()
    {
        var rng = new Rng(5);
        // Groups of very different size, as quasi-identifiers make them.
        var cells = Enumerable.Range(0, 40_000).Select(_ => (long)Math.Floor(3000 * Math.Pow(rng.NextDouble(), 2.5))).ToArray();
        var sample = cells.Where(_ => rng.NextBool(0.1)).ToArray();
        var people = cells.GroupBy(cell => cell).ToDictionary(group => group.Key, group => group.Count());
        var risk = DataFrame.From(sample.Select(cell => new { cell })).MeasureAnonymity(["cell"], population: cells.Length).Risk;
        Assert.InRange(risk.Marketer / sample.Average(cell => 1.0 / people[cell]), 0.7, 1.35);
        Assert.Equal(1, risk.ProsecutorHighest);
        Assert.InRange(risk.JournalistHighest, 0.2, 0.3); // f = 1, p = 0.1: 0.256
    }

    [Fact]
    public void Zayatz_by_hand()
    {
        // Ten of twenty people: 2 singles, 1 pair, 2 triples. P(one of one) = ½, of two ½·10/19·2, of three 3·½·(10·9)/(19·18).
        var classes = new Dictionary<int, int> { [1] = 2, [2] = 1, [3] = 2 };
        var (one, two, three) = (0.5, 10 / 19.0, 1.5 * 90 / 342.0);
        Assert.Equal(2 * one / (2 * one + two + 2 * three), ReidentificationRisk.UniqueGivenUnique(classes, 10, 20), 1e-12);
    }
}
