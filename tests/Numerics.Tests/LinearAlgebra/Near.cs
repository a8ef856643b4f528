namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

/// <summary>Matrices to test with, and how far two are apart.</summary>
internal static class Near
{
    public static Matrix Random(int rows, int columns, long seed)
    {
        var rng = new Rng(seed);
        return Matrix.Create(rows, columns, (_, _) => rng.NextNormal());
    }

    /// <summary>A random symmetric matrix.</summary>
    public static Matrix Symmetric(int n, long seed)
    {
        var a = Random(n, n, seed);
        return a + a.Transpose();
    }

    /// <summary>A diagonal matrix.</summary>
    public static Matrix Diagonal(IReadOnlyList<double> values) =>
        Matrix.Create(values.Count, values.Count, (i, j) => i == j ? values[i] : 0);

    /// <summary>The Hilbert matrix 1/(i + j + 1): condition number 1.6e13 at n = 10.</summary>
    public static Matrix Hilbert(int n) => Matrix.Create(n, n, (i, j) => 1.0 / (i + j + 1));

    public static double Frobenius(Matrix a)
    {
        var sum = 0.0;
        foreach (var value in a.Span) sum += value * value;
        return Math.Sqrt(sum);
    }

    /// <summary>‖a − b‖ in units of ε·max(n, d)·‖b‖: a backward stable computation stays at a few.</summary>
    public static double Units(Matrix a, Matrix b) =>
        Frobenius(a - b) / (Math.ScaleB(1, -53) * Math.Max(1, Math.Max(a.Rows, a.Columns)) * Math.Max(Frobenius(b), 1e-300));

    /// <summary>‖QᵀQ − I‖ in units of ε·n.</summary>
    public static double Orthogonality(Matrix q) => Units(Gemm.Multiply(q, q, transposeA: true), Matrix.Identity(q.Columns));
}
