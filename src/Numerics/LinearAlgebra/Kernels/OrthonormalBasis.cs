namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Orthonormal vectors that grow by blocks. They lie as rows in memory, so that a block is appended where the last one ended.</summary>
/// <param name="length">Length of each vector.</param>
/// <param name="most">Most vectors. ≤ <paramref name="length"/>.</param>
/// <param name="rng">Draws a direction where a block has none to give.</param>
/// <param name="threads">Most threads, or null.</param>
internal sealed class OrthonormalBasis(int length, int most, Rng rng, int? threads)
{
    /// <summary>Components along the basis up to this size leave, once taken out, vectors orthonormal but for their squares: rounding.</summary>
    private const double Slight = 1e-8;

    /// <summary>A column left with this share of its norm is rounding, and its direction arbitrary.</summary>
    private const double Nothing = 1e-15;

    /// <summary>Elements of all vectors that are turned at a time.</summary>
    private const int Strip = 4096;

    private readonly double[] _rows = new double[checked(most * length)];

    /// <summary>Vectors so far.</summary>
    public int Count { get; private set; }

    /// <summary>The coordinates of a block along the basis, shape (Count, b).</summary>
    /// <param name="x">Shape (length, b).</param>
    public Matrix Along(Matrix x)
    {
        var c = new double[Count * x.Columns];
        Gemm.Multiply(Count, x.Columns, length, _rows, length, false, x.Span, x.Columns, false, c, x.Columns, threads);
        return Matrix.Wrap(Count, x.Columns, c);
    }

    /// <summary>Orthonormal columns, orthogonal to the basis, that span with it what it and the block span. A column that the others span
    /// gives a random direction.</summary>
    /// <remarks>Gram–Schmidt by blocks and QR within the block, until nothing along the basis is left. Source: Stewart (2008), SIAM J. Sci.
    /// Comput. 31(1).</remarks>
    /// <param name="x">Shape (length, b), b ≤ length − <see cref="Count"/>.</param>
    public Matrix Beyond(Matrix x)
    {
        var b = x.Columns;
        double[] least = [.. Enumerable.Range(0, b).Select(j => Nothing * Vectors.Norm(x.Column(j)))];
        x = TakeOut(Along(x), x);
        while (true)
        {
            var factor = Qr.Factor(x, threads);
            var r = factor.R;
            int[] lost = [.. Enumerable.Range(0, b).Where(j => Math.Abs(r[j, j]) <= least[j])];
            x = factor.Q;
            if (lost.Length > 0) x = Matrix.Create(length, b, (i, j) => lost.Contains(j) ? rng.NextNormal() / Math.Sqrt(length) : x[i, j]);
            var along = Along(x);
            x = TakeOut(along, x);
            if (lost.Length == 0 && along.Span.IndexOfAnyExceptInRange(-Slight, Slight) < 0) return x;
            Array.Fill(least, Nothing);
        }
    }

    /// <summary>Appends orthonormal columns that are orthogonal to the basis.</summary>
    public void Append(Matrix q)
    {
        q.Transpose().Span.CopyTo(_rows.AsSpan(Count * length));
        Count += q.Columns;
    }

    /// <summary>basis·<paramref name="weights"/>, shape (length, k).</summary>
    /// <param name="weights">Shape (Count, k).</param>
    public Matrix Combine(Matrix weights)
    {
        var (k, result) = (weights.Columns, new double[length * weights.Columns]);
        Gemm.Multiply(length, k, Count, _rows, length, true, weights.Span, k, false, result, k, threads);
        return Matrix.Wrap(length, k, result);
    }

    /// <summary>Basis ← basis·<paramref name="turn"/>.</summary>
    /// <param name="turn">Shape (Count, k), orthonormal columns.</param>
    public void Turn(Matrix turn)
    {
        var (k, turned) = (turn.Columns, new double[turn.Columns * Math.Min(Strip, length)]);
        for (var start = 0; start < length; start += Strip)
        {
            var width = Math.Min(Strip, length - start);
            Gemm.Multiply(k, width, Count, turn.Span, k, true, _rows.AsSpan(start), length, false, turned, width, threads);
            for (var row = 0; row < k; row++) turned.AsSpan(row * width, width).CopyTo(_rows.AsSpan(row * length + start));
        }
        Count = k;
    }

    private Matrix TakeOut(Matrix along, Matrix x)
    {
        if (Count == 0) return x;
        var (b, rest) = (x.Columns, x.Span.ToArray());
        Gemm.Subtract(length, b, Count, _rows, length, true, along.Span, b, false, rest, b, threads);
        return Matrix.Wrap(length, b, rest);
    }
}
