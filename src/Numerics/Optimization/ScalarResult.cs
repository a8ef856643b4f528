namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Where a search along one number ended, and why.</summary>
/// <param name="Point">The root or the minimiser.</param>
/// <param name="Value">The function there.</param>
/// <param name="Converged">True when the tolerance was met, false when a limit ended the search.</param>
/// <param name="Reason">What ended the search, as a sentence; when not converged, with the remedy.</param>
/// <param name="Iterations">Steps taken.</param>
public sealed record ScalarResult(double Point, double Value, bool Converged, string Reason, int Iterations);
