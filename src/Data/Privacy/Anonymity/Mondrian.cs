using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Multidimensional k-anonymity: splits the table like a tree of boxes until a box can be split no further, and publishes boxes for values.</summary>
/// <remarks>Strict and greedy: the widest quasi-identifier (by its share of the whole domain; the first named of equals) is split at its median,
/// or a tree's node into its children, if every part meets the demands; else the next widest. Deterministic. With l or t, a split must meet them too. A null is a
/// value of its own: rows are first parted by which quasi-identifiers are missing, and a part that cannot meet the demands is suppressed. The result
/// is measured again, suppressed rows left out. Columns that are no quasi-identifiers stay as they are: leave out names and addresses first.
/// Ends of a range are values that occur, so the oldest customer's year is told, though not whose it is.
/// Cost: O(rows · log² rows · columns). Not a guarantee against somebody who knows more than the quasi-identifiers, nor against
/// two publications being combined; for statistics prefer differential privacy.
/// Sources: LeFevre, DeWitt and Ramakrishnan (2006), ICDE; Machanavajjhala and others (2007), ACM TKDD 1(1); Li and others (2007), ICDE.</remarks>
public static class Mondrian
{
    /// <summary>Coarsens the quasi-identifiers of <paramref name="frame"/>.</summary>
    /// <param name="frame">One row a person. Its plan is run.</param>
    /// <param name="quasi">Columns that somebody may know about a person, at least one.</param>
    /// <param name="options">k, l and t. Default: k = 5.</param>
    /// <param name="progress">Share of rows that have found their group.</param>
    /// <param name="cancellationToken">Stops between splits.</param>
    /// <exception cref="ArgumentException">A column is missing or an option out of range; all mistakes in options are named.</exception>
    public static AnonymizedFrame Fit(DataFrame frame, IReadOnlyList<string> quasi, MondrianOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new MondrianOptions();
        ArgumentNullException.ThrowIfNull(frame);
        AnonymityFrames.CheckColumns(frame, quasi, options.Sensitive);
        options.Check(quasi);
        frame = frame.Collect(cancellationToken);
        var columns = quasi.Select(name => QuasiColumn.Of(frame, name, options.Hierarchies.GetValueOrDefault(name))).ToArray();
        var (waiting, suppressed, sensitive) = Begin(frame, columns, options);
        var groups = new List<int[]>();
        var (done, told) = (suppressed.Count, 0);
        while (waiting.TryPop(out var group))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Split(group, columns, options, sensitive) is { } parts)
            {
                foreach (var part in parts) waiting.Push(part);
                continue;
            }
            groups.Add(group);
            done += group.Length;
            if (done - told < frame.RowCount / 100 && waiting.Count > 0) continue;
            progress?.Report((told = done) / (double)frame.RowCount);
        }
        return Publish(frame, columns, groups, suppressed, options);
    }

    /// <summary>Rows parted by which quasi-identifiers are missing, and the parts that cannot meet the demands taken out.</summary>
    /// <remarks>What is taken out does not belong to the "everybody" whose distribution t compares with: readers see the published rows only. So the part
    /// farthest off goes, everybody is measured anew, and so on until all parts that are left meet the demands.</remarks>
    private static (Stack<int[]> Waiting, List<int> Suppressed, Sensitive? Sensitive) Begin(DataFrame frame, QuasiColumn[] columns, MondrianOptions options)
    {
        var patterns = EquivalenceClasses.OfAll(frame.RowCount);
        foreach (var column in columns.Where(column => column.Missing.Contains(true)))
            patterns = patterns.Within(new ColumnCodes(Array.ConvertAll(column.Missing, missing => missing ? 1 : 0), 2));
        var (parts, suppressed) = (patterns.Rows(), new List<int>());
        while (true)
        {
            var sensitive = options.Sensitive is { } secret && parts.Count > 0 ? new Sensitive(frame.Column(secret), [.. parts.SelectMany(part => part)]) : null;
            var failing = parts.Where(part => !Meets(part, options, sensitive)).ToList();
            if (failing.Count == 0) return (new Stack<int[]>(parts), suppressed, sensitive);
            var worst = failing.MaxBy(part => (part.Length < options.K, sensitive?.Measure(part).Closeness, -part.Length))!;
            suppressed.AddRange(worst);
            parts.Remove(worst);
        }
    }

    private static List<int[]>? Split(int[] rows, QuasiColumn[] columns, MondrianOptions options, Sensitive? sensitive)
    {
        if (rows.Length < 2 * options.K) return null;
        foreach (var column in columns.Where(column => !column.Missing[rows[0]]).Select(column => (Column: column, Width: column.Width(rows)))
            .Where(each => each.Width > 0).OrderByDescending(each => each.Width).Select(each => each.Column))
        {
            var parts = column.Split(rows);
            if (parts.Count > 1 && parts.All(part => Meets(part, options, sensitive))) return parts;
        }
        return null;
    }

    private static bool Meets(int[] rows, MondrianOptions options, Sensitive? sensitive)
    {
        if (rows.Length < options.K) return false;
        if (sensitive is null || options is { DistinctL: 1, EntropyL: 1, Closeness: 1 }) return true;
        var (distinct, entropy, closeness) = sensitive.Measure(rows);
        return distinct >= options.DistinctL && entropy >= options.EntropyL - 1e-12 && closeness <= options.Closeness + 1e-12;
    }

    private static AnonymizedFrame Publish(DataFrame frame, QuasiColumn[] columns, List<int[]> groups, List<int> suppressed, MondrianOptions options)
    {
        var kept = groups.SelectMany(group => group).Order().ToArray();
        var left = suppressed.Order().ToArray();
        var published = frame.ColumnNames.ToDictionary(name => name, name => frame.Column(name).Take(kept));
        var penalty = (double)left.Length * columns.Length;
        foreach (var column in columns)
        {
            var texts = new string?[frame.RowCount];
            foreach (var group in groups.Where(group => !column.Missing[group[0]]))
            {
                var text = column.Publish(group);
                foreach (var row in group) texts[row] = text;
                penalty += column.Width(group) * group.Length;
            }
            published[column.Name] = TextColumn.From(kept.Select(row => texts[row]));
        }
        var result = DataFrame.FromColumns([.. frame.ColumnNames.Select(name => (name, published[name]))]);
        var rest = DataFrame.FromColumns([.. frame.ColumnNames.Select(name => (name, frame.Column(name).Take(left)))]);
        var loss = new InformationLoss(frame.RowCount == 0 ? 0 : penalty / frame.RowCount / columns.Length,
            groups.Sum(group => (long)group.Length * group.Length) + (long)left.Length * frame.RowCount,
            groups.Count == 0 ? 0 : (double)kept.Length / groups.Count / options.K);
        var report = result.MeasureAnonymity([.. columns.Select(column => column.Name)], options.Sensitive, Math.Max(frame.RowCount, 1));
        return Holds(report, options) ? new AnonymizedFrame(result, rest, report, loss)
            : throw new InvalidOperationException($"The published rows do not meet the demands ({report}): two different values of a quasi-identifier show the same text. Rename one first.");
    }

    private static bool Holds(AnonymityReport report, MondrianOptions options) => report.Rows == 0 || (report.K >= options.K && (options.Sensitive is null
        || (report.DistinctL >= options.DistinctL && report.EntropyL >= options.EntropyL - 1e-9 && report.Closeness <= options.Closeness + 1e-9)));
}
