namespace MarketingNotebooks.Data.Expressions;

/// <summary>The operators under which functions are written.</summary>
internal static class Symbols
{
    public static string? Of(Function function) => function switch
    {
        Function.Add or Function.Concat => "+",
        Function.Subtract => "-",
        Function.Multiply => "*",
        Function.Divide => "/",
        Function.Modulo => "%",
        Function.Equal => "==",
        Function.NotEqual => "!=",
        Function.Less => "<",
        Function.LessOrEqual => "<=",
        Function.Greater => ">",
        Function.GreaterOrEqual => ">=",
        Function.And => "&&",
        Function.Or => "||",
        _ => null,
    };
}
