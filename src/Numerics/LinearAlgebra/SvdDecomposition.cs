using System.Collections.Immutable;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>A = U·diag(σ)·Vᵀ, with k = min(n, d) values or fewer. Immutable.</summary>
/// <param name="U">Left vectors as columns, shape (n, k), orthonormal.</param>
/// <param name="Values">Singular values σ ≥ 0, falling.</param>
/// <param name="V">Right vectors as columns, shape (d, k), orthonormal; each one's element of largest magnitude is positive.</param>
public record SvdDecomposition(Matrix U, ImmutableArray<double> Values, Matrix V)
{
    /// <summary>Number of singular values above <paramref name="tolerance"/>·σ₁.</summary>
    /// <param name="tolerance">Range: [0, 1); null for max(n, d)·2⁻⁵².</param>
    /// <exception cref="ArgumentException">A tolerance outside its range.</exception>
    public int Rank(double? tolerance = null)
    {
        if (tolerance is { } share && !(share is >= 0 and < 1))
            throw new ArgumentException($"Rank needs a tolerance in [0, 1), or null. Got {share}.");
        if (Values.IsEmpty) return 0;
        var least = Values[0] * (tolerance ?? Math.Max(U.Rows, V.Rows) * Math.ScaleB(1, -52));
        return Values.Count(value => value > least);
    }

    /// <summary>σ₁/σₖ: ∞ when singular, 1 without values.</summary>
    public double Condition => Values.IsEmpty ? 1 : Values[^1] == 0 ? double.PositiveInfinity : Values[0] / Values[^1];

    /// <summary>The Moore–Penrose inverse, shape (d, n).</summary>
    /// <inheritdoc cref="Rank"/>
    public Matrix PseudoInverse(double? tolerance = null)
    {
        var rank = Rank(tolerance);
        var scaled = Matrix.Create(V.Rows, rank, (i, j) => V[i, j] / Values[j]);
        return Gemm.Multiply(scaled, U.SelectColumns([.. Enumerable.Range(0, rank)]), transposeB: true);
    }
}
