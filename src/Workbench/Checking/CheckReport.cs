using System.Text.Json;
using MarketingNotebooks.Kernel.Execution;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Checking;

/// <summary>Prints the outcome of <c>mn check</c> as it comes and sums it up.</summary>
/// <param name="json">True: one JSON object a line.</param>
internal sealed class CheckReport(bool json)
{
    private int _metrics;
    private int _drifts;
    private int _failures;

    public void Add(NotebookOutcome outcome, IReadOnlyList<Drift> drifts)
    {
        if (json) Console.WriteLine(RunEvents.Line(outcome));
        else if (outcome.Status != RunStatus.Ok) Console.WriteLine($"✘ {Outcomes.Sentence(outcome)}");
        else Console.WriteLine($"{(drifts.Count == 0 ? "✔" : "✘")} {outcome.Slug}: {Outcomes.Count(outcome.Metrics.Count, "metric")}, {drifts.Count} drifted, {outcome.Seconds:0.0} s");
        if (outcome.Status != RunStatus.Ok) _failures++;
        _metrics += outcome.Metrics.Count;
        foreach (var drift in drifts) Add(drift);
    }

    public void Add(Drift drift)
    {
        _drifts++;
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { @event = "drift", notebook = drift.Notebook, metric = drift.Metric, expected = drift.Expected, got = drift.Got, reason = drift.Reason }));
        else Console.WriteLine($"  {drift.Notebook} / {drift.Metric} {drift.Reason}");
    }

    public int Finish()
    {
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { @event = "checked", metrics = _metrics, drifted = _drifts, failedNotebooks = _failures }));
        else Console.WriteLine($"{Outcomes.Count(_metrics, "metric")} checked, {_drifts} drifted, {Outcomes.Count(_failures, "notebook")} failed.");
        return _failures > 0 ? ExitCode.NotebookFailed : _drifts > 0 ? ExitCode.Drift : ExitCode.Ok;
    }
}
