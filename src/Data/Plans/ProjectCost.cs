using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Plans;

/// <summary>What computing columns costs.</summary>
internal static class ProjectCost
{
    /// <summary>Columns that stand as they are cost nothing; windows alike share a sort.</summary>
    public static string Of(ProjectNode project)
    {
        var computed = project.Columns.Count(column => column.Value is not ColumnExpr);
        if (computed == 0) return "nothing is copied";
        var windows = project.Columns.SelectMany(column => Windows(column.Value)).ToList();
        var sorts = windows.Select(window => window.Window).Distinct().Count();
        return (computed == 1 ? "computes 1 column" : $"computes {computed} columns") + (windows.Count == 0 ? ""
            : $", {(sorts == 1 ? "one sort" : $"{sorts} sorts")} for {(windows.Count == 1 ? "1 window" : $"{windows.Count} windows")}");
    }

    private static IEnumerable<WindowExpr> Windows(Expr value) =>
        value is WindowExpr window ? [window] : value.Children.SelectMany(Windows);
}
