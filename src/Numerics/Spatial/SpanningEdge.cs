namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>An edge of a spanning tree.</summary>
/// <param name="A">A row.</param>
/// <param name="B">Another row.</param>
/// <param name="Length">In row units, as the tree measures. ≥ 0.</param>
public readonly record struct SpanningEdge(int A, int B, double Length);
