using System.Collections.Immutable;

namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Where a minimisation ended, and why. Immutable.</summary>
/// <param name="Point">The best point found, shape (d).</param>
/// <param name="Value">The function there.</param>
/// <param name="Converged">True when a tolerance was met, false when a limit ended the search.</param>
/// <param name="Reason">What ended the search, as a sentence; when not converged, with the remedy.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Evaluations">Calls of the function.</param>
public sealed record OptimizationResult(ImmutableArray<double> Point, double Value, bool Converged, string Reason, int Iterations,
    int Evaluations);
