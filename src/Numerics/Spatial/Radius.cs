namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>A radius that is compared with squared distances, so that whole boxes can be decided about exactly as their points would be.</summary>
internal readonly struct Radius(double radius)
{
    private readonly double _square = radius * radius;

    /// <summary>A distance rounds: boxes are decided about only when no rounding could matter.</summary>
    private const double Hair = 1 + 1e-12;

    /// <summary>Whether points that are this far apart are within the radius, the edge included.</summary>
    public bool Holds(double square) => square <= _square * Hair && Math.Sqrt(square) <= radius;

    /// <summary>Whether all points at this squared distance or farther are outside.</summary>
    public bool Misses(double least) => least > _square * Hair;

    /// <summary>Whether all points up to this squared distance are inside.</summary>
    public bool Covers(double most) => most * Hair <= _square;
}
