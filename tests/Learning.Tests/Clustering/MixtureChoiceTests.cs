using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class MixtureChoiceTests
{
    [Fact]
    public void Faithful_is_three_components_of_one_shape_as_mclust_publishes()
    {
        // mclust: EEE, 3, BIC −2314.316 (Scrucca et al. 2016, R Journal 8(1)); next among these shapes EEE, 4, settled.
        var choice = GaussianMixture.Choose(Samples.Faithful, Enumerable.Range(1, 5), [CovarianceKind.Full, CovarianceKind.Tied],
            options: new() { Tolerance = 1e-9, MaxIterations = 3_000 });
        Assert.Equal((3, CovarianceKind.Tied), (choice.Best.Components, choice.Best.Kind));
        Assert.Equal(2314.29568, choice.Model.Bic, 1e-4);
        Assert.Equal(2322.19174, choice.Candidates.Single(each => each is { Components: 2, Kind: CovarianceKind.Full }).Model!.Bic, 1e-4);
        Assert.Equal("BIC is lowest for 3 components, Tied: 2,314.3. Next is 4 components, Tied with 5.8 more.", choice.Reason);
        Assert.Equal(10, choice.Candidates.Length);
    }

    [Fact]
    public void A_component_on_a_repeated_value_wins_unless_it_is_kept_wide()
    {
        // Waiting is recorded in whole minutes: a component of the 14 rows at 83. scikit-learn 1.2.1 finds the same: 2220.6 for diag, 5.
        var options = new GaussianMixtureOptions { Tolerance = 1e-7, MaxIterations = 2_000 };
        CovarianceKind[] axes = [CovarianceKind.Diagonal];
        var narrow = GaussianMixture.Choose(Samples.Faithful, [3, 4, 5], axes, options: options);
        Assert.Equal(5, narrow.Best.Components);
        Assert.InRange(narrow.Model.Bic, 2220, 2222);
        Assert.True(narrow.Model.Covariances.Min(covariance => covariance[1, 1]) < 1e-5);
        Assert.Matches(@" Component \d is as narrow as Regularization \(1E-06\) allows, on repeated values or a constant column\. Raise Regularization, "
            + @"lower Components, or drop the column\.$", narrow.Reason);
        Assert.NotEqual(5, GaussianMixture.Choose(Samples.Faithful, [3, 4, 5], axes, options: options with { Regularization = 0.01 }).Best.Components);
    }

    [Fact]
    public void Planted_components_are_counted()
    {
        var truth = new GaussianMixtureModel([0.1, 0.2, 0.3, 0.4], Matrix.FromRows([[0, 0], [6, 0], [0, 7], [7, 7]]),
            [Matrix.FromRows([[2, 1.5], [1.5, 2]]), Matrix.Identity(2), 0.3 * Matrix.Identity(2), Matrix.FromRows([[1, -0.8], [-0.8, 1]])],
            CovarianceKind.Full, 1, [0], 0, true, 1, "");
        var choice = GaussianMixture.Choose(truth.Sample(2_000, seed: 8).Rows, Enumerable.Range(1, 6), options: new() { Restarts = 3 });
        Assert.Equal((4, CovarianceKind.Full), (choice.Best.Components, choice.Best.Kind));
    }

    [Fact]
    public void The_table_has_a_row_a_candidate_also_where_one_is_singular()
    {
        // 12 distinct values: without regularisation, components that shrink onto one of them are singular.
        var rows = Matrix.Create(48, 1, (i, _) => Math.Pow(i % 12, 2));
        var choice = GaussianMixture.Choose(rows, [1, 12], [CovarianceKind.Diagonal], options: new() { Regularization = 0 });
        var table = choice.Tidy();
        Assert.Equal([1L, 12L], table.Column<long>("components").Span.ToArray());
        Assert.Equal([false, true], [table["bic"].IsNull(0), table["bic"].IsNull(1)]);
        Assert.Equal(choice.Model.LogLikelihood, table.Column<double>("log_likelihood").Span[0]);
        Assert.Equal(2, table.Column<long>("parameters").Span[0]);
        Assert.Equal([true, false], table.Column<bool>("best").Span.ToArray());
        Assert.Null(choice.Candidates[1].Model);
        Assert.Equal($"BIC is lowest for 1 component, Diagonal: {choice.Model.Bic:N1}.", choice.Reason);
    }

    [Fact]
    public void Akaike_takes_no_fewer_components_than_schwarz()
    {
        var (byBic, byAic) = (GaussianMixture.Choose(Samples.Iris, [1, 2, 3, 4], [CovarianceKind.Full]),
            GaussianMixture.Choose(Samples.Iris, [1, 2, 3, 4], [CovarianceKind.Full], MixtureCriterion.Aic));
        Assert.Equal(2, byBic.Best.Components);
        Assert.True(byAic.Best.Components > 2);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("GaussianMixture.Choose needs at least one number of components and one kind of covariance. Got 0 and 4.",
            Assert.Throws<ArgumentException>(() => GaussianMixture.Choose(Samples.Iris, [])).Message);
        Assert.Equal("GaussianMixtureOptions.Components must be in [1, 150] for 150 rows. Got 0.",
            Assert.Throws<ArgumentException>(() => GaussianMixture.Choose(Samples.Iris, [0])).Message);
    }
}
