using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Comparisons; text by Unicode code points, numbers as IEEE 754 has it.</summary>
internal static class ComparisonFunctions
{
    public static Column Evaluate(Evaluator rows, CallExpr call)
    {
        if (call.Function == Function.IsIn) return IsIn(rows, call);
        return call.Arguments[0].Kind switch
        {
            ColumnKind.Text => Texts(rows, call),
            ColumnKind.Number => Compare<double>(rows, call),
            ColumnKind.Boolean => Compare<byte>(call.Function, rows.Rows, Bytes(rows, call.Arguments[0]), Bytes(rows, call.Arguments[1])),
            _ => Compare<long>(rows, call),
        };
    }

    private static Column<bool> Compare<T>(Evaluator rows, CallExpr call)
        where T : unmanaged, System.Numerics.IComparisonOperators<T, T, bool> =>
        Compare(call.Function, rows.Rows, rows.Operand<T>(call.Arguments[0]), rows.Operand<T>(call.Arguments[1]));

    private static Column<bool> Compare<T>(Function function, int n, Operand<T> a, Operand<T> b)
        where T : unmanaged, System.Numerics.IComparisonOperators<T, T, bool> => function switch
        {
            Function.Equal => Kernels.Map<EqualTo<T>, T, bool>(ColumnKind.Boolean, n, a, b),
            Function.NotEqual => Kernels.Map<NotEqualTo<T>, T, bool>(ColumnKind.Boolean, n, a, b),
            Function.Less => Kernels.Map<LessThan<T>, T, bool>(ColumnKind.Boolean, n, a, b),
            Function.LessOrEqual => Kernels.Map<AtMost<T>, T, bool>(ColumnKind.Boolean, n, a, b),
            Function.Greater => Kernels.Map<GreaterThan<T>, T, bool>(ColumnKind.Boolean, n, a, b),
            _ => Kernels.Map<AtLeast<T>, T, bool>(ColumnKind.Boolean, n, a, b),
        };

    private static Operand<byte> Bytes(Evaluator rows, Expr expression)
    {
        var flags = (Column<bool>)rows.Evaluate(expression);
        return Operand<byte>.Of(flags.Values.AsSpan(), flags.Validity);
    }

    private static Column<bool> Texts(Evaluator rows, CallExpr call)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        if (right is LiteralExpr { Value: string constant })
            return TextFunctions.Test(rows.Text(left), text => Holds(call.Function, TextOrder.Compare(text, constant)));
        if (left is LiteralExpr { Value: string first })
            return TextFunctions.Test(rows.Text(right), text => Holds(call.Function, TextOrder.Compare(first, text)));
        var (a, b) = (rows.Text(left), rows.Text(right));
        var results = new bool[rows.Rows];
        var valid = new bool[rows.Rows];
        Ranges.For(rows.Rows, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                if (a.CodeArray[row] < 0 || b.CodeArray[row] < 0) continue;
                valid[row] = true;
                results[row] = Holds(call.Function, TextOrder.Compare(a.DictionaryArray[a.CodeArray[row]], b.DictionaryArray[b.CodeArray[row]]));
            }
        });
        return new Column<bool>(ColumnKind.Boolean, results, Validity.FromFlags(valid));
    }

    private static bool Holds(Function function, int order) => function switch
    {
        Function.Equal => order == 0,
        Function.NotEqual => order != 0,
        Function.Less => order < 0,
        Function.LessOrEqual => order <= 0,
        Function.Greater => order > 0,
        _ => order >= 0,
    };

    private static Column<bool> IsIn(Evaluator rows, CallExpr call)
    {
        var constants = call.Arguments.Skip(1).Select(argument => ((LiteralExpr)argument).Value).Where(value => value is not null).ToArray();
        return call.Arguments[0].Kind switch
        {
            ColumnKind.Text => Set<string>() is var set ? TextFunctions.Test(rows.Text(call.Arguments[0]), set.Contains) : throw new InvalidOperationException(),
            ColumnKind.Number => Among(rows.Operand<double>(call.Arguments[0]), Set<double>()),
            ColumnKind.Boolean => Among(rows.Operand<bool>(call.Arguments[0]), Set<bool>()),
            _ => Among(rows.Operand<long>(call.Arguments[0]), Set<long>()),
        };

        HashSet<T> Set<T>() => [.. constants.Cast<T>()];

        Column<bool> Among<T>(Operand<T> values, HashSet<T> set)
            where T : unmanaged
        {
            set.RemoveWhere(value => value is double.NaN);
            return Kernels.Each<T, bool>(ColumnKind.Boolean, rows.Rows, values, values, (value, _) => set.Contains(value));
        }
    }

    private readonly struct EqualTo<T> : IBinary<T, bool>
        where T : System.Numerics.IComparisonOperators<T, T, bool>
    {
        public static bool Apply(T left, T right) => left == right;
    }

    private readonly struct NotEqualTo<T> : IBinary<T, bool>
        where T : System.Numerics.IComparisonOperators<T, T, bool>
    {
        public static bool Apply(T left, T right) => left != right;
    }

    private readonly struct LessThan<T> : IBinary<T, bool>
        where T : System.Numerics.IComparisonOperators<T, T, bool>
    {
        public static bool Apply(T left, T right) => left < right;
    }

    private readonly struct AtMost<T> : IBinary<T, bool>
        where T : System.Numerics.IComparisonOperators<T, T, bool>
    {
        public static bool Apply(T left, T right) => left <= right;
    }

    private readonly struct GreaterThan<T> : IBinary<T, bool>
        where T : System.Numerics.IComparisonOperators<T, T, bool>
    {
        public static bool Apply(T left, T right) => left > right;
    }

    private readonly struct AtLeast<T> : IBinary<T, bool>
        where T : System.Numerics.IComparisonOperators<T, T, bool>
    {
        public static bool Apply(T left, T right) => left >= right;
    }
}
