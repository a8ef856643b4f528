using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>Stability over numbers of clusters. Immutable.</summary>
/// <param name="Scores">By rising number of clusters.</param>
public sealed record StabilityCurve(ImmutableArray<(int Clusters, StabilityScore Score)> Scores)
{
    /// <summary>The number of clusters whose pairs of resamples agree most; the larger among equal ones, as finer segments say more.</summary>
    /// <remarks>Few clusters often agree best because they ask least. Read it beside the silhouette and the clusters' own stability.</remarks>
    public int Best
    {
        get
        {
            var best = Scores[0];
            foreach (var each in Scores)
                if (each.Score.AdjustedRand >= best.Score.AdjustedRand) best = each;
            return best.Clusters;
        }
    }

    /// <summary>The largest number of clusters that are all stable: each with a mean Jaccard coefficient of at least 0.75. Null where there is
    /// none.</summary>
    public int? LargestStable => Scores.Where(each => each.Score.LowestJaccard >= 0.75).Select(each => (int?)each.Clusters).Max();

    /// <summary>One row a number of clusters: <c>clusters</c>, <c>adjusted_rand</c>, <c>std_error</c>, <c>lowest_jaccard</c>,
    /// <c>mean_jaccard</c>, <c>stable</c> (clusters with at least 0.75) and <c>dissolved</c> (at most 0.5).</summary>
    public DataFrame Tidy() => DataFrame.FromColumns(
        ("clusters", Whole((clusters, _) => clusters)),
        ("adjusted_rand", Number(score => score.AdjustedRand)),
        ("std_error", Number(score => score.AdjustedRandError)),
        ("lowest_jaccard", Number(score => score.LowestJaccard)),
        ("mean_jaccard", Number(score => score.MeanJaccard)),
        ("stable", Whole((_, score) => score.Clusters.Count(each => each.Jaccard >= 0.75))),
        ("dissolved", Whole((_, score) => score.Clusters.Count(each => each.Jaccard <= 0.5))));

    private Column<double> Number(Func<StabilityScore, double> value) => new(ColumnKind.Number, [.. Scores.Select(each => value(each.Score))]);

    private Column<long> Whole(Func<int, StabilityScore, long> value) =>
        new(ColumnKind.Integer, [.. Scores.Select(each => value(each.Clusters, each.Score))]);
}
