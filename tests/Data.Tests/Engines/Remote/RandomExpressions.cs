using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Formulas drawn at random over the columns of a schema; the same seed draws the same formula for every frame of that schema.</summary>
internal sealed class RandomExpressions(Random random, Schema schema)
{
    private static readonly Unit[] Units = Enum.GetValues<Unit>();
    private static readonly string[] Parts = ["a", "A", "", "'", "\\", "茶", " ", "--", "🍵", "\n", "%", "\"", "é"];

    public Func<ColumnScope, Expr> Draw(ColumnKind kind, int depth)
    {
        var columns = schema.Where(field => field.Kind == kind).Select(field => field.Name).ToList();
        if (depth <= 0 || random.Next(4) == 0)
        {
            if (columns.Count > 0 && random.Next(5) > 0)
            {
                var name = columns[random.Next(columns.Count)];
                return c => c[name];
            }
            return Constant(kind);
        }
        return kind switch
        {
            ColumnKind.Boolean => Condition(depth),
            ColumnKind.Integer => Integer(depth),
            ColumnKind.Number => Number(depth),
            ColumnKind.Text => Text(depth),
            ColumnKind.Timestamp => Time(depth),
            _ => Duration(depth),
        };
    }

    private Func<ColumnScope, Expr> Constant(ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Boolean: var flag = random.Next(2) == 0; return _ => flag;
            case ColumnKind.Integer: var whole = random.Next(-3, 6); return _ => whole;
            case ColumnKind.Number:
                double[] numbers = [0, 0.1, -1.5, 2, 1e6, double.NaN, double.PositiveInfinity, 3];
                var number = numbers[random.Next(numbers.Length)];
                return _ => number;
            case ColumnKind.Text: var text = Parts[random.Next(Parts.Length)]; return _ => text;
            case ColumnKind.Timestamp: var day = new DateOnly(2024, 2, random.Next(1, 29)); return _ => day;
            default: var span = TimeSpan.FromMinutes(random.Next(-90, 90)); return _ => span;
        }
    }

    private Func<ColumnScope, Expr> Condition(int depth)
    {
        ColumnKind[] kinds = [ColumnKind.Integer, ColumnKind.Number, ColumnKind.Text, ColumnKind.Timestamp, ColumnKind.Duration, ColumnKind.Boolean];
        var kind = kinds[random.Next(kinds.Length)];
        var (a, b) = (Draw(kind, depth - 1), Draw(kind, depth - 1));
        switch (random.Next(13))
        {
            case 0: return c => a(c) == b(c);
            case 1: return c => a(c) != b(c);
            case 2: return c => a(c) < b(c);
            case 3: return c => a(c) <= b(c);
            case 4: return c => a(c) > b(c);
            case 5: return c => a(c) >= b(c);
            case 6: return c => a(c).IsNull();
            case 7: var (p, q) = (Draw(ColumnKind.Boolean, depth - 1), Draw(ColumnKind.Boolean, depth - 1)); return c => p(c) & q(c);
            case 8: var (r, s) = (Draw(ColumnKind.Boolean, depth - 1), Draw(ColumnKind.Boolean, depth - 1)); return c => r(c) | s(c);
            case 9: var no = Draw(ColumnKind.Boolean, depth - 1); return c => !no(c);
            case 10: var x = Draw(ColumnKind.Number, depth - 1); return c => x(c).IsNaN();
            case 11:
                var (k1, k2) = (Constant(kind), Constant(kind));
                return c => a(c).IsIn(k1(c), k2(c));
            default:
                var text = Draw(ColumnKind.Text, depth - 1);
                var part = Parts[random.Next(Parts.Length)];
                return random.Next(3) switch { 0 => c => text(c).Contains(part), 1 => c => text(c).StartsWith(part), _ => c => text(c).EndsWith(part) };
        }
    }

    private Func<ColumnScope, Expr> Integer(int depth)
    {
        var (a, b) = (Draw(ColumnKind.Integer, depth - 1), Draw(ColumnKind.Integer, depth - 1));
        switch (random.Next(18))
        {
            case 0: return c => a(c) + b(c);
            case 1: return c => a(c) - b(c);
            case 2: return c => a(c) * b(c);
            case 3: return c => a(c) % b(c);
            case 4: return c => -a(c);
            case 5: return c => a(c).Abs();
            case 6: var text = Draw(ColumnKind.Text, depth - 1); return c => text(c).Length();
            case 7: var time = Draw(ColumnKind.Timestamp, depth - 1); var unit = Units[random.Next(Units.Length)]; return c => time(c).Part(unit);
            case 8: var number = Draw(ColumnKind.Number, 0); return c => number(c).ToInteger();
            case 9: var word = Draw(ColumnKind.Text, depth - 1); return c => word(c).ToInteger();
            case 10: var flag = Draw(ColumnKind.Boolean, depth - 1); return c => flag(c).ToInteger();
            case 11: var since = Draw(ColumnKind.Timestamp, depth - 1); var moment = Draw(ColumnKind.Timestamp, 0); var each = Units[random.Next(Units.Length)]; return c => since(c).UnitsSince(moment(c), each);
            case 12: return c => a(c).DivideWhole(b(c));
            case 13: var signed = Draw(ColumnKind.Number, depth - 1); return c => signed(c).Sign();
            case 14: var day = Draw(ColumnKind.Timestamp, depth - 1); return random.Next(3) switch { 0 => c => day(c).DayOfWeek(), 1 => c => day(c).DayOfYear(), _ => c => day(c).IsoYear() };
            case 15: return c => Expr.Least(a(c), b(c));
            case 16: return c => Expr.Greatest(a(c), b(c));
            default: return Either(ColumnKind.Integer, a, b, depth);
        }
    }

    private Func<ColumnScope, Expr> Number(int depth)
    {
        var (a, b) = (Draw(ColumnKind.Number, depth - 1), Draw(ColumnKind.Number, depth - 1));
        var i = Draw(ColumnKind.Integer, depth - 1);
        var digits = random.Next(0, 4);
        var power = Constant(ColumnKind.Number);
        switch (random.Next(20))
        {
            case 0: return c => a(c) + b(c);
            case 1: return c => a(c) - i(c);
            case 2: return c => a(c) * b(c);
            case 3: return c => a(c) / b(c);
            case 4: return c => i(c) / a(c);
            case 5: return c => a(c).Round(digits);
            case 6: return c => a(c).Floor();
            case 7: return c => a(c).Ceiling();
            case 8: return c => a(c).Sqrt();
            case 9: return c => a(c).Exp();
            case 10: return c => a(c).Log();
            case 11: return c => a(c).Log10();
            case 12: return c => -a(c).Abs();
            case 13: var text = Draw(ColumnKind.Text, depth - 1); return c => text(c).ToNumber();
            case 14: var span = Draw(ColumnKind.Duration, depth - 1); return c => span(c).TotalDays();
            case 15: return c => i(c).ToNumber() % 3.5;
            case 16: return c => a(c).Pow(power(c));
            case 17: return c => Expr.Least(a(c), b(c));
            case 18: return c => Expr.Greatest(a(c), b(c));
            default: return Either(ColumnKind.Number, a, b, depth);
        }
    }

    private Func<ColumnScope, Expr> Text(int depth)
    {
        var (a, b) = (Draw(ColumnKind.Text, depth - 1), Draw(ColumnKind.Text, depth - 1));
        var (start, length) = (random.Next(0, 3), random.Next(0, 3));
        ColumnKind[] written = [ColumnKind.Integer, ColumnKind.Boolean, ColumnKind.Timestamp, ColumnKind.Number];
        switch (random.Next(14))
        {
            case 0: return c => a(c) + b(c);
            case 1: return c => a(c).Lower();
            case 2: return c => a(c).Upper();
            case 3: return c => a(c).Trim();
            case 4: return c => a(c).Replace("a", "''");
            case 5: return c => a(c).Substring(start, length);
            case 6: var any = Draw(written[random.Next(written.Length)], 0); return c => any(c).ToText();
            case 7: return c => a(c).TrimStart();
            case 8: return c => a(c).TrimEnd();
            case 9: return c => a(c).PadLeft(start * 3, '茶');
            case 10: return c => a(c).PadRight(start * 3, '\'');
            case 11: var between = Parts[random.Next(Parts.Length)]; return between.Length == 0 ? a : c => a(c).SplitPart(between, start);
            case 12: return random.Next(2) == 0 ? c => Expr.Least(a(c), b(c)) : c => Expr.Greatest(a(c), b(c));
            default: return Either(ColumnKind.Text, a, b, depth);
        }
    }

    private Func<ColumnScope, Expr> Time(int depth)
    {
        var (a, b) = (Draw(ColumnKind.Timestamp, depth - 1), Draw(ColumnKind.Timestamp, depth - 1));
        var unit = Units[random.Next(Units.Length)];
        var near = schema.Contains("u") && schema["u"].Kind == ColumnKind.Timestamp;
        var span = Draw(ColumnKind.Duration, 0);
        var months = random.Next(-20, 20);
        return random.Next(6) switch
        {
            3 when near => c => c["u"].AddUnits(months, unit),
            4 => c => Expr.Greatest(a(c), b(c)),
            0 when near => c => c["u"] + span(c),
            1 when near => c => c["u"] - span(c),
            2 => Either(ColumnKind.Timestamp, a, b, depth),
            _ => c => a(c).Trunc(unit),
        };
    }

    private Func<ColumnScope, Expr> Duration(int depth)
    {
        var (a, b) = (Draw(ColumnKind.Duration, depth - 1), Draw(ColumnKind.Duration, depth - 1));
        var (t, u) = (Draw(ColumnKind.Timestamp, depth - 1), Draw(ColumnKind.Timestamp, depth - 1));
        return random.Next(5) switch
        {
            0 => c => t(c) - u(c),
            1 => c => a(c) * 1.5,
            2 => c => a(c) / 7,
            3 => Either(ColumnKind.Duration, a, b, depth),
            _ => c => -a(c),
        };
    }

    private Func<ColumnScope, Expr> Either(ColumnKind kind, Func<ColumnScope, Expr> a, Func<ColumnScope, Expr> b, int depth)
    {
        if (random.Next(2) == 0) return c => a(c).OrElse(b(c));
        var condition = Draw(ColumnKind.Boolean, depth - 1);
        return c => Expr.If(condition(c), a(c), b(c));
    }
}
