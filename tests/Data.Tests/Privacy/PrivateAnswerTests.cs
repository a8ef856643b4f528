using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Differential;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class PrivateAnswerTests
{
    private static readonly PrivacyBudget Plenty = new(1e9, 0.5);

    private static readonly DataFrame Orders = DataFrame.FromColumns(
        ("buyer", Make.Integers([.. Enumerable.Range(0, 3000).Select(i => (long?)(i % 1000))])),
        ("amount", Make.Numbers([.. Enumerable.Range(0, 3000).Select(i => (double?)(i % 200))])),
        ("country", Make.Texts([.. Enumerable.Range(0, 3000).Select(i => i % 3 == 0 ? "DE" : i % 3 == 1 ? "FR" : "XX")])));

    private static PrivateOptions With(int seed, double epsilon = 1, double delta = 0, int most = 1, string? person = null) =>
        new() { Epsilon = epsilon, Delta = delta, MostRows = most, Person = person, Source = NoiseSource.Seeded(seed) };

    [Fact]
    public void Without_noise_to_speak_of_answers_are_right()
    {
        Assert.Equal(3000, Orders.PrivateCount(Plenty, With(1, 50)).Value);
        Assert.Equal(1000, Orders.PrivateCount(Plenty, With(1, 50, person: "buyer")).Value);
        Assert.Equal(2000, Orders.PrivateCount(Plenty, With(1, 50, most: 2, person: "buyer")).Value, 0.5);
        var exact = Enumerable.Range(0, 3000).Sum(i => Math.Min(i % 200, 100));
        // Scale 100/50 = 2 of a sum's noise; of a mean's 50/25 = 2, and 1/25 of the count's: five times that.
        Assert.InRange(Orders.PrivateSum("amount", 0, 100, Plenty, With(1, 50)).Value, exact - 10, exact + 10);
        Assert.Equal(exact / 3000.0, Orders.PrivateMean("amount", 0, 100, Plenty, With(1, 50)).Value, 10 / 3000.0);
        Assert.Equal([["DE", 1000.0, 0.0], ["FR", 1000.0, 0.0], ["(other)", 1000.0, 0.0]], Orders.PrivateHistogram("country", ["DE", "FR"], Plenty, With(1, 50)).Rows());
    }

    /// <summary>Deviations of 2,000 answers: standard error 1/√(2·2000)·(kurtosis) ≈ 3.5 % for Laplace, 1.6 % for Gauss; allowed are four of them.</summary>
    [Theory]
    [InlineData(0.5, 0, 0.14)]
    [InlineData(0.5, 1e-5, 0.065)]
    public void The_noise_has_the_deviation_that_epsilon_asks_for(double epsilon, double delta, double tolerance)
    {
        var source = NoiseSource.Seeded(3);
        var options = new PrivateOptions { Epsilon = epsilon, Delta = delta, Source = source };
        var errors = Enumerable.Range(0, 2000).Select(_ => Orders.PrivateCount(new PrivacyBudget(1, 0.1), options)).Select(answer => (Off: answer.Value - 3000, answer.HalfWidth)).ToArray();
        var deviation = Math.Sqrt(errors.Average(error => error.Off * error.Off));
        var q = Math.Exp(-epsilon);
        Assert.Equal(1, deviation / (delta == 0 ? Math.Sqrt(2 * q) / (1 - q) : GaussianCalibration.Analytic(epsilon, delta)), tolerance);
        // The 95 % interval holds in at least 95 % less four standard errors.
        Assert.True(errors.Count(error => Math.Abs(error.Off) <= error.HalfWidth) >= 2000 * 0.95 - 4 * Math.Sqrt(2000 * 0.95 * 0.05));
    }

    /// <summary>The same for sums on their fine grid, in euros: √2 · 100/ε, or the analytic Gaussian for a sensitivity of 100. 1,000 answers, four standard errors.</summary>
    [Theory]
    [InlineData(0.5, 0, 0.2)]
    [InlineData(0.5, 1e-5, 0.09)]
    public void A_sums_noise_has_the_deviation_of_its_bound(double epsilon, double delta, double tolerance)
    {
        var exact = Enumerable.Range(0, 3000).Sum(i => Math.Min(i % 200, 100));
        var options = new PrivateOptions { Epsilon = epsilon, Delta = delta, Source = NoiseSource.Seeded(8) };
        var errors = Enumerable.Range(0, 1000).Select(_ => Orders.PrivateSum("amount", 0, 100, Plenty, options)).Select(answer => (Off: answer.Value - exact, answer.HalfWidth)).ToArray();
        var deviation = Math.Sqrt(errors.Average(error => error.Off * error.Off));
        Assert.Equal(1, deviation / (delta == 0 ? Math.Sqrt(2) * 100 / epsilon : GaussianCalibration.Analytic(epsilon, delta, 100)), tolerance);
        Assert.InRange(errors.Count(error => Math.Abs(error.Off) <= error.HalfWidth), 950 - 28, 950 + 28);
    }

    /// <summary>Differential privacy itself: over tables that differ by one person, no outcome's odds change by more than e^ε. 60,000 draws; outcomes
    /// expected at least 400 times, so that the ratio's standard error is below 8 %.</summary>
    [Fact]
    public void One_persons_rows_change_no_outcome_by_more_than_e_to_epsilon()
    {
        const double epsilon = 0.8;
        var with = DataFrame.FromColumns(("buyer", Make.Integers(1, 1, 1, 2)));
        var without = with.Where(c => c["buyer"] == 2);
        Dictionary<double, int> Outcomes(DataFrame frame, int seed)
        {
            var options = With(seed, epsilon, most: 2, person: "buyer");
            var mechanism = Mechanism.For(2, epsilon, 0, scalar: true, options.Source);
            var exact = frame.PrivateCount(Plenty, With(seed, 50, most: 2, person: "buyer")).Value;
            return Enumerable.Range(0, 60_000).Select(_ => exact + (double)mechanism.Draw()).GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        }
        var (left, right) = (Outcomes(with, 4), Outcomes(without, 5));
        var common = left.Where(outcome => outcome.Value >= 400 && right.GetValueOrDefault(outcome.Key) >= 400).ToList();
        Assert.True(common.Count > 8);
        Assert.All(common, outcome => Assert.InRange(Math.Abs(Math.Log(outcome.Value / (double)right[outcome.Key])), 0, epsilon + 4 * 0.08));
        Assert.Contains(common, outcome => Math.Abs(Math.Log(outcome.Value / (double)right[outcome.Key])) > epsilon - 4 * 0.08); // the bound is reached: no noise wasted
    }

    [Fact]
    public void A_sum_lies_on_its_grid() // no double but multiples of 100/2³⁰ can come out, whatever the data (Mironov 2012)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var steps = Orders.PrivateSum("amount", 0, 100, Plenty, With(seed)).Value * (1 << 30) / 100;
            Assert.Equal(Math.Round(steps), steps, 2e-3); // a double of 10¹² has four decimals
        }
    }

    /// <summary>Persons who all have the same value are all rounded the same way: on a coarse grid that would add up to more than the noise.</summary>
    [Fact]
    public void Rounding_does_not_add_up()
    {
        var frame = DataFrame.FromColumns(("amount", Make.Numbers([.. Enumerable.Repeat((double?)5, 100_000)])));
        var answer = frame.PrivateSum("amount", 0, 100, Plenty, With(2, 1));
        Assert.InRange(answer.Value, 500_000 - answer.HalfWidth, 500_000 + answer.HalfWidth);
        Assert.Equal(100 * Math.Log(20), answer.HalfWidth, 1e-3); // continuous Laplace of scale 100: P(|X| > h) = e^(−h/100) = 0.05
    }

    [Fact]
    public void Missing_values_and_missing_persons_do_not_count()
    {
        var frame = DataFrame.FromColumns(("buyer", Make.Integers(1, null, 2)), ("amount", Make.Numbers(5, 7, double.NaN)));
        Assert.Equal(2, frame.PrivateCount(Plenty, With(1, 50, person: "buyer")).Value);
        // The noise has scale 10/50, so it exceeds 1 once in 150 seeds; counting the row without a person would give 12.
        Assert.Equal(5, frame.PrivateSum("amount", 0, 10, Plenty, With(1, 50, person: "buyer")).Value, 1.0);
    }

    /// <summary>A person with a thousand rows of a million each moves a sum by no more than their bound: 2 rows of at most 10.</summary>
    [Fact]
    public void No_person_moves_an_answer_by_more_than_the_bounds_allow()
    {
        var others = Enumerable.Range(0, 50).Select(i => (Buyer: (long?)i, Amount: (double?)5)).ToArray();
        var giant = Enumerable.Repeat((Buyer: (long?)99, Amount: (double?)1e6), 1000).ToArray();
        DataFrame Frame((long? Buyer, double? Amount)[] rows) => DataFrame.FromColumns(("buyer", Make.Integers([.. rows.Select(row => row.Buyer)])), ("amount", Make.Numbers([.. rows.Select(row => row.Amount)])));
        var (with, without) = (Frame([.. giant, .. others]), Frame(others));
        PrivateOptions Bounded() => With(7, 50, most: 2, person: "buyer"); // the same seed draws the same noise on both
        Assert.Equal(20, with.PrivateSum("amount", 0, 10, Plenty, Bounded()).Value - without.PrivateSum("amount", 0, 10, Plenty, Bounded()).Value, 1e-9);
        Assert.Equal(2, with.PrivateCount(Plenty, Bounded()).Value - without.PrivateCount(Plenty, Bounded()).Value, 1e-9);
        Assert.InRange(with.PrivateMean("amount", 0, 10, Plenty, Bounded()).Value, 5, 5.6); // 27 of 52 rows would be 1e6 unclamped
        Assert.Equal(10, with.PrivateSum("amount", -10, 10, Plenty, With(7, 50, person: "buyer")).Value - without.PrivateSum("amount", -10, 10, Plenty, With(7, 50, person: "buyer")).Value, 1e-9);
    }

    /// <summary>What was told stays paid for, also when many ask at once: of 64 askers of ε = 0.1 ten are answered.</summary>
    [Fact]
    public void A_budget_is_not_overspent_by_many_at_once()
    {
        var (budget, answered) = (new PrivacyBudget(1), 0);
        Parallel.For(0, 64, _ =>
        {
            try
            {
                Orders.PrivateCount(budget, new() { Epsilon = 0.1 });
                Interlocked.Increment(ref answered);
            }
            catch (PrivacyBudgetException) { }
        });
        Assert.Equal((10, 10), (answered, budget.ToFrame().RowCount));
    }

    [Fact]
    public void Totals_by_category_cost_one_epsilon()
    {
        var budget = new PrivacyBudget(50);
        var totals = Orders.PrivateTotals("country", ["DE", "FR"], "amount", 0, 200, budget, With(1, 50));
        Assert.Equal(1, budget.Used, 1e-12);
        Assert.Equal(["DE", "FR", "(other)"], totals.Values("country"));
        for (var i = 0; i < 3; i++) Assert.Equal(Enumerable.Range(0, 1000).Sum(j => (3 * j + i) % 200), totals.Value<double>("sum", i), 20.0); // scale 4
        Assert.StartsWith("PrivateTotals takes one row a person. Got MostRows 2;",
            Assert.Throws<ArgumentException>(() => Orders.PrivateTotals("country", ["DE"], "amount", 0, 1, budget, With(1, most: 2, person: "buyer"))).Message);
    }

    [Fact]
    public void An_answer_from_a_seed_says_that_it_protects_nobody()
    {
        Assert.EndsWith("seeded noise: not private)", Orders.PrivateCount(Plenty, With(1)).ToString());
        Assert.DoesNotContain("not private", Orders.PrivateCount(Plenty).ToString());
    }

    [Fact]
    public void Mistakes_are_told_and_cost_nothing()
    {
        var budget = new PrivacyBudget(1);
        string Error(Func<object> ask) => Assert.ThrowsAny<ArgumentException>(ask).Message;
        Assert.Equal("PrivateOptions.Epsilon must be in [2⁻²⁰, 50]. Got 0.\nPrivateOptions.MostRows must be 1 unless Person names a column. Got 3.",
            Error(() => Orders.PrivateCount(budget, new() { Epsilon = 0, MostRows = 3 })));
        Assert.Equal("Bounds of 'amount' must be finite with low < high. Got 5 and 5. (Parameter 'low')", Error(() => Orders.PrivateSum("amount", 5, 5, budget)));
        Assert.Equal("Column 'country' is text, not a number. Convert it first, e.g. with ToNumber(). (Parameter 'column')", Error(() => Orders.PrivateMean("country", 0, 1, budget)));
        Assert.StartsWith("PrivateHistogram needs categories known beforehand, each once. Got none.", Error(() => Orders.PrivateHistogram("country", [], budget)));
        Assert.Equal(0, budget.Used);
    }
}
