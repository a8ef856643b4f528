using System.Globalization;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>The numbers that a notebook recorded for the ledger, in words.</summary>
internal static class RecordedNumbers
{
    /// <summary>How many numbers are in the outputs.</summary>
    public static int Count(NotebookDocument document) => document.Cells.SelectMany(cell => cell.Outputs).Count(output => Bundles.Of(output)?[Metric.MimeType] is JsonObject);

    /// <summary>For instance <c>14 numbers recorded, all agree with the ledger</c>; empty when none was recorded or checked.</summary>
    public static string Text(NotebookDocument document, LedgerFindings? ledger)
    {
        var recorded = Count(document);
        if (recorded == 0 && ledger is null or { Checked: 0, Differences.Count: 0 }) return "";
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{recorded:N0} {(recorded == 1 ? "number" : "numbers")} recorded");
        if (ledger is null) return numbers;
        if (ledger.Differences.Count > 0) return numbers + string.Create(CultureInfo.InvariantCulture, $", {ledger.Differences.Count:N0} of {ledger.Checked:N0} differ from the ledger");
        return numbers + (ledger.Checked == recorded ? ", all agree with the ledger" : string.Create(CultureInfo.InvariantCulture, $", {ledger.Checked:N0} agree with the ledger"));
    }
}
