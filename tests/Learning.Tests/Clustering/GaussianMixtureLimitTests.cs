using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class GaussianMixtureLimitTests
{
    private static readonly CovarianceKind[] Kinds = Enum.GetValues<CovarianceKind>();

    public static TheoryData<CovarianceKind> AllKinds => new(Kinds);

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void One_component_is_the_mean_and_the_covariance(CovarianceKind kind)
    {
        var model = GaussianMixture.Fit(Samples.Iris, new() { Components = 1, Covariance = kind, Regularization = 0 });
        Assert.Equal([1.0], model.Weights.ToArray());
        Assert.Equal(5.843333333333334, model.Means[0, 0], 1e-12);
        var variances = Enumerable.Range(0, 4).Select(j => Moments.Of(Samples.Iris.Column(j)).Variance).ToArray();
        for (var j = 0; j < 4; j++)
            Assert.Equal(kind == CovarianceKind.Spherical ? variances.Average() : variances[j], model.Covariances[0][j, j], 1e-12);
        Assert.True(model.Converged);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void One_row_is_a_point_of_the_least_width(CovarianceKind kind)
    {
        var model = GaussianMixture.Fit(Matrix.FromRows([[3, -1]]), new() { Components = 1, Covariance = kind });
        Assert.Equal([3, -1], model.Means.Row(0).ToArray());
        Assert.Equal(1e-6 * Matrix.Identity(2), model.Covariances[0]);
        Assert.Equal(-Math.Log(2 * Math.PI * 1e-6), model.LogLikelihood, 1e-9);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void A_component_a_row_puts_each_row_on_its_own(CovarianceKind kind)
    {
        var rows = Matrix.FromRows([[0, 1], [4, 4], [9, -3], [20, 0]]);
        var model = GaussianMixture.Fit(rows, new() { Components = 4, Covariance = kind });
        Assert.Equal([1, 1, 1, 1], model.Sizes.ToArray());
        Assert.All(model.Weights, weight => Assert.Equal(0.25, weight, 1e-9));
        Assert.All(model.Covariances, covariance => Assert.Equal(1e-6, covariance[0, 0], 1e-12));
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Constant_columns_and_duplicate_rows_keep_the_least_width(CovarianceKind kind)
    {
        // Two distinct rows, forty times each, and a column that never changes: three components are one too many.
        var rows = Matrix.Create(80, 3, (i, j) => j == 2 ? 7 : 10 * (i % 2) + j);
        var model = GaussianMixture.Fit(rows, new() { Components = 3, Covariance = kind });
        Assert.True(double.IsFinite(model.LogLikelihood));
        Assert.Equal(1, model.Weights.Sum(), 1e-12);
        for (var i = 2; i < 80; i++) Assert.Equal(model.Labels[i % 2], model.Labels[i]);
        Assert.NotEqual(model.Labels[0], model.Labels[1]);
        Assert.All(model.Labels.Distinct(), label => Assert.Equal(7, model.Means[label, 2], 1e-9));
    }

    [Fact]
    public void Without_regularization_a_singular_covariance_is_an_error() => Assert.Equal(
        "GaussianMixture.Fit needs covariances that are positive definite: that of component 0 became singular. Got 80 rows, 2 columns, "
        + "1 components and Regularization 0. Raise Regularization, lower Components, or drop columns that are constant or depend on others.",
        Error(() => GaussianMixture.Fit(Matrix.Create(80, 2, (i, j) => j == 1 ? 7 : i), new() { Components = 1, Regularization = 0 })));

    [Fact]
    public void Runs_that_do_not_settle_say_so()
    {
        var model = GaussianMixture.Fit(Samples.Faithful, new() { Components = 4, Tolerance = 0, MaxIterations = 3 });
        Assert.False(model.Converged);
        Assert.Equal("MaxIterations (3) ended the best run before it settled. Raise MaxIterations or Tolerance.", model.Reason);
        Assert.Equal("The mean log-likelihood changed by no more than the tolerance in pass 2.",
            GaussianMixture.Fit(Samples.Faithful, new() { Components = 1 }).Reason);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var model = GaussianMixture.Fit(Samples.Iris);
        Assert.Equal("GaussianMixtureOptions.Components must be in [1, 150] for 150 rows. Got 151.",
            Error(() => GaussianMixture.Fit(Samples.Iris, new() { Components = 151 })));
        Assert.Equal("GaussianMixtureOptions.Covariance must be Full, Tied, Diagonal or Spherical. Got 9.",
            Error(() => GaussianMixture.Fit(Samples.Iris, new() { Covariance = (CovarianceKind)9 })));
        Assert.Equal("Row 1, feature 'x0' is 2E+150. GaussianMixture.Fit needs values up to 1E+150 in size, whose squares are finite: rescale the column.",
            Error(() => GaussianMixture.Fit(Matrix.FromRows([[1], [2e150], [3]]))));
        Assert.Equal("GaussianMixtureModel.Predict needs the 4 columns that the model was fitted on. Got 2.",
            Error(() => model.Predict(Samples.Faithful)));
        Assert.Equal("Row 0, feature 'x1' is NaN. Drop or impute missing values before GaussianMixtureModel.ScoreRows, e.g. frame.FillMissing(\"x1\", Fill.Median).",
            Error(() => model.ScoreRows(Matrix.FromRows([[1, double.NaN, 2, 3]]))));
        Assert.Equal("GaussianMixtureModel.Sample needs a count ≥ 0. Got -1.", Error(() => model.Sample(-1)));
        Assert.Empty(model.Predict(Matrix.Zeros(0, 4)));
        Assert.Equal(0, model.Sample(0).Rows.Rows);
    }

    [Fact]
    public void Progress_rises_to_one_and_a_token_stops_the_climb()
    {
        var told = new List<double>();
        GaussianMixture.Fit(Samples.Iris, progress: new Told(told.Add));
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            GaussianMixture.Fit(Samples.Iris, progress: new Told(_ => source.Cancel()), cancellationToken: source.Token));
    }

    private static string Error(Action action) => Assert.Throws<ArgumentException>(action).Message;

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
