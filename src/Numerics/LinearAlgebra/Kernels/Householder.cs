namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>One reflection H = I − τ·v·vᵀ with v₀ = 1.</summary>
internal static class Householder
{
    /// <summary>Makes the reflection that turns <paramref name="x"/> into (β, 0, …, 0): x₀ becomes β, the rest becomes v₁, v₂, ….</summary>
    /// <returns>τ; 0 where x is already of that form.</returns>
    public static double Generate(Span<double> x)
    {
        if (x.Length < 2) return 0;
        var tail = x[1..];
        var tailNorm = Vectors.Norm(tail);
        if (tailNorm == 0) return 0;
        var alpha = x[0];
        var beta = -Math.CopySign(Hypot(alpha, tailNorm), alpha);
        var pivot = alpha - beta;
        if (Math.Abs(pivot) > 1e-290) Vectors.Scale(1 / pivot, tail);
        else for (var i = 0; i < tail.Length; i++) tail[i] /= pivot; // the reciprocal would overflow
        x[0] = beta;
        return (beta - alpha) / beta;
    }

    /// <summary>y ← H·y for the v left by <see cref="Generate"/> (whose first element is taken as 1).</summary>
    public static void Apply(double tau, ReadOnlySpan<double> v, Span<double> y)
    {
        if (tau == 0) return;
        var tail = v[1..];
        var projection = tau * (y[0] + Vectors.Dot(tail, y[1..]));
        y[0] -= projection;
        Vectors.AddScaled(-projection, tail, y[1..]);
    }

    /// <summary>√(a² + b²) without overflow or underflow.</summary>
    public static double Hypot(double a, double b)
    {
        var (high, low) = (Math.Max(Math.Abs(a), Math.Abs(b)), Math.Min(Math.Abs(a), Math.Abs(b)));
        if (low == 0) return high;
        if (high < 1e150 && low > 1e-150) return Math.Sqrt(a * a + b * b);
        var ratio = low / high;
        return high * Math.Sqrt(1 + ratio * ratio);
    }
}
