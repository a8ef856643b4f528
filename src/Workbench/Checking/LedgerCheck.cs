using System.Globalization;
using MarketingNotebooks.Kernel.Execution;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Checking;

/// <summary>One number that is not as the ledger has it.</summary>
/// <param name="Notebook">The notebook's slug.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Expected">The ledger's value; null when it has none.</param>
/// <param name="Got">The value recorded; null when there was none.</param>
/// <param name="Reason">What is wrong and what to do, one sentence.</param>
public sealed record Drift(string Notebook, string Metric, double? Expected, double? Got, string Reason);

/// <summary>Compares what notebooks recorded with the ledger.</summary>
public static class LedgerCheck
{
    /// <summary>Every difference: values beyond tolerance, metrics not recorded, recorded twice, or unknown to the ledger.</summary>
    /// <param name="ledger">What is expected.</param>
    /// <param name="slug">The notebook's file name without extension.</param>
    /// <param name="metrics">What it recorded.</param>
    public static IReadOnlyList<Drift> Compare(Ledger ledger, string slug, IReadOnlyList<RecordedMetric> metrics)
    {
        var drifts = new List<Drift>();
        var expected = ledger[slug] ?? [];
        if (metrics.Count == 0) drifts.Add(new Drift(slug, "(any)", null, null, "records no metric; call Metric.Record for every headline number."));
        foreach (var group in metrics.GroupBy(metric => metric.Name).Where(group => group.Count() > 1))
            drifts.Add(new Drift(slug, group.Key, null, group.Last().Value, $"is recorded {group.Count()} times; record it once."));
        foreach (var want in expected)
        {
            var got = metrics.FirstOrDefault(metric => metric.Name == want.Name);
            if (got is null) drifts.Add(new Drift(slug, want.Name, want.Value, null, "is in the ledger but was not recorded."));
            else if (got.Tolerance > want.Tolerance)
                drifts.Add(new Drift(slug, want.Name, want.Value, got.Value, $"is recorded with tolerance {Text(got.Tolerance)}; the ledger allows {Text(want.Tolerance)}."));
            else if (!(Math.Abs(got.Value - want.Value) <= want.Tolerance * Math.Abs(want.Value)))
                drifts.Add(new Drift(slug, want.Name, want.Value, got.Value,
                    $"was {Text(want.Value)}, is {Text(got.Value)}; allowed is a difference of {Text(want.Tolerance * Math.Abs(want.Value))}."));
        }
        foreach (var metric in metrics.Where(metric => expected.All(want => want.Name != metric.Name)))
            drifts.Add(new Drift(slug, metric.Name, null, metric.Value, "is not in the ledger; add it with `mn check --update`."));
        return drifts;
    }

    /// <summary>True when the notebook ran to its end and recorded something, each name once: else the ledger keeps what it has.</summary>
    /// <param name="outcome">How the notebook ended.</param>
    public static bool CanUpdate(NotebookOutcome outcome) => outcome.Status == RunStatus.Ok && outcome.Metrics.Count > 0
        && outcome.Metrics.DistinctBy(metric => metric.Name).Count() == outcome.Metrics.Count;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
