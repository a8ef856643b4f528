using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>What decides between mixtures.</summary>
public enum MixtureCriterion
{
    /// <summary>Schwarz's: the simplest mixture that explains the rows.</summary>
    Bic,

    /// <summary>Akaike's: the mixture that should predict new rows best. More components.</summary>
    Aic,
}

/// <summary>One number of components with one kind of covariance.</summary>
/// <param name="Components">Number of components k.</param>
/// <param name="Kind">What shapes they may take.</param>
/// <param name="Model">The fitted mixture; null where a covariance became singular.</param>
public sealed record MixtureCandidate(int Components, CovarianceKind Kind, GaussianMixtureModel? Model)
{
    /// <summary>The candidate in words, e.g. <c>3 components, Tied</c>.</summary>
    public string Name => $"{Components} component{(Components == 1 ? "" : "s")}, {Kind}";

    /// <summary>Its value of a criterion; lower is better, NaN without a model.</summary>
    public double Value(MixtureCriterion criterion) =>
        Model is null ? double.NaN : criterion == MixtureCriterion.Aic ? Model.Aic : Model.Bic;
}

/// <summary>Mixtures of several numbers of components and kinds of covariance, side by side. Immutable.</summary>
/// <param name="Candidates">By kind in the order asked for, then by number of components.</param>
/// <param name="Best">The candidate with the lowest value of the criterion.</param>
/// <param name="Criterion">What decided.</param>
/// <param name="Reason">By how much the best won, in words.</param>
public sealed record MixtureChoice(ImmutableArray<MixtureCandidate> Candidates, MixtureCandidate Best, MixtureCriterion Criterion, string Reason)
{
    /// <summary>The best mixture.</summary>
    public GaussianMixtureModel Model => Best.Model!;

    /// <summary>One row a candidate: <c>components</c>, <c>covariance</c>, <c>parameters</c>, <c>log_likelihood</c>, <c>aic</c>, <c>bic</c>,
    /// <c>converged</c>, <c>iterations</c>, <c>best</c>. Without a model the numbers are null.</summary>
    public DataFrame Tidy() => DataFrame.FromColumns(
        ("components", new Column<long>(ColumnKind.Integer, [.. Candidates.Select(each => (long)each.Components)])),
        ("covariance", TextColumn.From(Candidates.Select(each => each.Kind.ToString().ToLowerInvariant()))),
        ("parameters", new Column<long>(ColumnKind.Integer, [.. Candidates.Select(each => each.Model?.Parameters ?? 0)], Fitted())),
        ("log_likelihood", Number(model => model.LogLikelihood)),
        ("aic", Number(model => model.Aic)),
        ("bic", Number(model => model.Bic)),
        ("converged", new Column<bool>(ColumnKind.Boolean, [.. Candidates.Select(each => each.Model?.Converged ?? false)])),
        ("iterations", new Column<long>(ColumnKind.Integer, [.. Candidates.Select(each => (long)(each.Model?.Iterations ?? 0))], Fitted())),
        ("best", new Column<bool>(ColumnKind.Boolean, [.. Candidates.Select(each => ReferenceEquals(each, Best))])));

    private Column<double> Number(Func<GaussianMixtureModel, double> value) => new(ColumnKind.Number,
        [.. Candidates.Select(each => each.Model is null ? double.NaN : value(each.Model))], Fitted());

    private Validity? Fitted() => Validity.FromFlags([.. Candidates.Select(each => each.Model is not null)]);
}
