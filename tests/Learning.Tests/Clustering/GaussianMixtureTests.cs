using System.Collections.Immutable;
using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class GaussianMixtureTests
{
    /// <summary>A run that has settled to the last digits.</summary>
    private static readonly GaussianMixtureOptions Settled = new() { Tolerance = 1e-12, MaxIterations = 5_000, Restarts = 12 };

    // scikit-learn 1.2.1, GaussianMixture(k, tol=1e-12, max_iter=5000), best of 12 starts: score(X)·150, aic(X), bic(X).
    // mclust publishes the same for VVV: BIC −574.018 and −580.839 for k = 2 and 3.
    [Theory]
    [InlineData(CovarianceKind.Full, 1, -379.9146301960234, 787.8292603920468, 829.9781545093944)]
    [InlineData(CovarianceKind.Full, 2, -214.35470459597724, 486.7094091919545, 574.0178327207459)]
    [InlineData(CovarianceKind.Full, 3, -180.18547758488393, 448.37095516976785, 580.8389081100031)]
    [InlineData(CovarianceKind.Tied, 1, -379.91463019602327, 787.8292603920465, 829.9781545093941)]
    [InlineData(CovarianceKind.Tied, 3, -256.3540432268982, 560.7080864537965, 632.9633335121066)]
    [InlineData(CovarianceKind.Diagonal, 1, -741.0175351865898, 1498.0350703731797, 1522.1201527259498)]
    [InlineData(CovarianceKind.Diagonal, 2, -386.18534705882934, 806.3706941176587, 857.5514941172951)]
    [InlineData(CovarianceKind.Diagonal, 3, -306.860460646167, 665.720921292334, 743.9974389388366)]
    [InlineData(CovarianceKind.Spherical, 1, -889.5161307079368, 1789.0322614158736, 1804.0854378863548)]
    [InlineData(CovarianceKind.Spherical, 2, -478.55909577860695, 979.1181915572139, 1012.2351797922727)]
    [InlineData(CovarianceKind.Spherical, 3, -384.31409507353544, 802.6281901470709, 853.8089901467072)]
    public void Iris_settles_where_scikit_learn_does(CovarianceKind kind, int components, double logLikelihood, double aic, double bic)
    {
        var model = GaussianMixture.Fit(Samples.Iris, Settled with { Components = components, Covariance = kind });
        Assert.True(model.Converged);
        Assert.Equal(logLikelihood, model.LogLikelihood, 1e-7);
        Assert.Equal(aic, model.Aic, 1e-6);
        Assert.Equal(bic, model.Bic, 1e-6);
        Assert.Equal(logLikelihood, model.ScoreRows(Samples.Iris).Sum(), 1e-7);
    }

    // The same settings of scikit-learn 1.2.1. R's mclust 6.0.0 stops a little earlier: BIC −2314.3163 for EEE, 3 (its best model of all,
    // log-likelihood −1126.326236) and −2322.1920 for VVV, 2.
    [Theory]
    [InlineData(CovarianceKind.Full, 2, -1130.2639601930969, 2322.1917431154498)]
    [InlineData(CovarianceKind.Tied, 3, -1126.3159278429212, 2314.2956784150983)]
    [InlineData(CovarianceKind.Diagonal, 2, -1147.8063525443158, 2346.0649236852955)]
    [InlineData(CovarianceKind.Diagonal, 3, -1127.0075192143404, 2332.496267356825)]
    [InlineData(CovarianceKind.Spherical, 2, -1709.5292821774165, 3458.2991788189047)]
    [InlineData(CovarianceKind.Spherical, 3, -1637.4344179988534, 3336.532658726963)]
    public void Faithful_settles_where_scikit_learn_does(CovarianceKind kind, int components, double logLikelihood, double bic)
    {
        var model = GaussianMixture.Fit(Samples.Faithful, Settled with { Components = components, Covariance = kind });
        Assert.Equal(logLikelihood, model.LogLikelihood, 1e-6); // runs stop within 1e-12 a row and pass of the optimum
        Assert.Equal(bic, model.Bic, 2e-6);
    }

    // scikit-learn 1.2.1 with its defaults, started from the same labels (_initialize_parameters overridden): passes, score(X)·n,
    // weights_[0], means_[1, 0], first covariance.
    [Theory]
    [InlineData(CovarianceKind.Full, 7, -180.19737165135123, 0.33333333333333315, 5.917160217815091, 0.12176499999999985)]
    [InlineData(CovarianceKind.Tied, 3, -256.3545981745363, 0.33333333333387566, 5.941806820134469, 0.263762886991912)]
    [InlineData(CovarianceKind.Diagonal, 3, -307.0228219168185, 0.3333333333317021, 5.875209323974217, 0.12176500000060284)]
    [InlineData(CovarianceKind.Spherical, 9, -384.4273886035293, 0.3333333338266444, 5.89117943734836, 0.07575600135509238)]
    public void A_run_takes_scikit_learns_steps_from_the_species(CovarianceKind kind, int passes, double logLikelihood, double weight,
        double mean, double variance) =>
        AssertRun(Samples.Iris, [.. Samples.IrisSpecies], kind, passes, logLikelihood, weight, mean, variance);

    [Theory]
    [InlineData(CovarianceKind.Full, 2, -1289.53940595745, 0.33490705158892786, 3.5341629392698684, 1.3420871232341778)]
    [InlineData(CovarianceKind.Tied, 2, -1289.7930830223845, 0.3345817096601311, 3.533606618666386, 1.2968193662893495)]
    [InlineData(CovarianceKind.Diagonal, 15, -1127.4471107171803, 0.32528114156880916, 4.330904819670847, 0.04170557924723925)]
    [InlineData(CovarianceKind.Spherical, 12, -1663.5994814480207, 0.3295644682277855, 4.355553408941396, 12.693363596921554)]
    public void A_run_takes_scikit_learns_steps_from_arbitrary_labels(CovarianceKind kind, int passes, double logLikelihood, double weight,
        double mean, double variance) =>
        AssertRun(Samples.Faithful, [.. Enumerable.Range(0, 272).Select(i => i % 3)], kind, passes, logLikelihood, weight, mean, variance);

    private static void AssertRun(Matrix rows, ImmutableArray<int> labels, CovarianceKind kind, int passes, double logLikelihood,
        double weight, double mean, double variance)
    {
        var options = new GaussianMixtureOptions { Covariance = kind };
        // Centres far from the means, so that sums about them must be taken again.
        var run = new MixtureDescent(new MixturePanels(rows), options, default)
            .Run(labels, Matrix.Create(3, rows.Columns, (_, _) => 1e5), _ => { });
        Assert.True(run.Converged);
        Assert.Equal(passes, run.Iterations);
        Assert.Equal(logLikelihood, run.LogLikelihood, 1e-8);
        Assert.Equal(weight, run.Mixture!.Weights[0], 1e-10);
        Assert.Equal(mean, run.Mixture.Means[1, 0], 1e-10);
        Assert.Equal(variance, run.Mixture.Covariances[0][0, 0], 1e-9);
    }

    [Fact]
    public void Probabilities_and_densities_equal_their_definition()
    {
        // Two normal distributions in two dimensions; by hand with Σ⁻¹ = [[2, −1], [−1, 2]]/3 and det 3, and Σ = 4·I and det 16.
        var model = new GaussianMixtureModel([0.25, 0.75], Matrix.FromRows([[0, 0], [1, 3]]),
            [Matrix.FromRows([[2, 1], [1, 2]]), Matrix.FromRows([[4, 0], [0, 4]])], CovarianceKind.Full, 1, [0], 0, true, 1, "");
        var first = 0.25 * Math.Exp(-0.5 * (2.0 - 2 + 2) / 3) / (2 * Math.PI * Math.Sqrt(3)); // at (1, 1)
        var second = 0.75 * Math.Exp(-0.5 * 4 / 4) / (2 * Math.PI * 4);
        var point = Matrix.FromRows([[1, 1]]);
        Assert.Equal(Math.Log(first + second), model.ScoreRows(point)[0], 1e-14);
        Assert.Equal(first / (first + second), model.PredictProbabilities(point)[0, 0], 1e-14);
        Assert.Equal(second / (first + second), model.PredictProbabilities(point)[0, 1], 1e-14);
        Assert.Equal(first > second ? 0 : 1, model.Predict(point)[0]);
        Assert.True(double.IsFinite(model.ScoreRows(Matrix.FromRows([[-1e6, 1e6]]))[0]));
        Assert.Equal(1, model.PredictProbabilities(Matrix.FromRows([[1e140, 0]])).Row(0).ToArray().Sum(), 1e-12);
    }

    [Theory]
    [InlineData(CovarianceKind.Full)]
    [InlineData(CovarianceKind.Tied)]
    [InlineData(CovarianceKind.Diagonal)]
    [InlineData(CovarianceKind.Spherical)]
    public void A_planted_mixture_is_recovered_from_its_own_draws(CovarianceKind kind)
    {
        Matrix wide = Matrix.FromRows([[3, 0, 0], [0, 1, 0], [0, 0, 0.5]]), slanted = Matrix.FromRows([[2, 0.9, 0], [0.9, 1, 0.3], [0, 0.3, 1]]);
        ImmutableArray<Matrix> shapes = kind switch
        {
            CovarianceKind.Full => [wide, slanted, Matrix.Identity(3)],
            CovarianceKind.Tied => [slanted, slanted, slanted],
            CovarianceKind.Diagonal => [wide, Matrix.Identity(3), 2 * Matrix.Identity(3)],
            _ => [Matrix.Identity(3), 2 * Matrix.Identity(3), 0.5 * Matrix.Identity(3)],
        };
        var truth = new GaussianMixtureModel([0.2, 0.3, 0.5], Matrix.FromRows([[0, 0, 0], [5, 0, 2], [-2, 6, 1]], ["a", "b", "c"]), shapes,
            kind, 1, [0], 0, true, 1, "");
        var (rows, labels) = truth.Sample(20_000, seed: 3);
        var model = GaussianMixture.Fit(rows, new() { Covariance = kind, Tolerance = 1e-6 });
        var order = Enumerable.Range(0, 3).OrderBy(c => model.Weights[c]).ToArray();
        for (var c = 0; c < 3; c++)
        {
            // Four standard errors: √(w(1 − w)/n) ≤ 0.0036, σ/√(nw) ≤ 0.028, σ²·√(2/(nw)) ≤ 0.067.
            Assert.Equal(truth.Weights[c], model.Weights[order[c]], 0.015);
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(truth.Means[c, i], model.Means[order[c], i], 0.11);
                for (var j = 0; j < 3; j++) Assert.Equal(shapes[c][i, j], model.Covariances[order[c]][i, j], 0.27);
            }
        }
        Assert.True(AdjustedRand.Compute(labels, model.Labels) > 0.9);
        Assert.True(model.LogLikelihood >= truth.ScoreRows(rows).Sum()); // the maximum is above the truth
        Assert.Equal(["a", "b", "c"], model.ColumnNames.ToArray());
    }

    [Fact]
    public void The_seed_decides_and_the_number_of_threads_does_not()
    {
        var (rows, _) = Samples.Groups(5_000, 6, 5, noise: 3, seed: 4);
        var options = new GaussianMixtureOptions { Components = 5, Restarts = 2, MaxIterations = 8 };
        var one = GaussianMixture.Fit(rows, options with { Threads = 1 });
        var three = GaussianMixture.Fit(rows, options with { Threads = 3 });
        Assert.Equal(one.LogLikelihood, three.LogLikelihood);
        Assert.Equal(one.Means, three.Means);
        Assert.Equal(one.Covariances.AsSpan(), three.Covariances.AsSpan());
        Assert.Equal(one.Labels.AsSpan(), three.Labels.AsSpan());
        Assert.Equal(one.Labels.AsSpan(), one.Predict(rows, threads: 2).AsSpan());
    }

    [Fact]
    public void Data_far_from_the_origin_lose_few_digits()
    {
        var far = Samples.Iris.Map(x => x + 1e6);
        var near = GaussianMixture.Fit(Samples.Iris, Settled with { Restarts = 1 });
        // 1e6 + x keeps x to 1e-10; rows' densities follow to about 1e-9 a standard deviation.
        Assert.Equal(near.LogLikelihood, GaussianMixture.Fit(far, Settled with { Restarts = 1 }).LogLikelihood, 1e-5);
    }
}
