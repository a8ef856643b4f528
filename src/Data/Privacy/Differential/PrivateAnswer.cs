using System.Globalization;
using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>A private answer. Immutable.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Value">The answer, noise included. May be negative for small counts; rounding up would bias sums.</param>
/// <param name="HalfWidth">Half of the 95 % interval of the noise alone; clamping and left-out rows are not in it. A mean's is approximate.</param>
/// <param name="Epsilon">ε spent.</param>
/// <param name="Delta">δ spent.</param>
/// <param name="IsPrivate">False when the noise came from a seed and so protects nobody.</param>
[TypeFormatterSource(typeof(AnswerFormatters))]
public sealed record PrivateAnswer(string Query, double Value, double HalfWidth, double Epsilon, double Delta, bool IsPrivate)
{
    /// <summary>The answer with its interval.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Query} ≈ {Value:#,0.##} ± {HalfWidth:#,0.##} (ε = {Epsilon:0.####}{(Delta == 0 ? "" : $", δ = {Delta:0.##E0}")}{(IsPrivate ? "" : "; seeded noise: not private")})");
}

/// <summary>How a private answer shows itself.</summary>
public sealed class AnswerFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new MimeFormatter<PrivateAnswer>("text/plain", answer => answer.ToString())];
}
