namespace MarketingNotebooks.Numerics.Tests.Optimization;

/// <summary>A sum of squares with a known minimum, from Moré, Garbow and Hillstrom (1981), Testing unconstrained optimization software, ACM
/// Trans. Math. Softw. 7(1); the numbers are theirs.</summary>
/// <param name="Name">Name there.</param>
/// <param name="Residuals">The functions whose squares are added up.</param>
/// <param name="Start">Standard start.</param>
/// <param name="Minimum">Least value, to the digits printed there.</param>
internal sealed record MoreGarbowHillstrom(string Name, Func<double[], IEnumerable<double>> Residuals, double[] Start, double Minimum)
{
    public double Value(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var residual in Residuals(x.ToArray())) sum += residual * residual;
        return sum;
    }

    private static readonly double[] BardY =
        [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39];

    private static readonly double[] GaussY =
        [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044, 0.0009];

    private static readonly double[] Osborne1Y =
    [
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.580, 0.558, 0.538,
        0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406,
    ];

    public static readonly MoreGarbowHillstrom[] Functions =
    [
        new("Rosenbrock", x => [10 * (x[1] - x[0] * x[0]), 1 - x[0]], [-1.2, 1], 0),
        new("Freudenstein and Roth", x =>
            [-13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1], -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]], [0.5, -2], 48.98425),
        new("Beale", x => [1.5 - x[0] * (1 - x[1]), 2.25 - x[0] * (1 - x[1] * x[1]), 2.625 - x[0] * (1 - Math.Pow(x[1], 3))], [1, 1], 0),
        new("Jennrich and Sampson", x => Enumerable.Range(1, 10).Select(i => 2 + 2 * i - (Math.Exp(i * x[0]) + Math.Exp(i * x[1]))),
            [0.3, 0.4], 124.362),
        new("helical valley", x =>
        {
            var angle = Math.Atan(x[1] / x[0]) / (2 * Math.PI) + (x[0] < 0 ? 0.5 : 0);
            return [10 * (x[2] - 10 * angle), 10 * (Math.Sqrt(x[0] * x[0] + x[1] * x[1]) - 1), x[2]];
        }, [-1, 0, 0], 0),
        new("Bard", x => BardY.Select((y, k) =>
        {
            var (u, v) = (k + 1.0, 15.0 - k);
            return y - (x[0] + u / (v * x[1] + Math.Min(u, v) * x[2]));
        }), [1, 1, 1], 8.21487e-3),
        new("Gaussian", x => GaussY.Select((y, k) => x[0] * Math.Exp(-x[1] * Math.Pow((7 - k) / 2.0 - x[2], 2) / 2) - y), [0.4, 1, 0],
            1.12793e-8),
        new("box in three dimensions", x => Enumerable.Range(1, 10).Select(i =>
            Math.Exp(-0.1 * i * x[0]) - Math.Exp(-0.1 * i * x[1]) - x[2] * (Math.Exp(-0.1 * i) - Math.Exp(-i))), [0, 10, 20], 0),
        new("Powell singular", x =>
            [x[0] + 10 * x[1], Math.Sqrt(5) * (x[2] - x[3]), Math.Pow(x[1] - 2 * x[2], 2), Math.Sqrt(10) * Math.Pow(x[0] - x[3], 2)],
            [3, -1, 0, 1], 0),
        new("Wood", x =>
        [
            10 * (x[1] - x[0] * x[0]), 1 - x[0], Math.Sqrt(90) * (x[3] - x[2] * x[2]), 1 - x[2], Math.Sqrt(10) * (x[1] + x[3] - 2),
            (x[1] - x[3]) / Math.Sqrt(10),
        ], [-3, -1, -3, -1], 0),
        new("Brown and Dennis", x => Enumerable.Range(1, 20).Select(i => i / 5.0).Select(t =>
            Math.Pow(x[0] + t * x[1] - Math.Exp(t), 2) + Math.Pow(x[2] + x[3] * Math.Sin(t) - Math.Cos(t), 2)), [25, 5, -5, -1], 85822.2),
        new("Osborne 1", x => Osborne1Y.Select((y, k) => y - (x[0] + x[1] * Math.Exp(-10 * k * x[3]) + x[2] * Math.Exp(-10 * k * x[4]))),
            [0.5, 1.5, -1, 0.01, 0.02], 5.46489e-5),
        new("Watson 6", x => Watson(x), new double[6], 2.28767e-3),
        new("Watson 9", x => Watson(x), new double[9], 1.39976e-6),
        new("penalty I 10", x => [.. x.Select(v => Math.Sqrt(1e-5) * (v - 1)), x.Sum(v => v * v) - 0.25],
            [.. Enumerable.Range(1, 10).Select(i => (double)i)], 7.08765e-5),
        new("variably dimensioned 10", x =>
        {
            var sum = x.Select((v, j) => (j + 1) * (v - 1)).Sum();
            return [.. x.Select(v => v - 1), sum, sum * sum];
        }, [.. Enumerable.Range(1, 10).Select(j => 1 - j / 10.0)], 0),
        new("Brown almost linear 5", x =>
            [.. x.SkipLast(1).Select(v => v + x.Sum() - 6), x.Aggregate(1.0, (product, v) => product * v) - 1],
            [0.5, 0.5, 0.5, 0.5, 0.5], 0),
        new("Chebyquad 8", x => Chebyquad(x), [.. Enumerable.Range(1, 8).Select(j => j / 9.0)], 3.51687e-3),
        new("Chebyquad 9", x => Chebyquad(x), [.. Enumerable.Range(1, 9).Select(j => j / 10.0)], 0),
    ];

    private static IEnumerable<double> Watson(double[] x)
    {
        for (var i = 1; i <= 29; i++)
        {
            var (t, slope, value) = (i / 29.0, 0.0, 0.0);
            for (var j = 0; j < x.Length; j++)
            {
                if (j > 0) slope += j * x[j] * Math.Pow(t, j - 1);
                value += x[j] * Math.Pow(t, j);
            }
            yield return slope - value * value - 1;
        }
        yield return x[0];
        yield return x[1] - x[0] * x[0] - 1;
    }

    /// <summary>Means of shifted Chebyshev polynomials less their integrals over [0, 1].</summary>
    private static IEnumerable<double> Chebyquad(double[] x)
    {
        for (var i = 1; i <= x.Length; i++)
        {
            var mean = x.Average(v =>
            {
                var (before, value) = (1.0, 2 * v - 1);
                for (var k = 2; k <= i; k++) (before, value) = (value, 2 * (2 * v - 1) * value - before);
                return value;
            });
            yield return mean + (i % 2 == 0 ? 1.0 / (i * i - 1) : 0);
        }
    }
}
