using System.Collections.Immutable;

namespace MarketingNotebooks.Data.Quality;

/// <summary>What one expectation found.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Checked">Rows judged; 0 for an expectation of the frame as a whole.</param>
/// <param name="FailedRows">Rows that fail, numbered from 0, ascending; also when so few fail that the expectation passes.</param>
/// <param name="Passed">True when no more rows fail than <see cref="Expectation.Mostly"/> allows.</param>
/// <param name="Detail">What was found instead, for expectations of the frame as a whole; else null.</param>
public sealed record CheckResult(Expectation Expectation, int Checked, ImmutableArray<int> FailedRows, bool Passed, string? Detail);
