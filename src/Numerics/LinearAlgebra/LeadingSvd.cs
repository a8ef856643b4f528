using System.Collections.Immutable;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>The leading part of A = U·diag(σ)·Vᵀ, and how well it holds. Immutable.</summary>
/// <param name="U">Left vectors as columns, shape (n, k), orthonormal.</param>
/// <param name="Values">Singular values σ ≥ 0, falling.</param>
/// <param name="V">Right vectors as columns, shape (d, k), orthonormal; each one's element of largest magnitude is positive.</param>
/// <param name="Residuals">Shape (k): ‖A·v − σ·u‖ and ‖Aᵀ·u − σ·v‖, of which one is 0 but for rounding. A singular value of A lies
/// within it of σ, and where σ stands apart from the next by a gap, within about its square over the gap; the vectors are off by about the
/// residual over the gap.</param>
/// <param name="Passes">Products with A and with Aᵀ, of several vectors at a time.</param>
/// <param name="Converged">Whether all residuals are within <see cref="RandomizedSvdOptions.Tolerance"/>·σ₁.</param>
/// <param name="Reason">What ended the iteration, as a sentence; when not converged, with the remedy.</param>
public sealed record LeadingSvd(Matrix U, ImmutableArray<double> Values, Matrix V, ImmutableArray<double> Residuals, int Passes,
    bool Converged, string Reason) : SvdDecomposition(U, Values, V);
