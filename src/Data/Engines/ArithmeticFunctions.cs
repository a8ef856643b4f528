using System.Globalization;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Arithmetic over integers, numbers, timestamps and durations.</summary>
internal static class ArithmeticFunctions
{
    public static Column Evaluate(Evaluator rows, CallExpr call)
    {
        var a = call.Arguments[0];
        if (call.Function == Function.Sign)
            return Kernels.Each<double, long>(ColumnKind.Integer, rows.Rows, rows.Number(a), rows.Number(a), (x, _) => double.IsNaN(x) ? null : Math.Sign(x));
        if (call.Kind == ColumnKind.Number) return Numbers(rows, call);
        if (call.Arguments.Any(argument => argument.Kind == ColumnKind.Number)) return Scaled(rows, call);
        return call.Function switch
        {
            Function.Add => InCalendar(Checked<AddWhole>(rows, call), call),
            Function.Subtract => InCalendar(Checked<SubtractWhole>(rows, call), call),
            Function.Multiply => Checked<MultiplyWhole>(rows, call),
            Function.Divide => Scaled(rows, call),
            Function.Modulo => Kernels.Each<long, long>(call.Kind, rows.Rows, rows.Operand<long>(a), rows.Operand<long>(call.Arguments[1]),
                (x, y) => y switch { 0 => null, -1 => 0, _ => x % y }),
            Function.DivideWhole => Kernels.Each<long, long>(call.Kind, rows.Rows, rows.Operand<long>(a), rows.Operand<long>(call.Arguments[1]),
                (x, y) => y == 0 ? null : y != -1 ? x / y : x != long.MinValue ? -x
                    : throw new OverflowException($"{call} leaves the range of 64-bit integers for {x} and {y}. Compute with ToNumber() instead.")),
            Function.Negate => Checked<NegateWhole>(rows, call),
            Function.Abs => Checked<AbsWhole>(rows, call),
            _ => rows.Evaluate(a), // Round, floor and ceiling leave whole numbers as they are.
        };
    }

    private static Column Numbers(Evaluator rows, CallExpr call)
    {
        var n = rows.Rows;
        var a = rows.Number(call.Arguments[0]);
        Column Two<TOp>()
            where TOp : struct, IBinary<double, double> =>
            Kernels.Map<TOp, double, double>(ColumnKind.Number, n, a, rows.Number(call.Arguments[1]));
        Column One<TOp>()
            where TOp : struct, IUnary<double, double> => Kernels.Map<TOp, double, double>(ColumnKind.Number, n, a);
        return call.Function switch
        {
            Function.Add => Two<AddNumber>(),
            Function.Subtract => Two<SubtractNumber>(),
            Function.Multiply => Two<MultiplyNumber>(),
            Function.Divide => Two<DivideNumber>(),
            Function.Modulo => Two<ModuloNumber>(),
            Function.Power => Two<PowerNumber>(),
            Function.Negate => One<NegateNumber>(),
            Function.Abs => One<AbsNumber>(),
            Function.Floor => One<FloorNumber>(),
            Function.Ceiling => One<CeilingNumber>(),
            Function.Sqrt => One<SqrtNumber>(),
            Function.Exp => One<ExpNumber>(),
            Function.Log => One<LogNumber>(),
            Function.Log10 => One<Log10Number>(),
            Function.Round => Round(n, a, (int)call.Detail!),
            _ => throw new InvalidOperationException($"'{call.Function}' is not arithmetic."),
        };
    }

    /// <summary>A duration times or by a number, to the nearest microsecond.</summary>
    private static Column<long> Scaled(Evaluator rows, CallExpr call)
    {
        var divide = call.Function == Function.Divide;
        return Kernels.Each<double, long>(call.Kind, rows.Rows, rows.Number(call.Arguments[0]), rows.Number(call.Arguments[1]), (x, y) =>
        {
            var micros = Math.Round(divide ? x / y : x * y);
            return Math.Abs(micros) < 9.2e18 ? (long)micros : null;
        });
    }

    private static Column<double> Round(int rows, Operand<double> value, int digits)
    {
        // A decimal rounds the shortest digits of the number, as people read it: 2.675 gives 2.68 (its double lies just below).
        // They are written out, because a cast to decimal keeps 15 of up to 17.
        static double Nearest(double x, int digits)
        {
            if (digits == 0) return Math.Round(x, MidpointRounding.AwayFromZero);
            if (!(Math.Abs(x) < 1e12)) return x;
            Span<char> text = stackalloc char[32];
            x.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
            return (double)Math.Round(decimal.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture), digits, MidpointRounding.AwayFromZero);
        }

        return Kernels.Each<double, double>(ColumnKind.Number, rows, value, value, (x, _) => Nearest(x, digits) + 0.0); // −0 becomes 0
    }

    private static Column<long> Checked<TOp>(Evaluator rows, CallExpr call)
        where TOp : struct, IBinary<long, long>
    {
        var a = rows.Operand<long>(call.Arguments[0]);
        var b = call.Arguments.Length > 1 ? rows.Operand<long>(call.Arguments[1]) : a;
        try
        {
            return Kernels.Map<TOp, long, long>(call.Kind, rows.Rows, a, b);
        }
        catch (OverflowException)
        {
            // What stands in null rows may overflow: only rows that hold values count.
            return Kernels.Each<long, long>(call.Kind, rows.Rows, a, b, (x, y) =>
            {
                try
                {
                    return TOp.Apply(x, y);
                }
                catch (OverflowException overflow)
                {
                    throw new OverflowException($"{call} leaves the range of 64-bit integers, e.g. for {x} and {y}. Compute with ToNumber() instead.", overflow);
                }
            });
        }
    }

    /// <summary>The column, when it holds no times or only such as a calendar date can be given for.</summary>
    private static Column<long> InCalendar(Column<long> column, CallExpr call)
    {
        if (column.Kind != ColumnKind.Timestamp) return column;
        for (var row = 0; row < column.Length; row++)
            if ((column.Values[row] < Times.MinValue || column.Values[row] > Times.MaxValue) && !column.IsNull(row))
                throw new OverflowException($"{call} leaves the years 0001 to 9999 in row {row}. Leave such rows out, or set them to null with Expr.If.");
        return column;
    }

    private readonly struct AddWhole : IBinary<long, long>
    {
        public static long Apply(long left, long right) => checked(left + right);
    }

    private readonly struct SubtractWhole : IBinary<long, long>
    {
        public static long Apply(long left, long right) => checked(left - right);
    }

    private readonly struct MultiplyWhole : IBinary<long, long>
    {
        public static long Apply(long left, long right) => checked(left * right);
    }

    private readonly struct NegateWhole : IBinary<long, long>
    {
        public static long Apply(long left, long right) => checked(-left);
    }

    private readonly struct AbsWhole : IBinary<long, long>
    {
        public static long Apply(long left, long right) => checked(left < 0 ? -left : left);
    }

    private readonly struct AddNumber : IBinary<double, double>
    {
        public static double Apply(double left, double right) => left + right;
    }

    private readonly struct SubtractNumber : IBinary<double, double>
    {
        public static double Apply(double left, double right) => left - right;
    }

    private readonly struct MultiplyNumber : IBinary<double, double>
    {
        public static double Apply(double left, double right) => left * right;
    }

    private readonly struct DivideNumber : IBinary<double, double>
    {
        public static double Apply(double left, double right) => left / right;
    }

    private readonly struct ModuloNumber : IBinary<double, double>
    {
        public static double Apply(double left, double right) => left % right;
    }

    private readonly struct PowerNumber : IBinary<double, double>
    {
        public static double Apply(double left, double right) => Math.Pow(left, right);
    }

    private readonly struct NegateNumber : IUnary<double, double>
    {
        public static double Apply(double value) => -value;
    }

    private readonly struct AbsNumber : IUnary<double, double>
    {
        public static double Apply(double value) => Math.Abs(value);
    }

    private readonly struct FloorNumber : IUnary<double, double>
    {
        public static double Apply(double value) => Math.Floor(value);
    }

    private readonly struct CeilingNumber : IUnary<double, double>
    {
        public static double Apply(double value) => Math.Ceiling(value);
    }

    private readonly struct SqrtNumber : IUnary<double, double>
    {
        public static double Apply(double value) => Math.Sqrt(value);
    }

    private readonly struct ExpNumber : IUnary<double, double>
    {
        public static double Apply(double value) => Math.Exp(value);
    }

    private readonly struct LogNumber : IUnary<double, double>
    {
        public static double Apply(double value) => Math.Log(value);
    }

    private readonly struct Log10Number : IUnary<double, double>
    {
        public static double Apply(double value) => Math.Log10(value);
    }
}
