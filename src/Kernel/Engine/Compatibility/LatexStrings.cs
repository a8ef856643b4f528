using MarketingNotebooks.Kernel.Engine.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A text of LaTeX, shown typeset: <c>(LaTeXString)@"\begin{align} … \end{align}"</c>.</summary>
/// <param name="value">LaTeX, with its own delimiters.</param>
public sealed class LaTeXString(string value) : IMimeBundleSource
{
    /// <summary>Takes a text for LaTeX.</summary>
    public static implicit operator LaTeXString(string source) => new(source);

    /// <summary>The text.</summary>
    public override string ToString() => value;

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => LatexBundle.Of(value);
}

/// <summary>A formula in LaTeX without delimiters, shown typeset on a line of its own: <c>(MathString)@"\frac{a}{b}"</c>.</summary>
/// <param name="value">The formula.</param>
public sealed class MathString(string value) : IMimeBundleSource
{
    /// <summary>Takes a text for a formula.</summary>
    public static implicit operator MathString(string source) => new(source);

    /// <summary>The formula, with delimiters.</summary>
    public override string ToString() => $"$${value}$$";

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => LatexBundle.Of(ToString());
}

internal static class LatexBundle
{
    public static MimeBundle Of(string text)
    {
        var bundle = MimeBundle.Of(MimeTypes.Latex, text);
        bundle.Add(MimeTypes.Plain, text);
        return bundle;
    }
}
