using System.Globalization;
using System.Text;

namespace MarketingNotebooks.Data.Plans;

/// <summary>A plan as text.</summary>
internal static class Explanation
{
    public static string Of(PlanNode plan)
    {
        var text = new StringBuilder();
        Write(text, plan.Result is null ? PlanRewriter.Rewrite(plan) : plan, [.. plan.Schema.Names], 0, []);
        return text.ToString();
    }

    private static void Write(StringBuilder text, PlanNode node, HashSet<string> needed, int depth, HashSet<PlanNode> told)
    {
        text.Append(' ', 2 * depth).Append(node.Describe());
        if (node is ScanNode) text.Append(Reads(node, needed));
        else if (node.Result is { } kept) text.Append(CultureInfo.InvariantCulture, $" (kept, {kept.Rows:N0} rows{Reads(node, needed)})");
        else
        {
            var unread = node is ProjectNode project ? project.Columns.Count(column => !needed.Contains(column.Name)) : 0;
            text.Append(" — ").Append(node.Cost);
            if (unread > 0) text.Append(CultureInfo.InvariantCulture, $", {unread} unread left out");
            if (node.MostRows is { } rows) text.Append(CultureInfo.InvariantCulture, $", ≤ {rows:N0} rows");
            if (node.IsShared) text.Append(", kept for other verbs");
        }
        var isTold = node.Result is null && node.IsShared && !told.Add(node);
        text.Append(isTold ? ", as above\n" : "\n");
        if (isTold || node.Result is not null) return;
        var needs = node.Needs(node.IsShared ? [.. node.Schema.Names] : needed);
        for (var input = 0; input < needs.Count; input++) Write(text, node.Inputs[input], needs[input], depth + 1, told);
    }

    private static string Reads(PlanNode node, HashSet<string> needed)
    {
        var names = node.Schema.Names.Where(needed.Contains).ToList();
        return names.Count == node.Schema.Count ? "" : names.Count == 0 ? ", reads no column" : $", reads {string.Join(", ", names)}";
    }
}
