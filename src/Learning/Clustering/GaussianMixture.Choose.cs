using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

public static partial class GaussianMixture
{
    /// <summary>Fits every number of components with every kind of covariance and compares them.</summary>
    /// <remarks>Cost: one <see cref="Fit"/> for each. A candidate whose covariance becomes singular stays in the table without a model.</remarks>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size. Not changed.</param>
    /// <param name="components">Numbers of components, each in [1, n]. Null: 1 to 9, up to n.</param>
    /// <param name="kinds">Kinds of covariance. Null: all four.</param>
    /// <param name="criterion">What decides. Default: Bic.</param>
    /// <param name="options">All other settings; null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times a pass.</param>
    /// <exception cref="ArgumentException">As of <see cref="Fit"/>, or nothing to compare, or no candidate without a singular covariance.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MixtureChoice Choose(Matrix rows, IEnumerable<int>? components = null, IEnumerable<CovarianceKind>? kinds = null,
        MixtureCriterion criterion = MixtureCriterion.Bic, GaussianMixtureOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        FitChecks.Rows(rows, "GaussianMixture.Choose");
        int[] counts = [.. (components ?? Enumerable.Range(1, Math.Min(9, rows.Rows))).Distinct()];
        CovarianceKind[] shapes = [.. (kinds ?? Enum.GetValues<CovarianceKind>()).Distinct()];
        if (counts.Length * shapes.Length == 0)
            throw new ArgumentException($"GaussianMixture.Choose needs at least one number of components and one kind of covariance. Got {counts.Length} and {shapes.Length}.");
        GaussianMixtureOptions[] tried = [.. shapes.SelectMany(kind => counts.Select(k =>
            (options ?? new GaussianMixtureOptions()) with { Components = k, Covariance = kind }))];
        foreach (var each in tried) Check(rows, each);
        var panels = new MixturePanels(rows);
        var candidates = new List<MixtureCandidate>();
        foreach (var each in tried)
        {
            var run = Climb(rows, panels, each, null, cancellationToken);
            candidates.Add(new MixtureCandidate(each.Components, each.Covariance,
                run.Mixture is null ? null : GaussianMixtureModel.Of(rows, run, each)));
            progress?.Report((double)candidates.Count / tried.Length);
        }
        var ranked = candidates.Where(each => each.Model is not null).OrderBy(each => each.Value(criterion)).ToList(); // stable: fewer first
        if (ranked.Count == 0) throw Singular(rows, tried[0], 0);
        return new MixtureChoice([.. candidates], ranked[0], criterion, Reason(ranked, criterion));
    }

    private static string Reason(List<MixtureCandidate> ranked, MixtureCriterion criterion)
    {
        var (name, best) = (criterion.ToString().ToUpperInvariant(), ranked[0].Value(criterion));
        var text = $"{name} is lowest for {ranked[0].Name}: {best:N1}.";
        var narrow = ranked[0].Model!.Reason.IndexOf(" Component", StringComparison.Ordinal) is >= 0 and var at ? ranked[0].Model!.Reason[at..] : "";
        return ranked.Count == 1 ? text + narrow
            : $"{text} Next is {ranked[1].Name} with {ranked[1].Value(criterion) - best:N1} more"
            + (ranked[1].Value(criterion) - best < 2 ? ": too near to tell apart." : ".") + narrow;
    }
}
