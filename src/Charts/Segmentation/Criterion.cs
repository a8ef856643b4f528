using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Learning.Clustering;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    /// <summary>The criterion of compared mixtures against their number of components, a line a kind of covariance, with the best marked.</summary>
    /// <param name="choice">What <see cref="GaussianMixture.Choose"/> gave; mixtures that could not be fitted leave gaps.</param>
    /// <param name="title">What the chart shows. Default: names the best.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    public static Figure Criterion(MixtureChoice choice, string? title = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return Criterion(choice.Candidates.Select(each => each.Components), choice.Candidates.Select(each => each.Kind.ToString().ToLowerInvariant()),
            choice.Candidates.Select(each => each.Value(choice.Criterion)), choice.Criterion.ToString().ToUpperInvariant(), title, alt);
    }

    /// <summary>An information criterion of mixtures against their number of components, a line a kind of covariance, with the least marked.</summary>
    /// <remarks>Only differences count: of two models the one with the lower value is expected to predict new rows better (AIC) or is the likelier (BIC).</remarks>
    /// <param name="components">Number of components of each mixture.</param>
    /// <param name="kinds">Its kind of covariance, such as "full".</param>
    /// <param name="values">Its criterion; NaN where the mixture could not be fitted, which leaves a gap.</param>
    /// <param name="criterion">What it is. Default: BIC.</param>
    /// <param name="title">What the chart shows. Default: names the least.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, no finite value, or a mixture given twice.</exception>
    public static Figure Criterion(IEnumerable<int> components, IEnumerable<string> kinds, IEnumerable<double> values, string criterion = "BIC", string? title = null,
        string? alt = null)
    {
        var (ks, names, scores) = (components.ToArray(), kinds.ToArray(), values.ToArray());
        if (names.Length != ks.Length || scores.Length != ks.Length)
            throw new ArgumentException($"SegmentationCharts.Criterion needs a kind and a value for each number of components. Got {ks.Length}, {names.Length} and {scores.Length}.");
        var known = Enumerable.Range(0, ks.Length).Where(i => double.IsFinite(scores[i])).ToArray();
        if (known.Length == 0) throw new ArgumentException($"SegmentationCharts.Criterion needs at least one finite value. Got {ks.Length} values, none finite.");
        if (Enumerable.Range(0, ks.Length).GroupBy(i => (ks[i], names[i])).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"SegmentationCharts.Criterion needs each mixture once. {twice.Key.Item1} components of kind '{twice.Key.Item2}' occur {twice.Count()} times.");
        var best = known.MinBy(i => scores[i]);
        var figure = Chart.Line(ks, scores, color: names, markers: true, xLabel: "number of components", yLabel: $"{criterion} (lower is better)", colorLabel: "covariance",
            title: title ?? $"{criterion} is least at {ks[best]} components with {names[best]} covariances", alt: alt);
        figure = figure.WithLayout(new { xaxis = WholeSteps([.. ks.Order()]), yaxis = new { range = RoomFor(scores, above: false) } });
        return Marked(figure, ks[best], scores[best], "least", $"least: {ks[best]}, {Titles.Words(names[best])}", "%{x} components<br>%{y:,.0f}", ks, above: false);
    }
}
