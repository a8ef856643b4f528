using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Evaluation;

public class SampledSilhouetteTests
{
    [Fact]
    public void Drawn_rows_have_their_exact_silhouettes()
    {
        var exact = Silhouette.Score(Samples.Iris, Samples.IrisSpecies);
        var sampled = Silhouette.Sample(Samples.Iris, Samples.IrisSpecies, size: 37, seed: 5);
        Assert.Equal(37, sampled.Rows.Distinct().Count());
        for (var i = 0; i < 37; i++) Assert.Equal(exact.Values[sampled.Rows[i]], sampled.Values[i]);
        Assert.Equal(sampled.Values.Average(), sampled.Mean, 1e-12);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(9_999)]
    public void All_rows_give_the_exact_score_without_error(int size)
    {
        var sampled = Silhouette.Sample(Samples.Iris, Samples.IrisSpecies, size);
        Assert.Equal(0.503477440693296, sampled.Mean, 1e-12);
        Assert.Equal(0, sampled.StandardError);
    }

    [Fact]
    public void The_standard_error_is_that_of_many_samples_and_the_mean_is_not_biased()
    {
        var (rows, labels) = Samples.Groups(1_500, 3, 4, noise: 4, seed: 2);
        var exact = Silhouette.Score(rows, labels).Mean;
        var draws = Enumerable.Range(0, 300).Select(seed => Silhouette.Sample(rows, labels, size: 200, seed)).ToArray();
        var means = Moments.Of([.. draws.Select(draw => draw.Mean)]);
        Assert.Equal(exact, means.Mean, 4 * means.StdDev / Math.Sqrt(300));
        // A deviation of 300 draws has a relative error of 1/√600 = 4 %.
        Assert.Equal(means.StdDev, draws.Average(draw => draw.StandardError), 0.16 * means.StdDev);
    }

    [Fact]
    public void The_seed_decides_and_the_number_of_threads_does_not()
    {
        var (rows, labels) = Samples.Groups(3_000, 5, 6, noise: 3, seed: 1);
        var one = Silhouette.Sample(rows, labels, 500, threads: 1);
        Assert.Equal(one.Values.AsSpan(), Silhouette.Sample(rows, labels, 500, threads: 3).Values.AsSpan());
        Assert.NotEqual(one.Mean, Silhouette.Sample(rows, labels, 500, seed: 1).Mean);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("Silhouette.Sample needs a size ≥ 2. Got 1.",
            Assert.Throws<ArgumentException>(() => Silhouette.Sample(Samples.Iris, Samples.IrisSpecies, 1)).Message);
        Assert.Equal("Silhouette.Sample needs between 2 and 149 distinct labels for 150 rows. Got 1.",
            Assert.Throws<ArgumentException>(() => Silhouette.Sample(Samples.Iris, new int[150])).Message);
        Assert.Throws<OperationCanceledException>(() => Silhouette.Sample(Samples.Iris, Samples.IrisSpecies, cancellationToken: new CancellationToken(true)));
    }
}
