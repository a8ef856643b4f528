namespace MarketingNotebooks.Numerics;

public sealed partial class Rng
{
    /// <summary>A draw from the normal distribution.</summary>
    /// <remarks>Ziggurat with 128 layers: Marsaglia and Tsang (2000), J. Stat. Softw. 5(8), with the layer and the position taken from
    /// different bits as Doornik (2005) asks. Exact, tails included.</remarks>
    /// <param name="mean">Finite. Default: 0.</param>
    /// <param name="deviation">Standard deviation. Range: ≥ 0; 0 returns the mean. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is not finite, or the deviation is negative.</exception>
    public double NextNormal(double mean = 0, double deviation = 1)
    {
        if (!(deviation >= 0) || !double.IsFinite(deviation) || !double.IsFinite(mean))
            Fail($"NextNormal needs a finite mean and a finite standard deviation ≥ 0. Got mean {mean} and deviation {deviation}.");
        return mean + deviation * StandardNormal();
    }

    /// <summary>A draw whose logarithm is normal.</summary>
    /// <param name="mean">Mean of the logarithm (so the median of the draw is exp(mean)). Default: 0.</param>
    /// <param name="deviation">Standard deviation of the logarithm. Range: ≥ 0. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is not finite, or the deviation is negative.</exception>
    public double NextLogNormal(double mean = 0, double deviation = 1) => PortableMath.Exp(NextNormal(mean, deviation));

    /// <summary>A draw from Student's t distribution: Z / √(χ²ᵥ / ν).</summary>
    /// <param name="degrees">Degrees of freedom ν. Range: > 0.</param>
    /// <exception cref="ArgumentException">The degrees of freedom are not positive and finite.</exception>
    public double NextStudentT(double degrees)
    {
        CheckPositive(degrees, nameof(NextStudentT), "number of degrees of freedom");
        return StandardNormal() / Math.Sqrt(NextGamma(degrees / 2, 2 / degrees));
    }

    private double StandardNormal()
    {
        while (true)
        {
            var bits = NextUInt64();
            var layer = (int)(bits & 127);
            var position = (bits >> 11) * (2.0 / (1UL << 53)) - 1;
            var x = position * Ziggurat.Edges[layer];
            if (Math.Abs(position) < Ziggurat.Ratios[layer]) return x;
            if (layer == 0) return NormalTail(position < 0);
            var upper = Ziggurat.Heights[layer];
            var lower = Ziggurat.Heights[layer + 1];
            if (lower + NextDouble() * (upper - lower) < PortableMath.Exp(-0.5 * x * x)) return x;
        }
    }

    /// <summary>Beyond the base layer's edge: Marsaglia's (1964) exact tail.</summary>
    private double NormalTail(bool negative)
    {
        double x, y;
        do
        {
            x = -PortableMath.Log(NextOpenDouble()) / Ziggurat.Tail;
            y = -PortableMath.Log(NextOpenDouble());
        }
        while (y + y < x * x);
        return negative ? -(Ziggurat.Tail + x) : Ziggurat.Tail + x;
    }

    /// <summary>The layers' right edges x₀ > x₁ > …, of equal area v under exp(−x²/2).</summary>
    private static class Ziggurat
    {
        public const double Tail = 3.442619855899;
        private const double Area = 9.91256303526217e-3;
        public static readonly double[] Edges = new double[129];
        public static readonly double[] Ratios = new double[128];
        public static readonly double[] Heights = new double[129];

        static Ziggurat()
        {
            var height = PortableMath.Exp(-0.5 * Tail * Tail);
            Edges[0] = Area / height; // the base layer's width if it had no tail
            Edges[1] = Tail;
            for (var i = 2; i < 128; i++)
            {
                Edges[i] = Math.Sqrt(-2 * PortableMath.Log(Area / Edges[i - 1] + height));
                height = PortableMath.Exp(-0.5 * Edges[i] * Edges[i]);
            }
            Edges[128] = 0;
            for (var i = 0; i < 128; i++) Ratios[i] = Edges[i + 1] / Edges[i];
            for (var i = 0; i <= 128; i++) Heights[i] = PortableMath.Exp(-0.5 * Edges[i] * Edges[i]);
        }
    }
}
