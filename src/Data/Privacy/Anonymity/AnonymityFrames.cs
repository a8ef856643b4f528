using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Anonymity as verbs of frames.</summary>
public static class AnonymityFrames
{
    /// <summary>Measures how well rows hide among each other: k-anonymity, l-diversity, t-closeness and the risk of being recognised.</summary>
    /// <remarks>A missing quasi-identifier is a value like others: such rows hide among their like only. A missing sensitive value is a value too.
    /// Cost: O(rows · columns), with a sensitive column O(rows · log rows).</remarks>
    /// <param name="frame">One row a person. Its plan is run.</param>
    /// <param name="quasi">Columns that somebody may know about a person, at least one.</param>
    /// <param name="sensitive">A column that nobody should learn. Default: none, and no diversity.</param>
    /// <param name="population">How many people the rows were drawn from. Range: ≥ rows. Default: the rows are everybody.</param>
    /// <exception cref="ArgumentException">No quasi-identifier, a column that is missing or named twice, or a population below the rows.</exception>
    public static AnonymityReport MeasureAnonymity(this DataFrame frame, IReadOnlyList<string> quasi, string? sensitive = null, long? population = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        CheckColumns(frame, quasi, sensitive);
        var rows = frame.RowCount;
        if (population < rows) throw new ArgumentException($"The population must be at least the {rows:N0} rows drawn from it. Got {population:N0}.", nameof(population));
        var classes = EquivalenceClasses.Of(frame, quasi);
        var (l, entropy, t) = (0, 0.0, 0.0);
        if (sensitive is not null && rows > 0)
        {
            var order = Enumerable.Range(0, rows).ToArray();
            var values = new Sensitive(frame.Column(sensitive), order);
            Array.Sort((int[])classes.ClassOf.Clone(), order);
            (l, entropy) = (int.MaxValue, double.MaxValue);
            var start = 0;
            foreach (var size in classes.Sizes)
            {
                var measured = values.Measure(order.AsSpan(start, size));
                (l, entropy, t) = (Math.Min(l, measured.Distinct), Math.Min(entropy, measured.EntropyL), Math.Max(t, measured.Closeness));
                start += size;
            }
        }
        return new AnonymityReport([.. quasi], sensitive, rows, classes.Sizes.Length, rows == 0 ? 0 : classes.Sizes.Min(), classes.Sizes.Count(size => size == 1),
            l, entropy, t, ReidentificationRisk.Of(classes.Sizes, rows, population ?? rows), classes.Sizes);
    }

    /// <summary>Makes rows k-anonymous by coarsening the quasi-identifiers no more than needed, with <see cref="Mondrian"/>.</summary>
    /// <remarks>All other columns stay as they are. Names, addresses and customer numbers undo k-anonymity at a glance: leave them out with <c>Select</c>
    /// or tokenise them first; <c>AuditPersonalData</c> finds most of them.</remarks>
    /// <param name="frame">One row a person, with the columns to be handed over only. Its plan is run.</param>
    /// <param name="quasi">Columns that somebody may know about a person, at least one.</param>
    /// <param name="options">k, l and t. Default: k = 5.</param>
    /// <param name="progress">Share of rows that have found their group.</param>
    /// <param name="cancellationToken">Stops between splits.</param>
    /// <exception cref="ArgumentException">A column is missing or an option out of range.</exception>
    public static AnonymizedFrame Anonymize(this DataFrame frame, IReadOnlyList<string> quasi, MondrianOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default) => Mondrian.Fit(frame, quasi, options, progress, cancellationToken);

    internal static void CheckColumns(DataFrame frame, IReadOnlyList<string> quasi, string? sensitive)
    {
        if (quasi is null || quasi.Count == 0) throw new ArgumentException("At least one quasi-identifier must be named, e.g. quasi: [\"birth_year\", \"country\"]. Got none.", nameof(quasi));
        foreach (var name in quasi) frame.Schema.Position(name);
        if (quasi.Distinct().Count() < quasi.Count) throw new ArgumentException($"Each quasi-identifier must be named once. Got {string.Join(", ", quasi)}.", nameof(quasi));
        if (sensitive is null) return;
        frame.Schema.Position(sensitive);
        if (quasi.Contains(sensitive)) throw new ArgumentException($"Column '{sensitive}' cannot be both quasi-identifier and sensitive. Name it as one of them.", nameof(sensitive));
    }
}
