namespace MarketingNotebooks.Numerics.Tests.Optimization;

/// <summary>A nonlinear regression set of NIST's Statistical Reference Datasets,
/// https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml.</summary>
/// <param name="Name">NIST's name.</param>
/// <param name="Model">(x, b, gradient): the model's value, and its derivatives by b.</param>
/// <param name="X">Predictor.</param>
/// <param name="Y">Response.</param>
/// <param name="Starts">NIST's two starts, far and near.</param>
/// <param name="Coefficients">Certified.</param>
/// <param name="ResidualSumOfSquares">Certified.</param>
internal sealed record NistNonlinear(string Name, NistNonlinear.Curve Model, double[] X, double[] Y, double[][] Starts,
    double[] Coefficients, double ResidualSumOfSquares)
{
    public delegate double Curve(double x, ReadOnlySpan<double> b, Span<double> gradient);

    /// <summary>Half the sum of squares and its gradient.</summary>
    public double HalfSquares(ReadOnlySpan<double> b, Span<double> gradient)
    {
        Span<double> slope = stackalloc double[b.Length];
        gradient.Clear();
        var sum = 0.0;
        for (var i = 0; i < X.Length; i++)
        {
            var residual = Model(X[i], b, slope) - Y[i];
            sum += residual * residual / 2;
            for (var j = 0; j < b.Length; j++) gradient[j] += residual * slope[j];
        }
        return sum;
    }

    /// <summary>Gauss and Newton's stand-in for the second derivatives, JᵀJ.</summary>
    public Matrix Curvature(ReadOnlySpan<double> b)
    {
        var jacobian = new double[X.Length * b.Length];
        for (var i = 0; i < X.Length; i++) Model(X[i], b, jacobian.AsSpan(i * b.Length, b.Length));
        var j = Matrix.Wrap(X.Length, b.Length, jacobian);
        return Gemm.Multiply(j, j, transposeA: true);
    }

    private static readonly double[] MisraX = [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0];

    private static readonly double[] MisraY =
        [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78];

    public static readonly NistNonlinear[] Sets =
    [
        new("Misra1a", (x, b, g) =>
        {
            var e = Math.Exp(-b[1] * x);
            (g[0], g[1]) = (1 - e, b[0] * x * e);
            return b[0] * (1 - e);
        }, MisraX, MisraY, [[500, 0.0001], [250, 0.0005]], [2.3894212918e2, 5.5015643181e-4], 1.2455138894e-1),
        new("Misra1b", (x, b, g) =>
        {
            var t = 1 + b[1] * x / 2;
            (g[0], g[1]) = (1 - 1 / (t * t), b[0] * x / (t * t * t));
            return b[0] * (1 - 1 / (t * t));
        }, MisraX, MisraY, [[500, 0.0001], [300, 0.0002]], [3.3799746163e2, 3.9039091287e-4], 7.5464681533e-2),
        new("Misra1c", (x, b, g) =>
        {
            var t = 1 + 2 * b[1] * x;
            (g[0], g[1]) = (1 - 1 / Math.Sqrt(t), b[0] * x / (t * Math.Sqrt(t)));
            return b[0] * (1 - 1 / Math.Sqrt(t));
        }, MisraX, MisraY, [[500, 0.0001], [600, 0.0002]], [6.3642725809e2, 2.0813627256e-4], 4.0966836971e-2),
        new("Misra1d", (x, b, g) =>
        {
            var t = 1 + b[1] * x;
            (g[0], g[1]) = (b[1] * x / t, b[0] * x / (t * t));
            return b[0] * b[1] * x / t;
        }, MisraX, MisraY, [[500, 0.0001], [450, 0.0003]], [4.3736970754e2, 3.0227324449e-4], 5.6419295283e-2),
        new("DanWood", (x, b, g) =>
        {
            var p = Math.Pow(x, b[1]);
            (g[0], g[1]) = (p, b[0] * p * Math.Log(x));
            return b[0] * p;
        }, [1.309, 1.471, 1.490, 1.565, 1.611, 1.680], [2.138, 3.421, 3.597, 4.340, 4.882, 5.660], [[1, 5], [0.7, 4]],
            [7.6886226176e-1, 3.8604055871], 4.3173084083e-3),
        new("BoxBOD", (x, b, g) =>
        {
            var e = Math.Exp(-b[1] * x);
            (g[0], g[1]) = (1 - e, b[0] * x * e);
            return b[0] * (1 - e);
        }, [1, 2, 3, 5, 7, 10], [109, 149, 149, 191, 213, 224], [[1, 1], [100, 0.75]], [2.1380940889e2, 5.4723748542e-1], 1.1680088766e3),
        new("Rat42", (x, b, g) =>
        {
            var e = Math.Exp(b[1] - b[2] * x);
            var t = 1 + e;
            (g[0], g[1], g[2]) = (1 / t, -b[0] * e / (t * t), b[0] * x * e / (t * t));
            return b[0] / t;
        }, [9, 14, 21, 28, 42, 57, 63, 70, 79], [8.930, 10.800, 18.590, 22.330, 39.350, 56.110, 61.730, 64.620, 67.080],
            [[100, 1, 0.1], [75, 2.5, 0.07]], [7.2462237576e1, 2.6180768402, 6.7359200066e-2], 8.0565229338),
        new("Rat43", (x, b, g) =>
        {
            var e = Math.Exp(b[1] - b[2] * x);
            var p = Math.Pow(1 + e, -1 / b[3]);
            var by = b[0] * p / b[3] * e / (1 + e);
            (g[0], g[1], g[2], g[3]) = (p, -by, by * x, b[0] * p * Math.Log(1 + e) / (b[3] * b[3]));
            return b[0] * p;
        }, [.. Enumerable.Range(1, 15).Select(x => (double)x)],
            [16.08, 33.83, 65.80, 97.20, 191.55, 326.20, 386.87, 520.53, 590.03, 651.92, 724.93, 699.56, 689.96, 637.56, 717.41],
            [[100, 10, 1, 1], [700, 5, 0.75, 1.3]], [6.9964151270e2, 5.2771253025, 7.5962938329e-1, 1.2792483859], 8.7864049080e3),
        new("MGH09", (x, b, g) =>
        {
            var (top, bottom) = (x * x + x * b[1], x * x + x * b[2] + b[3]);
            var value = b[0] * top / bottom;
            (g[0], g[1], g[2], g[3]) = (top / bottom, b[0] * x / bottom, -value * x / bottom, -value / bottom);
            return value;
        }, [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625],
            [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246],
            [[25, 39, 41.5, 39], [0.25, 0.39, 0.415, 0.39]], [1.9280693458e-1, 1.9128232873e-1, 1.2305650693e-1, 1.3606233068e-1],
            3.0750560385e-4),
        new("MGH10", (x, b, g) =>
        {
            var e = Math.Exp(b[1] / (x + b[2]));
            (g[0], g[1], g[2]) = (e, b[0] * e / (x + b[2]), -b[0] * e * b[1] / ((x + b[2]) * (x + b[2])));
            return b[0] * e;
        }, [.. Enumerable.Range(0, 16).Select(i => 50.0 + 5 * i)],
            [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872],
            [[2, 400000, 25000], [0.02, 4000, 250]], [5.6096364710e-3, 6.1813463463e3, 3.4522363462e2], 8.7945855171e1),
    ];
}
