namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Estimates ‖A⁻¹‖₁ from a few solves with A and Aᵀ.</summary>
/// <remarks>A lower bound, seldom below a third of the truth. Source: Higham (1988), ACM Trans. Math. Softw. 14(4).</remarks>
internal static class ConditionEstimate
{
    /// <summary>Solves in place.</summary>
    public delegate void Solve(Span<double> vector);

    /// <summary>An estimate of ‖A⁻¹‖₁.</summary>
    /// <param name="n">Order of A. ≥ 1.</param>
    /// <param name="solve">x ← A⁻¹x.</param>
    /// <param name="solveTransposed">x ← A⁻ᵀx.</param>
    public static double InverseNorm(int n, Solve solve, Solve solveTransposed)
    {
        var x = new double[n];
        Array.Fill(x, 1.0 / n);
        solve(x);
        var estimate = Sum(x);
        var signs = new double[n];
        var previous = -1;
        for (var step = 0; n > 1 && step < 5; step++)
        {
            for (var i = 0; i < n; i++) signs[i] = x[i] >= 0 ? 1 : -1;
            solveTransposed(signs);
            var largest = 0;
            for (var i = 1; i < n; i++) if (Math.Abs(signs[i]) > Math.Abs(signs[largest])) largest = i;
            if (largest == previous) break;
            previous = largest;
            Array.Clear(x);
            x[largest] = 1;
            solve(x);
            var next = Sum(x);
            if (next <= estimate) break;
            estimate = next;
        }
        // A vector of alternating, growing entries catches what the ascent misses.
        for (var i = 0; i < n; i++) x[i] = (i % 2 == 0 ? 1 : -1) * (1 + (double)i / Math.Max(1, n - 1));
        solve(x);
        return Math.Max(estimate, 2 * Sum(x) / (3 * n));
    }

    /// <summary>‖A‖₁ of a row-major square matrix: its largest column sum.</summary>
    public static double Norm(ReadOnlySpan<double> a, int n)
    {
        var sums = new double[n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) sums[j] += Math.Abs(a[i * n + j]);
        var largest = 0.0;
        foreach (var sum in sums) largest = Math.Max(largest, sum);
        return largest;
    }

    private static double Sum(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var value in x) sum += Math.Abs(value);
        return sum;
    }
}
