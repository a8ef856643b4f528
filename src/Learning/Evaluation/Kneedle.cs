namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>Where a falling curve bends most, if it does. Source: Satopää, Albrecht, Irwin and Raghavan (2011), ICDCS Workshops.</summary>
internal static class Kneedle
{
    /// <summary>The bend farthest below the straight line from first to last, among those after which the curve flattens.</summary>
    /// <param name="x">Rising, at least 3.</param>
    /// <param name="y">As many, finite, not all equal.</param>
    /// <param name="sensitivity">Kneedle's S, in mean steps of x.</param>
    /// <returns>The bend's index, and how far the curve, scaled to [0, 1] both ways, lies below the line at each x.</returns>
    public static (int? Bend, double[] Differences) Find(ReadOnlySpan<int> x, double[] y, double sensitivity)
    {
        var n = y.Length;
        double low = y.Min(), high = y.Max();
        double first = x[0], span = x[^1] - first;
        var differences = new double[n];
        for (var i = 0; i < n; i++) differences[i] = (high - y[i]) / (high - low) - (x[i] - first) / span;

        var drop = sensitivity / (n - 1); // the mean gap between scaled x is 1/(n − 1)
        int? best = null;
        for (var i = 1; i < n - 1; i++)
        {
            if (differences[i] < differences[i - 1] || differences[i] < differences[i + 1]) continue;
            if (Flattens(differences, i, drop) && (best is not { } bend || differences[i] > differences[bend])) best = i;
        }
        return (best, differences);
    }

    /// <summary>True when the difference falls below its value at the bend minus the threshold before it rises above the bend
    /// again.</summary>
    private static bool Flattens(double[] differences, int bend, double drop)
    {
        for (var i = bend + 1; i < differences.Length; i++)
        {
            if (differences[i] < differences[bend] - drop) return true;
            if (differences[i] > differences[bend]) return false;
        }
        return false;
    }
}
