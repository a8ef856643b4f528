using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>Calls that read no column, computed before a statement is written.</summary>
internal static class Constants
{
    private static readonly Evaluator OneRow = new(new Table(new Schema([]), [], 1));

    /// <summary>The call's value as a literal; null where it reads columns, or where computing it is an error that the engine shall raise when it runs.</summary>
    public static LiteralExpr? Of(CallExpr call)
    {
        if (call.HasWindow || call.Reads.Any()) return null;
        try
        {
            var column = OneRow.Evaluate(call);
            return new LiteralExpr(call.Kind, column.IsNull(0) ? null : column switch
            {
                Column<long> whole => whole.Values[0],
                Column<double> numbers => numbers.Values[0],
                Column<bool> flags => flags.Values[0],
                _ => ((TextColumn)column).Text(0),
            });
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
