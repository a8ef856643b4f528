using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Quality;

/// <summary>Profiles frames.</summary>
public static class FrameProfiler
{
    /// <summary>What every column holds, which rows repeat, how columns go together, and what a careful reader should look into. Runs the plan.</summary>
    /// <remarks>Cost: some passes over each numeric column (quantiles are exact, without sorting), one over each text column's codes, and a hash a row. Associations and
    /// predictions are computed from <see cref="ProfileOptions.SampleRows"/> rows; associations of the first 30 columns.</remarks>
    /// <param name="frame">Any frame.</param>
    /// <param name="target">As <see cref="ProfileOptions.Target"/>; wins over it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such target, or an option is outside its range.</exception>
    public static FrameProfile Profile(this DataFrame frame, string? target = null, ProfileOptions? options = null)
    {
        options ??= new ProfileOptions();
        options.Check();
        target ??= options.Target;
        if (target is not null) frame.Schema.Position(target);
        frame = frame.Collect();
        var (names, rows) = (frame.ColumnNames.ToArray(), frame.RowCount);
        var columns = new ColumnProfile[names.Length];
        Ranges.Each(names.Length, i => columns[i] = ColumnProfiler.Of(names[i], frame.Column(names[i]), options));
        var duplicates = Hashes.Repeated(Array.ConvertAll(names, frame.Column), rows);
        var sample = rows <= options.SampleRows ? frame : FrameRows.Take(frame, new Rng(options.Seed).Sample(rows, options.SampleRows));
        var alerts = columns.SelectMany(each => Alerts.OfColumn(each, frame)).Concat(Alerts.OfFrame(frame, columns, duplicates));
        if (target is not null) alerts = alerts.Concat(Alerts.OfTarget(sample, target, options.Seed));
        return new FrameProfile(rows, [.. columns], duplicates, Associations.Of(sample), sample.RowCount, [.. alerts.OrderByDescending(each => each.Kind)]);
    }
}
