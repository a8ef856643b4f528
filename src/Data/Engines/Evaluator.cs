using MarketingNotebooks.Data.Engines.Windows;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Computes an expression over the columns of a table.</summary>
internal sealed class Evaluator(Table table)
{
    private WindowEngine? _windows;

    /// <summary>Number of rows of every result.</summary>
    public int Rows => table.Rows;

    /// <summary>A column with the expression's value in every row.</summary>
    public Column Evaluate(Expr expression) => expression switch
    {
        ColumnExpr column => table[column.Name],
        LiteralExpr literal => Repeat(literal),
        CallExpr call => Call(call),
        WindowExpr window => (_windows ??= new WindowEngine(table)).Compute(window, window.Argument is null ? null : Evaluate(window.Argument)),
        _ => throw new InvalidOperationException($"The .NET engine cannot compute '{expression}'."),
    };

    /// <summary>The argument for a kernel over <typeparamref name="T"/>; a constant stays one value.</summary>
    public Operand<T> Operand<T>(Expr expression)
        where T : unmanaged => expression is LiteralExpr literal
            ? Engines.Operand<T>.Of(literal.Value)
            : Engines.Operand<T>.Of((Column<T>)Evaluate(expression));

    /// <summary>The argument for a kernel over doubles; integers and durations are widened.</summary>
    public Operand<double> Number(Expr expression)
    {
        if (expression is LiteralExpr literal) return Engines.Operand<double>.Of(literal.Value is long whole ? (double)whole : literal.Value);
        var column = Evaluate(expression);
        return Engines.Operand<double>.Of(column as Column<double> ?? ConversionFunctions.Widen((Column<long>)column));
    }

    /// <summary>The strings of a text expression, without those that no row uses where they are many.</summary>
    public TextColumn Text(Expr expression) => ((TextColumn)Evaluate(expression)).Compact();

    private Column Call(CallExpr call) => call.Function switch
    {
        <= Function.DivideWhole => ArithmeticFunctions.Evaluate(this, call),
        <= Function.IsIn => ComparisonFunctions.Evaluate(this, call),
        <= Function.Greatest => LogicFunctions.Evaluate(this, call),
        <= Function.Extract => TextFunctions.Evaluate(this, call),
        <= Function.Format => TimeFunctions.Evaluate(this, call),
        _ => ConversionFunctions.Evaluate(this, call),
    };

    private Column Repeat(LiteralExpr literal)
    {
        switch (literal.Kind)
        {
            case ColumnKind.Text:
                var codes = new int[Rows];
                if (literal.Value is null) Array.Fill(codes, -1);
                return TextColumn.Coded(codes, literal.Value is string text ? [text] : []);
            case ColumnKind.Number: return Fill<double>();
            case ColumnKind.Boolean: return Fill<bool>();
            default: return Fill<long>();
        }

        Column Fill<T>()
            where T : unmanaged
        {
            if (literal.Value is not T value) return Kernels.Nulls<T>(literal.Kind, Rows);
            var values = new T[Rows];
            Array.Fill(values, value);
            return new Column<T>(literal.Kind, values);
        }
    }
}
