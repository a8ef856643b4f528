using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Differential;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class BudgetTests
{
    private static readonly DataFrame Rows = DataFrame.FromColumns(("n", Make.Integers(1, 2, 3)));

    [Fact]
    public void A_spent_budget_refuses_and_books_nothing()
    {
        var budget = new PrivacyBudget(1);
        Rows.PrivateCount(budget, new() { Epsilon = 0.6 });
        var error = Assert.Throws<PrivacyBudgetException>(() => Rows.PrivateCount(budget, new() { Epsilon = 0.5 }));
        Assert.Equal("The privacy budget does not allow this count: it costs ε = 0.5, and 0.4 of 1 is left. Ask with a smaller ε, or stop asking about these people.", error.Message);
        Rows.PrivateCount(budget, new() { Epsilon = 0.4 });
        Assert.Equal(1, budget.Used, 1e-12);
        Assert.Equal(2, budget.ToFrame().RowCount);
        Assert.Throws<PrivacyBudgetException>(() => Rows.PrivateCount(budget, new() { Epsilon = 1e-4 }));
    }

    [Fact]
    public void Delta_is_a_budget_too()
    {
        var budget = new PrivacyBudget(10, 1e-6);
        Rows.PrivateCount(budget, new() { Epsilon = 0.1, Delta = 1e-6 });
        Assert.Throws<PrivacyBudgetException>(() => Rows.PrivateCount(budget, new() { Epsilon = 0.1, Delta = 1e-9 }));
        Rows.PrivateCount(budget, new() { Epsilon = 0.1 });
    }

    [Fact]
    public void Concentrated_accounting_allows_more_answers_than_sums()
    {
        static int Answers(PrivacyBudget budget)
        {
            for (var n = 0; ; n++)
                try { Rows.PrivateCount(budget, new() { Epsilon = 0.01 }); }
                catch (PrivacyBudgetException) { return n; }
        }
        var expected = (int)Math.Floor(Composition.RhoOf(1, 1e-6) / (0.01 * 0.01 / 2) * (1 + 1e-9));
        var concentrated = new PrivacyBudget(1, 1e-6, Accounting.ZeroConcentrated);
        Assert.Equal((100, expected), (Answers(new PrivacyBudget(1, 1e-6)), Answers(concentrated)));
        Assert.True(expected > 300 && concentrated.SpentEpsilon <= 1 + 1e-9);
    }

    /// <summary>A mean is a sum and a count at half each: one ε together. A Gaussian answer costs ρ = Δ²/2σ² with the σ that it draws with.</summary>
    [Fact]
    public void Answers_book_what_they_draw_with()
    {
        var budget = new PrivacyBudget(2, 1e-5);
        Rows.PrivateMean("n", 0, 3, budget, new() { Epsilon = 0.5, Delta = 1e-6 });
        Assert.Equal((0.5, 1e-6), (budget.ToFrame().Value<double>("epsilon"), budget.ToFrame().Value<double>("delta")));
        Assert.Equal(0.25, budget.Used, 1e-12);
        var concentrated = new PrivacyBudget(2, 1e-5, Accounting.ZeroConcentrated);
        Rows.PrivateCount(concentrated, new() { Epsilon = 0.5, Delta = 1e-6 });
        Assert.Equal(1 / (2 * Math.Pow(GaussianCalibration.Analytic(0.5, 1e-6), 2)), concentrated.ToFrame().Value<double>("rho"), 1e-5);
        Rows.PrivateCount(concentrated, new() { Epsilon = 0.2 });
        Assert.Equal(0.02, concentrated.ToFrame().Value<double>("rho", 1), 1e-12);
    }

    [Theory]
    [InlineData(0, 0, Accounting.Basic, "A budget's ε must be finite and > 0. Got 0. (Parameter 'epsilon')")]
    [InlineData(1, 1, Accounting.Basic, "A budget's δ must be in [0, 1). Got 1. (Parameter 'delta')")]
    [InlineData(1, 0, Accounting.ZeroConcentrated, "A budget with Accounting.ZeroConcentrated needs δ > 0. Got 0; give e.g. delta: 1e-6, or use Accounting.Basic. (Parameter 'delta')")]
    public void Impossible_budgets_are_refused(double epsilon, double delta, Accounting accounting, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new PrivacyBudget(epsilon, delta, accounting)).Message);
}
