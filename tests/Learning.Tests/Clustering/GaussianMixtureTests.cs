using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class GaussianMixtureTests
{
    /// <summary>A run that has settled to the last digits.</summary>
    private static readonly GaussianMixtureOptions Settled = new() { Tolerance = 1e-12, MaxIterations = 5_000, Restarts = 12 };

    // scikit-learn 1.2.1, GaussianMixture(k, tol=1e-12, max_iter=5000), best of 12 starts: score(X)·150, aic(X), bic(X).
    // mclust reports the same for VVV: BIC −574.018 and −580.839 for k = 2 and 3.
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
        Assert.Equal(logLikelihood, model.LogLikelihood, 1e-6);
        Assert.Equal(aic, model.Aic, 2e-6);
        Assert.Equal(bic, model.Bic, 2e-6);
        Assert.Equal(logLikelihood, model.ScoreRows(Samples.Iris).Sum(), 1e-6);
    }
}
