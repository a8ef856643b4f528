using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Corrects coefficients and residuals together: r + X·b = y and Xᵀ·r = 0, with the errors of both in twice the
/// precision.</summary>
/// <remarks>Refining b alone fails where residuals are large. Source: Björck (1967), BIT 7, 257–278.</remarks>
internal static class LeastSquaresRefinement
{
    /// <param name="qr">Of the columns.</param>
    /// <param name="rank">Number of columns kept.</param>
    /// <param name="columns">Shape (rank, n): the kept columns as rows, in the order of the factor.</param>
    /// <param name="y">Of length n.</param>
    /// <param name="b">Improved in place.</param>
    /// <param name="r">Improved in place.</param>
    /// <param name="steps">Most passes.</param>
    public static void Run(QrFactor qr, int rank, Matrix columns, ReadOnlySpan<double> y, double[] b, double[] r, int steps)
    {
        var n = r.Length;
        var last = double.PositiveInfinity;
        var f = new double[n];
        var h = new double[rank];
        for (var step = 0; step < steps && rank > 0; step++)
        {
            Errors(columns, y, b, r, f, h);
            qr.SolveRTransposed(h, rank);
            qr.Project(f);
            var shift = new double[rank];
            for (var j = 0; j < rank; j++) shift[j] = f[j] - h[j];
            h.CopyTo(f, 0);
            qr.SolveR(shift, rank);
            qr.Rotate(f);
            var size = Vectors.Norm(shift);
            // Diverging or at a standstill: the matrix is too ill-conditioned, or all digits stand.
            if (!(size < last / 2)) return;
            last = size;
            for (var j = 0; j < rank; j++) b[j] += shift[j];
            for (var i = 0; i < n; i++) r[i] += f[i];
            if (size <= Math.ScaleB(Vectors.Norm(b), -53)) return;
        }
    }

    /// <summary>f = y − r − X·b and h = −Xᵀr.</summary>
    private static void Errors(Matrix columns, ReadOnlySpan<double> y, double[] b, double[] r, double[] f, double[] h)
    {
        var n = r.Length;
        var x = columns.Span;
        for (var i = 0; i < n; i++)
        {
            var sum = new DoubleDouble(y[i]);
            sum.Add(-r[i]);
            for (var j = 0; j < b.Length; j++) sum.AddProduct(-x[j * n + i], b[j]);
            f[i] = sum.Value;
        }
        for (var j = 0; j < b.Length; j++)
        {
            var sum = new DoubleDouble(0);
            for (var i = 0; i < n; i++) sum.AddProduct(-x[j * n + i], r[i]);
            h[j] = sum.Value;
        }
    }
}
