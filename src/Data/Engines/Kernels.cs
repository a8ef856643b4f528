using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>A function of one value, inlined into the loop over rows.</summary>
internal interface IUnary<TIn, TOut>
{
    static abstract TOut Apply(TIn value);
}

/// <summary>A function of two values, inlined into the loop over rows.</summary>
internal interface IBinary<TIn, TOut>
{
    static abstract TOut Apply(TIn left, TIn right);
}

/// <summary>Loops over rows for functions in which a null argument gives a null.</summary>
internal static class Kernels
{
    public static Column<TOut> Map<TOp, TIn, TOut>(ColumnKind kind, int rows, Operand<TIn> value)
        where TOp : struct, IUnary<TIn, TOut>
        where TIn : unmanaged
        where TOut : unmanaged
    {
        if (value.IsNull) return Nulls<TOut>(kind, rows);
        var results = new TOut[rows];
        Ranges.For(rows, (start, end) =>
        {
            var to = results.AsSpan(start, end - start);
            if (value.Values is null)
            {
                to.Fill(TOp.Apply(value.Scalar));
                return;
            }
            var from = value.Values.AsSpan(start, to.Length);
            for (var i = 0; i < to.Length; i++) to[i] = TOp.Apply(from[i]);
        });
        return new Column<TOut>(kind, results, value.Validity);
    }

    public static Column<TOut> Map<TOp, TIn, TOut>(ColumnKind kind, int rows, Operand<TIn> left, Operand<TIn> right)
        where TOp : struct, IBinary<TIn, TOut>
        where TIn : unmanaged
        where TOut : unmanaged
    {
        if (left.IsNull || right.IsNull) return Nulls<TOut>(kind, rows);
        var results = new TOut[rows];
        Ranges.For(rows, (start, end) =>
        {
            var to = results.AsSpan(start, end - start);
            switch (left.Values, right.Values)
            {
                case ({ } a, { } b):
                    var x = a.AsSpan(start, to.Length);
                    var y = b.AsSpan(start, to.Length);
                    for (var i = 0; i < to.Length; i++) to[i] = TOp.Apply(x[i], y[i]);
                    break;
                case ({ } a, null):
                    var lefts = a.AsSpan(start, to.Length);
                    var right1 = right.Scalar;
                    for (var i = 0; i < to.Length; i++) to[i] = TOp.Apply(lefts[i], right1);
                    break;
                case (null, { } b):
                    var rights = b.AsSpan(start, to.Length);
                    var left1 = left.Scalar;
                    for (var i = 0; i < to.Length; i++) to[i] = TOp.Apply(left1, rights[i]);
                    break;
                default:
                    to.Fill(TOp.Apply(left.Scalar, right.Scalar));
                    break;
            }
        });
        return new Column<TOut>(kind, results, Validity.And(left.Validity, right.Validity));
    }

    /// <summary>Runs <paramref name="apply"/> where both arguments hold a value; its null gives a null. For rare, slow or partial functions.</summary>
    public static Column<TOut> Each<TIn, TOut>(ColumnKind kind, int rows, Operand<TIn> left, Operand<TIn> right, Func<TIn, TIn, TOut?> apply)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        var results = new TOut[rows];
        var valid = new bool[rows];
        Ranges.For(rows, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                if (!left.HasValue(row) || !right.HasValue(row) || apply(left[row], right[row]) is not { } result) continue;
                results[row] = result;
                valid[row] = true;
            }
        });
        return new Column<TOut>(kind, results, Validity.FromFlags(valid));
    }

    public static Column<T> Nulls<T>(ColumnKind kind, int rows)
        where T : unmanaged => new(kind, new T[rows], Validity.FromWords(new ulong[Validity.WordCount(rows)], rows));
}
