namespace MarketingNotebooks.Data.Text;

/// <summary>Finds what somebody probably meant to type.</summary>
public static class Spelling
{
    /// <summary>The candidate nearest to <paramref name="word"/>, or null when none is near.</summary>
    /// <remarks>Distance: insertions, deletions, substitutions and swaps of neighbours (Damerau 1964, optimal string alignment),
    /// ignoring case; near is at most a third of the longer word, or two.</remarks>
    /// <param name="word">What was typed.</param>
    /// <param name="candidates">What could have been meant.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var allowed = Math.Max(2, Math.Max(word.Length, candidate.Length) / 3);
            if (Math.Abs(word.Length - candidate.Length) > allowed) continue;
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= allowed && distance < Math.Min(least, Math.Max(word.Length, candidate.Length)))
                (best, least) = (candidate, distance);
        }
        return best;
    }

    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, table[i - 2, j - 2] + 1);
                table[i, j] = least;
            }
        return table[a.Length, b.Length];
    }
}
