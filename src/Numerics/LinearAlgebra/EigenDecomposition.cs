using System.Collections.Immutable;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>A = V·diag(λ)·Vᵀ, as <see cref="SymmetricEigen"/> found it. Immutable.</summary>
/// <param name="Values">Eigenvalues λ, rising.</param>
/// <param name="Vectors">Shape (n, n): column j is the unit vector of Values[j]; its element of largest magnitude is positive.</param>
public sealed record EigenDecomposition(ImmutableArray<double> Values, Matrix Vectors);
