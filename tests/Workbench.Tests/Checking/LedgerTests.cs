using MarketingNotebooks.Workbench.Checking;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Tests.Checking;

public sealed class LedgerTests
{
    [Theory]
    [InlineData(100, 0, 100, 0, null)]
    [InlineData(100, 0, 100.0000001, 0, "was 100, is 100.0000001; allowed is a difference of 0.")]
    [InlineData(100, 0.01, 101, 0.01, null)]
    [InlineData(100, 0.01, 101.5, 0.01, "was 100, is 101.5; allowed is a difference of 1.")]
    [InlineData(-100, 0.01, -101, 0.01, null)]
    [InlineData(0, 0.01, 1e-12, 0.01, "was 0, is 1E-12; allowed is a difference of 0.")]
    [InlineData(100, 0.001, 100, 0.01, "is recorded with tolerance 0.01; the ledger allows 0.001.")]
    public void Values_are_compared_within_the_ledgers_tolerance(double expected, double tolerance, double got, double recorded, string? reason)
    {
        var ledger = new Ledger();
        ledger.Set("01", [new RecordedMetric("m", expected, tolerance)]);
        var drifts = LedgerCheck.Compare(ledger, "01", [new RecordedMetric("m", got, recorded)]);
        Assert.Equal(reason, drifts.SingleOrDefault()?.Reason);
    }

    [Fact]
    public void Missing_unknown_and_repeated_metrics_drift()
    {
        var ledger = new Ledger();
        ledger.Set("01", [new RecordedMetric("gone", 1, 0), new RecordedMetric("twice", 2, 0)]);
        var drifts = LedgerCheck.Compare(ledger, "01", [new RecordedMetric("twice", 2, 0), new RecordedMetric("twice", 2, 0), new RecordedMetric("fresh", 3, 0)]);
        Assert.Equal(["twice is recorded 2 times; record it once.", "gone is in the ledger but was not recorded.",
            "fresh is not in the ledger; add it with `mn check --update`."], drifts.Select(drift => $"{drift.Metric} {drift.Reason}"));
        Assert.Equal("records no metric; call Metric.Record for every headline number.", LedgerCheck.Compare(new Ledger(), "02", [])[0].Reason);
    }

    [Fact]
    public void A_file_that_is_no_ledger_or_too_tolerant_is_refused()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "{ \"01\": { \"m\": { \"value\": 1, \"tolerance\": 0.5 } } }");
        Assert.Equal($"{path}: the tolerance of 01 / m must be in [0, 0.01]. Got 0.5.", Assert.Throws<UsageException>(() => Ledger.Load(path)).Message);
        File.WriteAllText(path, "[1");
        Assert.Contains("is not a ledger", Assert.Throws<UsageException>(() => Ledger.Load(path)).Message);
        File.Delete(path);
    }

    [Fact]
    public void What_is_saved_is_loaded()
    {
        var ledger = new Ledger();
        ledger.Set("02", [new RecordedMetric("b", 0.1, 1e-9), new RecordedMetric("a", 5, 0)]);
        var path = Path.GetTempFileName();
        ledger.Save(path);
        Assert.Equal(ledger["02"], Ledger.Load(path)["02"]);
        File.Delete(path);
    }
}
