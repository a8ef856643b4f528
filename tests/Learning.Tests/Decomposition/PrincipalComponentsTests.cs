using MarketingNotebooks.Learning.Decomposition;
using MarketingNotebooks.Learning.Preprocessing;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Decomposition;

/// <summary>Expected values: scikit-learn 1.2.1, <c>PCA().fit(load_iris().data)</c>, each component turned so that its element of largest
/// magnitude is positive.</summary>
public class PrincipalComponentsTests
{
    private static readonly double[][] IrisAxes =
    [
        [0.3613865917853683, -0.08452251406456845, 0.8566706059498354, 0.35828919715155055],
        [0.6565887712868418, 0.7301614347850269, -0.17337266279585628, -0.07548101991746375],
        [-0.5820298513060655, 0.5979108301000853, 0.07623607582096315, 0.5458314320200757],
        [0.31548719290397614, -0.31972310366612877, -0.47983898699463434, 0.7536574252640457],
    ];

    [Fact]
    public void Iris_has_scikit_learns_components()
    {
        var model = PrincipalComponents.Fit(Samples.Iris);
        Near([4.228241706034871, 0.2426707479286332, 0.07820950004291927, 0.023835092973449448], model.ExplainedVariance, 1e-12);
        Near([0.9246187232017272, 0.0530664831170677, 0.01710260980792971, 0.005212183873275369], model.ExplainedVarianceRatio, 1e-13);
        Near([25.099960442183885, 6.013147382308731, 3.4136806391920977, 1.8845235082226934], model.SingularValues, 1e-12);
        for (var c = 0; c < 4; c++) Near(IrisAxes[c], model.Components.Row(c).ToArray(), 1e-12);
        Near([-2.684125625969537, 0.3193972465850996, -0.02791482758941366, 0.002262437071316792], model.Scores.Row(0).ToArray(), 1e-12);
        Near([1.3901888619479135, -0.28266093799055014, 0.36290964808537557, -0.15503862823011155], model.Scores.Row(149).ToArray(), 1e-12);
        Assert.Equal(["PC1", "PC2", "PC3", "PC4"], model.Scores.ColumnNames.ToArray());
        Assert.Equal(Samples.Iris.ColumnNames, model.Components.ColumnNames);
        Assert.Equal(model.Scores, model.Transform(Samples.Iris));
    }

    [Fact]
    public void Whitened_scores_are_scikit_learns_and_have_unit_covariance()
    {
        var model = PrincipalComponents.Fit(Samples.Iris, new() { Whiten = true });
        Near([-1.305337863319855, 0.6483693157802362, -0.0998171567550144, 0.014654401400474682], model.Scores.Row(0).ToArray(), 1e-12);
        Near([0.676073482220368, -0.5737954253588188, 1.2976834306002578, -1.0042260708452164], model.Scores.Row(149).ToArray(), 1e-12);
        var covariance = Gemm.Multiply(model.Scores, model.Scores, transposeA: true) * (1.0 / 149);
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 4; j++) Assert.Equal(i == j ? 1 : 0, covariance[i, j], 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_components_give_the_rows_back_and_fewer_the_least_squares(bool whiten)
    {
        var all = PrincipalComponents.Fit(Samples.Iris, new() { Whiten = whiten });
        Near(Samples.Iris.Span.ToArray(), all.Inverse(all.Scores).Span.ToArray(), 1e-12);
        var two = PrincipalComponents.Fit(Samples.Iris, new() { Components = 2, Whiten = whiten });
        Assert.Equal((150, 2, 2), (two.Scores.Rows, two.Scores.Columns, two.ExplainedVariance.Length));
        var lost = (Samples.Iris - two.Inverse(two.Scores)).Span.ToArray().Sum(x => x * x);
        Assert.Equal(149 * (0.07820950004291927 + 0.023835092973449448), lost, 1e-10);
        Assert.Equal(Samples.Iris.ColumnNames, two.Inverse(two.Scores).ColumnNames);
    }

    [Fact]
    public void Loadings_of_standardised_columns_are_correlations_with_the_scores()
    {
        var model = PrincipalComponents.Fit(Samples.Iris.Standardize());
        for (var j = 0; j < 4; j++)
        {
            var column = Samples.Iris.Standardize().Column(j);
            for (var c = 0; c < 4; c++)
            {
                var score = model.Scores.Column(c);
                var correlation = column.Zip(score, (x, s) => x * s).Sum() / Math.Sqrt(column.Sum(x => x * x) * score.Sum(s => s * s));
                Assert.Equal(correlation, model.Loadings[j, c] * Math.Sqrt(149.0 / 150), 1e-10);
            }
        }
    }

    [Fact]
    public void Wide_constant_and_equal_rows()
    {
        var (rows, _) = Samples.Groups(5, 12, 2, noise: 1, seed: 9);
        var wide = PrincipalComponents.Fit(rows, new() { Whiten = true });
        Assert.Equal(5, wide.Components.Rows);
        Assert.Equal(0, wide.ExplainedVariance[4], 1e-20); // five centred rows span four directions
        Assert.All(wide.Scores.Column(4), score => Assert.Equal(0, score));
        Near(rows.Span.ToArray(), wide.Inverse(wide.Scores).Span.ToArray(), 1e-12);
        var constant = PrincipalComponents.Fit(Matrix.Create(7, 2, (_, _) => 0.1));
        Assert.Equal([0, 0], constant.ExplainedVarianceRatio.ToArray());
        Assert.All(constant.Scores.Span.ToArray(), score => Assert.Equal(0, score));
    }

    [Fact]
    public void Digits_survive_far_from_the_origin()
    {
        var rows = Matrix.Create(50, 2, (i, j) => 1e8 + (j == 0 ? i % 5 : 0.001 * (i % 7)));
        var model = PrincipalComponents.Fit(rows);
        Assert.Equal(Moments.Of(Enumerable.Range(0, 50).Select(i => i % 5.0).ToArray()).Variance * 50 / 49, model.ExplainedVariance[0], 1e-7);
        Assert.InRange(model.ExplainedVariance[1], 3.9e-6, 4.3e-6);
    }

    /// <summary>Centred rows, their transpose for QR and a copy, and scores: four times the rows and a little, without left vectors.</summary>
    [Fact]
    public void Tall_rows_are_reduced_before_they_are_decomposed()
    {
        const int n = 40_000, d = 8;
        var rng = new Rng(3);
        var rows = Matrix.Create(n, d, (_, j) => (j + 1) * rng.NextNormal());
        var options = new PrincipalComponentsOptions { Threads = 1 };
        PrincipalComponents.Fit(rows, options);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var model = PrincipalComponents.Fit(rows, options);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 7L * 8 * n * d);
        Near([.. Enumerable.Range(0, d).Select(c => (double)(d - c))], [.. model.ExplainedVariance.Select(Math.Sqrt)], 0.15);
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "PrincipalComponents.Fit needs at least 2 rows and 1 column. Got 1 × 2.", () => PrincipalComponents.Fit(Matrix.Zeros(1, 2)) },
        {
            "PrincipalComponentsOptions.Components must be in [1, 4] for 150 rows of 4 columns, or null for all. Got 5.",
            () => PrincipalComponents.Fit(Samples.Iris, new() { Components = 5 })
        },
        {
            "Row 1, feature 'x0' is 1E+200. PrincipalComponents.Fit needs values up to 1E+150 in size, whose squares are finite: rescale the column.",
            () => PrincipalComponents.Fit(Matrix.FromRows([[1], [1e200]]))
        },
        {
            "PrincipalComponentsModel.Inverse needs scores of 4 components. Got 3 columns.",
            () => PrincipalComponents.Fit(Samples.Iris).Inverse(Matrix.Zeros(2, 3))
        },
        {
            "PrincipalComponentsModel.Transform needs the 4 columns that the model was fitted on. Got 3.",
            () => PrincipalComponents.Fit(Samples.Iris).Transform(Matrix.Zeros(2, 3))
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string message, Action action) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);

    private static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
