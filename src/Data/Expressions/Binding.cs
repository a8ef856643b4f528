using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>Checks names that a formula could not check while it was written.</summary>
internal static class Binding
{
    /// <summary>Every window's columns are in the frame.</summary>
    /// <exception cref="ArgumentException">One is not; the message lists those present.</exception>
    public static void Check(Expr expression, Schema schema)
    {
        if (expression is WindowExpr window)
        {
            foreach (var name in window.Partition) schema.Position(name);
            foreach (var key in window.Order) schema.Position(key.Column);
        }
        foreach (var child in expression.Children) Check(child, schema);
    }

    /// <summary>The expression without windows, for places where SQL takes none.</summary>
    /// <exception cref="ArgumentException">It holds one.</exception>
    public static Expr WithoutWindow(Expr expression, string place) => !expression.HasWindow ? expression
        : throw new ArgumentException($"{place} takes no window function. Got {expression}. Compute it in a With first.");
}
