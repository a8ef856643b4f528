using System.Globalization;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>How a budget adds up answers.</summary>
public enum Accounting
{
    /// <summary>Sums of ε and of δ. Best for few answers.</summary>
    Basic,

    /// <summary>Sum of ρ (zero-concentrated differential privacy, Bun and Steinke 2016): best for many answers; needs a δ. A pure-DP answer costs
    /// ε²/2, a discrete Gaussian one Δ²/2σ².</summary>
    /// <remarks>Few answers of a large ε cost more this way: one of ε = 0.5 takes ρ = 0.125, more than all of (ε = 2, δ = 10⁻⁵), where sums would take a quarter.</remarks>
    ZeroConcentrated,
}

/// <summary>What may still be told about the people of a table; refuses answers that would tell more.</summary>
/// <remarks>Use one budget for everything that is ever told about the same people. Answers may depend on earlier answers: sums of ε, δ and ρ up
/// to a limit fixed beforehand are valid privacy filters (Rogers and others 2016, NeurIPS; Feldman and Zrnic 2021, NeurIPS). Thread-safe; the one mutable object here.</remarks>
[TypeFormatterSource(typeof(BudgetFormatters))]
public sealed class PrivacyBudget
{
    private readonly Lock _lock = new();
    private readonly List<(string Query, PrivacyCost Cost)> _ledger = [];
    private readonly double _rho;
    private PrivacyCost _spent;

    /// <summary>A budget of (ε, δ).</summary>
    /// <param name="epsilon">ε. Range: > 0; up to 1 is strong, above 10 means little.</param>
    /// <param name="delta">δ: chance that ε does not hold. Range: 0 to below 1; well below 1 / people. Default: 0, pure.</param>
    /// <param name="accounting">How answers add up. Default: sums of ε and δ.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public PrivacyBudget(double epsilon, double delta = 0, Accounting accounting = Accounting.Basic)
    {
        if (!(epsilon > 0 && double.IsFinite(epsilon))) throw new ArgumentException($"A budget's ε must be finite and > 0. Got {epsilon}.", nameof(epsilon));
        if (!(delta is >= 0 and < 1)) throw new ArgumentException($"A budget's δ must be in [0, 1). Got {delta}.", nameof(delta));
        if (accounting == Accounting.ZeroConcentrated && delta == 0)
            throw new ArgumentException("A budget with Accounting.ZeroConcentrated needs δ > 0. Got 0; give e.g. delta: 1e-6, or use Accounting.Basic.", nameof(delta));
        (Epsilon, Delta, Accounting) = (epsilon, delta, accounting);
        if (accounting == Accounting.ZeroConcentrated) _rho = Composition.RhoOf(epsilon, delta);
    }

    /// <summary>The whole ε.</summary>
    public double Epsilon { get; }

    /// <summary>The whole δ.</summary>
    public double Delta { get; }

    /// <summary>How answers add up.</summary>
    public Accounting Accounting { get; }

    /// <summary>Part of the budget that is gone. Range: 0 to 1.</summary>
    public double Used
    {
        get
        {
            lock (_lock) return Accounting == Accounting.ZeroConcentrated ? _spent.Rho / _rho : Math.Max(_spent.Epsilon / Epsilon, Delta == 0 ? 0 : _spent.Delta / Delta);
        }
    }

    /// <summary>ε guaranteed for everything answered so far, at <see cref="Delta"/>.</summary>
    public double SpentEpsilon
    {
        get
        {
            lock (_lock) return Accounting == Accounting.ZeroConcentrated ? Composition.EpsilonOf(_spent.Rho, Delta) : _spent.Epsilon;
        }
    }

    /// <summary>Every answer and its cost: <c>query</c>, <c>epsilon</c>, <c>delta</c>, <c>rho</c>, <c>used</c> (share of the budget after it).</summary>
    public DataFrame ToFrame()
    {
        (string Query, PrivacyCost Cost)[] ledger;
        lock (_lock) ledger = [.. _ledger];
        var sums = new List<double>();
        var sum = default(PrivacyCost);
        foreach (var (_, cost) in ledger)
        {
            sum += cost;
            sums.Add(Accounting == Accounting.ZeroConcentrated ? sum.Rho / _rho : Math.Max(sum.Epsilon / Epsilon, Delta == 0 ? 0 : sum.Delta / Delta));
        }
        Column Numbers(Func<PrivacyCost, double> value) => new Column<double>(ColumnKind.Number, [.. ledger.Select(each => value(each.Cost))]);
        return DataFrame.FromColumns(("query", TextColumn.From(ledger.Select(each => each.Query))), ("epsilon", Numbers(cost => cost.Epsilon)),
            ("delta", Numbers(cost => cost.Delta)), ("rho", Numbers(cost => cost.Rho)), ("used", new Column<double>(ColumnKind.Number, [.. sums])));
    }

    /// <summary>How much is left, in a sentence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Privacy budget ε = {Epsilon:0.####}{(Delta == 0 ? "" : $", δ = {Delta:0.##E0}")}: {Used:0.#%} used, {_ledger.Count} answers");

    /// <summary>Books an answer, before it is drawn.</summary>
    /// <exception cref="PrivacyBudgetException">It costs more than is left.</exception>
    internal void Spend(string query, PrivacyCost cost)
    {
        lock (_lock)
        {
            var after = _spent + cost;
            const double rounding = 1 + 1e-9;
            var fits = Accounting == Accounting.ZeroConcentrated ? after.Rho <= _rho * rounding
                : after.Epsilon <= Epsilon * rounding && after.Delta <= Delta * rounding;
            if (!fits) throw new PrivacyBudgetException(Refusal(query, cost));
            _spent = after;
            _ledger.Add((query, cost));
        }
    }

    private string Refusal(string query, PrivacyCost cost)
    {
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        var (costs, left) = Accounting == Accounting.ZeroConcentrated
            ? (Text($"ρ = {cost.Rho:0.####}"), Text($"{Math.Max(0, _rho - _spent.Rho):0.####} of {_rho:0.####}"))
            : (Text($"ε = {cost.Epsilon:0.####}"), Text($"{Math.Max(0, Epsilon - _spent.Epsilon):0.####} of {Epsilon:0.####}"));
        if (Accounting == Accounting.Basic && cost.Delta > 0)
            (costs, left) = (costs + Text($" and δ = {cost.Delta:0.##E0}"), left + Text($" and {Math.Max(0, Delta - _spent.Delta):0.##E0} of {Delta:0.##E0}"));
        return $"The privacy budget does not allow this {query}: it costs {costs}, and {left} is left. Ask with a smaller ε, or stop asking about these people.";
    }
}

/// <summary>What one answer costs.</summary>
internal readonly record struct PrivacyCost(double Epsilon, double Delta, double Rho)
{
    public static PrivacyCost operator +(PrivacyCost left, PrivacyCost right) => new(left.Epsilon + right.Epsilon, left.Delta + right.Delta, left.Rho + right.Rho);
}

/// <summary>An answer would cost more than is left of a <see cref="PrivacyBudget"/>. Nothing was told and nothing booked.</summary>
/// <param name="message">What it costs and what is left.</param>
public sealed class PrivacyBudgetException(string message) : InvalidOperationException(message);

/// <summary>How a budget shows itself.</summary>
public sealed class BudgetFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<PrivacyBudget>("text/html", budget => HtmlTable.Render(budget.ToFrame()) + "<p>" + System.Net.WebUtility.HtmlEncode(budget.ToString()) + "</p>"),
        new MimeFormatter<PrivacyBudget>("text/plain", budget => budget + "\n" + TextTable.Render(budget.ToFrame())),
    ];
}
