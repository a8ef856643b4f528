namespace MarketingNotebooks.Charts.Building;

/// <summary>Which rows of a frame are drawn; those left out are counted in a note.</summary>
internal static class Rows
{
    /// <summary>Rows where every channel named has a value that its axis can show.</summary>
    /// <param name="sketch">Takes the notes.</param>
    /// <param name="channels">Role, channel (null ones are skipped) and whether its axis is logarithmic.</param>
    public static int[] Drawn(Sketch sketch, params (string Role, Channel? Channel, bool Log)[] channels)
    {
        var used = channels.Where(each => each.Channel is not null).ToArray();
        var total = used[0].Channel!.Length;
        var rows = new List<int>(total);
        var (missing, negative) = (0, 0);
        for (var row = 0; row < total; row++)
        {
            var (gone, low) = (false, false);
            foreach (var (_, channel, log) in used)
            {
                if (channel!.IsMissing(row)) gone = true;
                else if (log && channel.Kind == ChannelKind.Number && channel.Numbers[row] <= 0) low = true;
            }
            if (gone) missing++;
            else if (low) negative++;
            else rows.Add(row);
        }
        if (missing > 0)
            sketch.Note($"{missing:N0} of {total:N0} rows without {string.Join(" or ", used.Select(each => each.Role))} are not drawn.");
        if (negative > 0)
            sketch.Note($"{negative:N0} of {total:N0} rows at or below zero are not drawn on a logarithmic axis.");
        return [.. rows];
    }
}
