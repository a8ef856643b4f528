namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>A sum kept as two doubles, about 32 digits, for residuals that cancel.</summary>
/// <remarks>Error-free sums and products: Knuth's two-sum, and the product's rounding error by a fused multiply-add. Source: Ogita, Rump
/// and Oishi (2005), SIAM J. Sci. Comput. 26(6).</remarks>
internal struct DoubleDouble(double start)
{
    private double _high = start, _low;

    /// <summary>The sum, rounded once.</summary>
    public readonly double Value => _high + _low;

    /// <summary>Adds x.</summary>
    public void Add(double x)
    {
        var sum = _high + x;
        var part = sum - _high;
        _low += _high - (sum - part) + (x - part);
        _high = sum;
    }

    /// <summary>Adds x·y.</summary>
    public void AddProduct(double x, double y)
    {
        var product = x * y;
        Add(product);
        _low += Math.FusedMultiplyAdd(x, y, -product);
    }
}
