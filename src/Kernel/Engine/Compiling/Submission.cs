using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>A compiled piece of a cell, ready to run.</summary>
/// <param name="Run">Runs it over the session's state; gives the value of the last expression or null.</param>
/// <param name="HasValue">Whether a null from <paramref name="Run"/> is a value (true) or the lack of one.</param>
internal sealed record Submission(Func<object?[], Task<object?>> Run, Func<bool> HasValue);
