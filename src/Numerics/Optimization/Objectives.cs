namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>A function of a point, to be minimised. Maximise f by minimising −f.</summary>
/// <param name="point">Shape (d). Only to be read during the call.</param>
/// <returns>The value; NaN or +∞ where the function is not defined, which optimisers step back from.</returns>
public delegate double Objective(ReadOnlySpan<double> point);

/// <summary>A function of a point with its gradient.</summary>
/// <param name="point">Shape (d). Only to be read during the call.</param>
/// <param name="gradient">Shape (d): to be overwritten with the partial derivatives.</param>
/// <returns>The value.</returns>
public delegate double GradientObjective(ReadOnlySpan<double> point, Span<double> gradient);

/// <summary>The matrix of second derivatives at a point.</summary>
/// <param name="point">Shape (d). Only to be read during the call.</param>
/// <returns>Shape (d, d), symmetric.</returns>
public delegate Matrix Hessian(ReadOnlySpan<double> point);
