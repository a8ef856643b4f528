namespace MarketingNotebooks.Learning.Association;

/// <summary>p-values corrected for their number m: what is compared with the level afterwards.</summary>
internal static class PValueCorrection
{
    /// <summary>Holm (1979), Scand. J. Stat. 6: the i-th smallest times m − i + 1, never below the one before.</summary>
    public static double[] Holm(double[] p)
    {
        var (order, corrected, highest) = (Rising(p), new double[p.Length], 0.0);
        for (var i = 0; i < order.Length; i++)
            corrected[order[i]] = highest = Math.Max(highest, Math.Min(1, p[order[i]] * (p.Length - i)));
        return corrected;
    }

    /// <summary>Benjamini and Hochberg (1995), JRSS B 57: the i-th smallest times m / i, never above the one after.</summary>
    public static double[] BenjaminiHochberg(double[] p)
    {
        var (order, corrected, lowest) = (Rising(p), new double[p.Length], 1.0);
        for (var i = order.Length - 1; i >= 0; i--)
            corrected[order[i]] = lowest = Math.Min(lowest, p[order[i]] * p.Length / (i + 1));
        return corrected;
    }

    private static int[] Rising(double[] p)
    {
        var order = Enumerable.Range(0, p.Length).ToArray();
        Array.Sort((double[])p.Clone(), order);
        return order;
    }
}
