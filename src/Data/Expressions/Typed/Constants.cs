using System.Collections;
using System.Linq.Expressions;

namespace MarketingNotebooks.Data.Expressions.Typed;

/// <summary>Parts of a lambda that do not depend on the record: computed at once.</summary>
internal static class Constants
{
    public static object? Value(Expression expression) => expression is ConstantExpression constant ? constant.Value
        : Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();

    /// <summary>The value in every row; null for a null.</summary>
    public static Expr? Of(Expression expression) => Of(Value(expression), expression);

    /// <summary>The values of a list, nulls left out: they match nothing.</summary>
    public static IEnumerable<Expr> List(Expression expression)
    {
        // Spans cannot be boxed: take the array that they were made of.
        if (expression is MethodCallExpression { Method.Name: "op_Implicit" } span) return List(span.Arguments[0]);
        return Value(expression) is IEnumerable values ? values.Cast<object?>().Select(value => Of(value, expression)).OfType<Expr>()
            : throw new ArgumentException($"'{expression}' is no list to look in.");
    }

    public static bool IsWhole(Type type) => type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(byte)
        || type == typeof(sbyte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong);

    public static bool IsFraction(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(decimal);

    private static Expr? Of(object? value, Expression expression) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        double or float or decimal => Convert.ToDouble(value, null),
        DateTime time => time,
        DateTimeOffset time => time.UtcDateTime,
        DateOnly day => day,
        TimeSpan span => span,
        TimeOnly time => time.ToTimeSpan(),
        Enum or Guid or char or Uri => value.ToString()!,
        _ when IsWhole(value.GetType()) => Convert.ToInt64(value, null),
        _ => throw new ArgumentException($"'{expression}' is {value.GetType().Name}, which no column holds. Use a number, a text, a time or a truth value."),
    };
}
