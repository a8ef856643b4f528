namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Keeps texts from the parser whose nesting would overflow its stack, which ends the process.</summary>
internal static class Nesting
{
    /// <summary>The deepest nesting let through; code by people stays below 50, the parser's stack ends somewhere above 1,500.</summary>
    public const int Deepest = 500;

    /// <summary>The place where brackets or angle brackets lie too deep; -1 when they do not.</summary>
    /// <remarks>Looks at characters only, so brackets inside texts count too.</remarks>
    public static int TooDeepAt(string text)
    {
        int brackets = 0, angles = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '(' or '[' or '{': brackets++; break;
                case ')' or ']' or '}': brackets = Math.Max(0, brackets - 1); break;
                case '<': angles++; break;
                case '>': angles = Math.Max(0, angles - 1); break;
                case ';' or '"': angles = 0; break;
            }
            if (brackets > Deepest || angles > Deepest) return i;
        }
        return -1;
    }
}
