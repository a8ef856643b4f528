using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Charts.Segmentation;
using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;

namespace MarketingNotebooks.Charts.Tests.Segmentation;

/// <summary>Charts that choose a number of clusters.</summary>
public class ChoiceTests
{
    [Fact]
    public void The_knee_is_the_one_that_the_library_finds()
    {
        int[] ks = [2, 3, 4, 5, 6, 7, 8];
        double[] inertia = [152.3, 78.9, 57.2, 46.5, 39.0, 34.3, 30.1];
        var knee = Learning.Evaluation.Elbow.Find(ks, inertia).Clusters;
        Assert.Equal($"The curve bends at {knee} clusters", SegmentationCharts.Elbow(ks, inertia).Title);
        Assert.Equal("Inertia by number of clusters", SegmentationCharts.Elbow([2, 3], [5, 4]).Title); // two points have no bend
        Says("Elbow.Find needs ascending numbers of clusters. Got 2 after 3.", () => SegmentationCharts.Elbow([3, 2, 4], [5, 4, 3]));
    }

    [Fact]
    public void Stability_marks_the_highest_mean_and_bands_the_middle()
    {
        var figure = SegmentationCharts.Stability([2, 3, 5], [[0.5, 0.7], [0.9, 1, 0.8, double.NaN], [0.2]]);
        Assert.Equal("3 clusters are found again most alike: mean adjusted Rand index 0.90", figure.Title);
        Assert.Equal([0.6, 0.9, 0.2], TraceReader.Numbers(figure.Traces[1]["y"]).Select(value => Math.Round(value, 12)));
        Assert.Equal([2, 3, 5, 5, 3, 2], TraceReader.Numbers(figure.Traces[0]["x"]));
        Assert.Equal([0.68, 0.98, 0.2, 0.2, 0.82, 0.52], TraceReader.Numbers(figure.Traces[0]["y"]).Select(value => Math.Round(value, 12))); // type 7 quantiles
        Says("SegmentationCharts.Stability needs agreements for each number of clusters, and at least one. Got 1 and 2.", () => SegmentationCharts.Stability([2, 3], [[1.0]]));
        Says("SegmentationCharts.Stability needs rising numbers of clusters. Got 2 after 3.", () => SegmentationCharts.Stability([3, 2], [[1.0], [1.0]]));
        Says("SegmentationCharts.Stability needs a finite agreement for every number of clusters. Got none at 3.", () => SegmentationCharts.Stability([2, 3], [[1.0], [double.NaN]]));
    }

    [Fact]
    public void The_stability_that_the_library_measures_is_drawn_with_its_weakest_cluster()
    {
        var curve = ClusterStability.Compare(Samples.Shoppers(120).Rows, [2, 4, 6], options: new() { Resamples = 10 });
        var figure = SegmentationCharts.Stability(curve);
        Assert.Equal(4, curve.Best);
        Assert.StartsWith("4 clusters come back most alike", figure.Title, StringComparison.Ordinal);
        Assert.Equal(curve.Scores.Select(each => each.Score.AdjustedRand), TraceReader.Numbers(figure.Traces[0]["y"]));
        Assert.Equal(curve.Scores.Select(each => each.Score.LowestJaccard), TraceReader.Numbers(figure.Traces[1]["y"]));
        Assert.Equal(curve.Scores[1].Score.AdjustedRand, (double)figure.Traces[2]["y"]![0]!);
        var notes = figure.Layout["annotations"]!.AsArray();
        Assert.Equal(["footnote", null], notes.Select(note => (string?)note!["name"])); // the mark's words do not push the footnote out
        Assert.Contains("10 resamples for each k", (string)notes[0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_least_criterion_is_marked_and_gaps_are_left()
    {
        var figure = SegmentationCharts.Criterion([1, 2, 3, 1, 2, 3], ["full", "full", "full", "tied", "tied", "tied"], [-10, -30, double.NaN, -12, -20, -25]);
        Assert.Equal("BIC is least at 2 components with full covariances", figure.Title);
        Assert.Equal([2.0], TraceReader.Numbers(figure.Traces[^1]["x"]));
        Assert.Equal(["full", "tied", "least"], figure.Traces.Select(trace => (string?)trace["name"]));
        var choice = GaussianMixture.Choose(Samples.Shoppers(200).Rows, [2, 3, 4, 5], [CovarianceKind.Tied, CovarianceKind.Diagonal]);
        Assert.Equal($"BIC is least at {choice.Best.Components} components with {choice.Best.Kind.ToString().ToLowerInvariant()} covariances", SegmentationCharts.Criterion(choice).Title);
        Assert.Equal(choice.Candidates.Take(4).Select(each => each.Model!.Bic), TraceReader.Numbers(SegmentationCharts.Criterion(choice).Traces[0]["y"]));
        Says("SegmentationCharts.Criterion needs a kind and a value for each number of components. Got 1, 1 and 0.", () => SegmentationCharts.Criterion([1], ["full"], []));
        Says("SegmentationCharts.Criterion needs at least one finite value. Got 1 values, none finite.", () => SegmentationCharts.Criterion([1], ["full"], [double.NaN]));
        Says("SegmentationCharts.Criterion needs each mixture once. 1 components of kind 'full' occur 2 times.", () => SegmentationCharts.Criterion([1, 1], ["full", "full"], [1, 2]));
    }

    private static void Says(string message, Action act) => Assert.Equal(message, Assert.Throws<ArgumentException>(act).Message);
}
