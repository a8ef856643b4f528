namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>What every optimiser asks of where it starts.</summary>
internal static class StartChecks
{
    public static void Point(ReadOnlySpan<double> start, string method)
    {
        if (start.IsEmpty) throw new ArgumentException($"{method} needs at least 1 parameter. Got none.");
        for (var j = 0; j < start.Length; j++)
            if (!double.IsFinite(start[j])) throw new ArgumentException($"{method} needs a finite start. Got {start[j]} at index {j}.");
    }

    public static void Gradient(double[] gradient, string method)
    {
        for (var j = 0; j < gradient.Length; j++)
            if (!double.IsFinite(gradient[j]))
                throw new ArgumentException($"{method} needs a finite gradient at the start. Got {gradient[j]} at index {j}. "
                    + "Check it against NumericalGradient.");
    }

    public static void Value(double value, string method)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"{method} needs a finite value at the start. Got {value}. Start inside the function's domain.");
    }
}
