namespace MarketingNotebooks.Charts.Building;

/// <summary>Rows sorted into a few named groups.</summary>
/// <param name="Names">The groups' names, in order of use.</param>
/// <param name="OfRow">A group a row of the frame.</param>
/// <param name="Lumped">How many categories were put together as "other"; 0 when none.</param>
internal sealed record Categories(string[] Names, int[] OfRow, int Lumped)
{
    public const string Missing = "(missing)";

    /// <summary>Index of a group that is drawn grey ("other" or missing), or −1.</summary>
    public bool IsGrey(int group) => (Lumped > 0 && group == Names.Length - 1) || Names[group] == Missing;

    /// <summary>The categories of a channel among the drawn rows, in the order of the frame's rows; beyond <paramref name="most"/> the rarest
    /// become "other".</summary>
    public static Categories Of(Channel channel, ReadOnlySpan<int> rows, int most)
    {
        channel = channel.AsCategory();
        var missing = channel.Dictionary.Length;
        var counts = new int[missing + 1];
        foreach (var row in rows) counts[channel.Codes[row] < 0 ? missing : channel.Codes[row]]++;
        var present = Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).ToList();
        var named = present;
        if (present.Count > most)
        {
            var kept = present.Where(code => code < missing).OrderByDescending(code => counts[code]).Take(most - 1).ToHashSet();
            named = [.. present.Where(kept.Contains)];
        }
        var lumped = present.Count - named.Count;
        var group = new int[counts.Length];
        Array.Fill(group, named.Count);
        for (var i = 0; i < named.Count; i++) group[named[i]] = i;
        var names = named.Select(code => code == missing ? Missing : channel.Dictionary[code]).ToList();
        if (lumped > 0) names.Add($"other ({lumped:N0})");
        var ofRow = new int[channel.Length];
        for (var row = 0; row < ofRow.Length; row++) ofRow[row] = group[channel.Codes[row] < 0 ? missing : channel.Codes[row]];
        return new Categories([.. names], ofRow, lumped);
    }
}
