using System.Globalization;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Recorded numbers and their check in words.</summary>
internal static class Ledgers
{
    /// <summary>For instance <c>14 numbers recorded, all agree with the ledger</c>; empty when none was recorded or checked.</summary>
    public static string Text(int recorded, LedgerCheck? ledger)
    {
        if (recorded == 0 && ledger is null or { Checked: 0, Differences.Count: 0 }) return "";
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{recorded:N0} {(recorded == 1 ? "number" : "numbers")} recorded");
        if (ledger is null) return numbers;
        return ledger.Differences.Count == 0
            ? numbers + (ledger.Checked == recorded ? ", all agree with the ledger" : string.Create(CultureInfo.InvariantCulture, $", {ledger.Checked:N0} agree with the ledger"))
            : numbers + string.Create(CultureInfo.InvariantCulture, $", {ledger.Differences.Count:N0} of {ledger.Checked:N0} differ from the ledger");
    }
}
