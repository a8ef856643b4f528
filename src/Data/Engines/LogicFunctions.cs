using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Three-valued logic, questions about nulls, and choices between values.</summary>
internal static class LogicFunctions
{
    public static Column Evaluate(Evaluator rows, CallExpr call) => call.Function switch
    {
        Function.And => Combine(rows, call, decisive: false),
        Function.Or => Combine(rows, call, decisive: true),
        Function.Not => Kernels.Map<Negation, bool, bool>(ColumnKind.Boolean, rows.Rows, rows.Operand<bool>(call.Arguments[0])),
        Function.IsNull => IsNull(rows.Evaluate(call.Arguments[0])),
        Function.IsNaN => Kernels.Map<NotANumber, double, bool>(ColumnKind.Boolean, rows.Rows, rows.Number(call.Arguments[0])),
        Function.If => If(rows, call),
        Function.Least or Function.Greatest => Better(rows.Evaluate(call.Arguments[0]), rows.Evaluate(call.Arguments[1]), call.Function == Function.Least),
        _ => Coalesce(rows.Evaluate(call.Arguments[0]), rows.Evaluate(call.Arguments[1])),
    };

    /// <summary>For And false decides, for Or true does, whatever the other side; else a null on either side gives a null.</summary>
    private static Column<bool> Combine(Evaluator rows, CallExpr call, bool decisive)
    {
        var a = rows.Operand<bool>(call.Arguments[0]);
        var b = rows.Operand<bool>(call.Arguments[1]);
        var results = new bool[rows.Rows];
        var valid = new bool[rows.Rows];
        Ranges.For(rows.Rows, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var (hasA, hasB) = (a.HasValue(row), b.HasValue(row));
                var decided = hasA && a[row] == decisive || hasB && b[row] == decisive;
                valid[row] = decided || hasA && hasB;
                results[row] = decided == decisive;
            }
        });
        return new Column<bool>(ColumnKind.Boolean, results, Validity.FromFlags(valid));
    }

    private static Column<bool> IsNull(Column column)
    {
        var results = new bool[column.Length];
        if (column.Validity is { } validity)
            Ranges.For(results.Length, (start, end) =>
            {
                for (var row = start; row < end; row++) results[row] = !validity[row];
            });
        return new Column<bool>(ColumnKind.Boolean, results);
    }

    private static Column If(Evaluator rows, CallExpr call)
    {
        var condition = rows.Operand<bool>(call.Arguments[0]);
        return Choose(rows.Evaluate(call.Arguments[1]), rows.Evaluate(call.Arguments[2]), row => condition.HasValue(row) && condition[row]);
    }

    private static Column Coalesce(Column first, Column second) =>
        first.Validity is null ? first : Choose(first, second, row => !first.IsNull(row));

    /// <summary>Nulls are passed over; NaN is above every number.</summary>
    private static Column Better(Column first, Column second, bool least)
    {
        Func<int, int> compare = (first, second) switch
        {
            (TextColumn a, TextColumn b) => row => TextOrder.Compare(a.Text(row)!, b.Text(row)!),
            (Column<double> a, Column<double> b) => row => Sorting.RowOrder.Key(a.Values[row]).CompareTo(Sorting.RowOrder.Key(b.Values[row])),
            (Column<bool> a, Column<bool> b) => row => a.Values[row].CompareTo(b.Values[row]),
            _ => row => ((Column<long>)first).Values[row].CompareTo(((Column<long>)second).Values[row]),
        };
        return Choose(first, second, row => second.IsNull(row) || !first.IsNull(row) && (least ? compare(row) <= 0 : compare(row) >= 0));
    }

    private static Column Choose(Column first, Column second, Func<int, bool> takesFirst)
    {
        switch (first, second)
        {
            case (TextColumn a, TextColumn b):
                var (dictionary, codeOf) = TextFunctions.Merge(a.DictionaryArray, b.DictionaryArray);
                var codes = new int[a.Length];
                Ranges.For(codes.Length, (start, end) =>
                {
                    for (var row = start; row < end; row++)
                        codes[row] = takesFirst(row) ? a.CodeArray[row] : b.CodeArray[row] < 0 ? -1 : codeOf[b.CodeArray[row]];
                });
                return TextColumn.Coded(codes, dictionary);
            case (Column<double> a, Column<double> b): return Pick(a, b);
            case (Column<bool> a, Column<bool> b): return Pick(a, b);
            default: return Pick((Column<long>)first, (Column<long>)second);
        }

        Column<T> Pick<T>(Column<T> a, Column<T> b)
            where T : unmanaged
        {
            var values = new T[a.Length];
            var valid = a.Validity is null && b.Validity is null ? null : new bool[a.Length];
            Ranges.For(values.Length, (start, end) =>
            {
                for (var row = start; row < end; row++)
                {
                    var from = takesFirst(row) ? a : b;
                    values[row] = from.Values[row];
                    if (valid is not null) valid[row] = !from.IsNull(row);
                }
            });
            return new Column<T>(a.Kind, values, valid is null ? null : Validity.FromFlags(valid));
        }
    }

    private readonly struct Negation : IUnary<bool, bool>
    {
        public static bool Apply(bool value) => !value;
    }

    private readonly struct NotANumber : IUnary<double, bool>
    {
        public static bool Apply(double value) => double.IsNaN(value);
    }
}
