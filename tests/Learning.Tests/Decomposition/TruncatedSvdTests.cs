using MarketingNotebooks.Learning.Decomposition;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Learning.Tests.Decomposition;

/// <summary>Expected values: scikit-learn 1.2.1, <c>TruncatedSVD(2, algorithm='arpack').fit(load_iris().data)</c>, each component turned
/// so that its element of largest magnitude is positive.</summary>
public class TruncatedSvdTests
{
    [Theory]
    [InlineData(TruncatedSvdAlgorithm.Exact)]
    [InlineData(TruncatedSvdAlgorithm.Randomized)]
    public void Iris_has_scikit_learns_components(TruncatedSvdAlgorithm algorithm)
    {
        var model = TruncatedSvd.Fit(Samples.Iris, new() { Algorithm = algorithm });
        Near([95.95991387196457, 17.76103365732857], model.SingularValues);
        Near([2.4018477794339654, 2.037097115542582], model.ExplainedVariance);
        Near([0.5287536135475978, 0.44845575569504653], model.ExplainedVarianceRatio);
        Near([0.7511081623657752, 0.3800861722746431, 0.5130088591504667, 0.16790753558508226], model.Components.Row(0).ToArray());
        Near([-0.2841749021941671, -0.5467445011085994, 0.7086645549289332, 0.34367080768930797], model.Components.Row(1).ToArray());
        Near([5.912747140954374, -2.302033216631982], model.Scores.Row(0).ToArray());
        Near([8.490375420502533, 0.9159312577069293], model.Scores.Row(149).ToArray());
        Assert.Equal(["SV1", "SV2"], model.Scores.ColumnNames.ToArray());
        Assert.Equal(model.Scores, model.Transform(Samples.Iris));
    }

    [Fact]
    public void The_cut_loses_the_other_singular_values_and_nothing_else()
    {
        var all = TruncatedSvd.Fit(Samples.Iris, new() { Components = 4 });
        Near(Samples.Iris.Span.ToArray(), all.Inverse(all.Scores).Span.ToArray());
        var two = TruncatedSvd.Fit(Samples.Iris);
        var lost = (Samples.Iris - two.Inverse(two.Scores)).Span.ToArray().Sum(x => x * x);
        Assert.Equal(all.SingularValues.Skip(2).Sum(s => s * s), lost, 1e-10);
    }

    [Fact]
    public void Randomized_finds_a_planted_low_rank()
    {
        var rng = new Rng(8);
        var left = Matrix.Create(400, 3, (_, _) => rng.NextNormal());
        var right = Matrix.Create(3, 120, (_, _) => rng.NextNormal());
        var rows = left * right;
        var exact = TruncatedSvd.Fit(rows, new() { Components = 3 });
        var random = TruncatedSvd.Fit(rows, new() { Components = 3, Algorithm = TruncatedSvdAlgorithm.Randomized, Seed = 1 });
        Near(exact.SingularValues, random.SingularValues);
        Near(rows.Span.ToArray(), random.Inverse(random.Scores).Span.ToArray());
    }

    [Fact]
    public void Sparse_rows_give_the_model_of_the_dense_ones()
    {
        var rng = new Rng(5);
        var rows = Matrix.Create(300, 80, (i, j) => i % 3 == j % 3 && rng.NextBool(0.4) ? 1 + i % 3 + rng.Next(0, 2) : 0);
        var sparse = CsrMatrix.FromDense(rows);
        var options = new TruncatedSvdOptions { Components = 3, Algorithm = TruncatedSvdAlgorithm.Randomized };
        var (expected, model) = (TruncatedSvd.Fit(rows, options), TruncatedSvd.FitSparse(sparse, options));
        Near(expected.SingularValues, model.SingularValues);
        Near(expected.Components.Span.ToArray(), model.Components.Span.ToArray());
        Near(expected.ExplainedVariance, model.ExplainedVariance);
        Near(expected.ExplainedVarianceRatio, model.ExplainedVarianceRatio);
        Near(expected.Scores.Span.ToArray(), model.Transform(sparse).Span.ToArray());
        var exact = TruncatedSvd.Fit(rows, new() { Components = 3 });
        // The third stands out little from the noise; the iteration goes on until it fits.
        for (var c = 0; c < 3; c++) Assert.Equal(exact.SingularValues[c], model.SingularValues[c], 1e-10 * exact.SingularValues[0]);
        Assert.True(model.Converged);
        Assert.Equal(["SV1", "SV2", "SV3"], model.Scores.ColumnNames.ToArray());
        Assert.Equal(model.Scores, TruncatedSvd.FitSparse(sparse, options with { Threads = 1 }).Scores);
        Assert.Equal("Row 2, feature 'x0' is NaN. TruncatedSvd.FitSparse needs values that are finite and up to 1E+150 in size: "
            + "drop, impute or rescale the others first.",
            Assert.Throws<ArgumentException>(() => TruncatedSvd.FitSparse(CsrMatrix.FromEntries(3, 3, [(2, 0, double.NaN)]))).Message);
        Assert.Equal("TruncatedSvdModel.Transform needs the 80 columns that the model was fitted on. Got 2.",
            Assert.Throws<ArgumentException>(() => model.Transform(CsrMatrix.FromEntries(1, 2, []))).Message);
        Assert.Throws<OperationCanceledException>(() => TruncatedSvd.FitSparse(sparse, options, new CancellationToken(true)));
    }

    [Fact]
    public void What_did_not_converge_says_how_far_off_it_is()
    {
        var rng = new Rng(9);
        var noise = Matrix.Create(300, 100, (_, _) => rng.NextNormal());
        var options = new TruncatedSvdOptions { Algorithm = TruncatedSvdAlgorithm.Randomized, MaxPasses = 6 };
        var model = TruncatedSvd.Fit(noise, options);
        Assert.False(model.Converged);
        Assert.Matches("^After 6 passes the largest residual is \\d\\.\\de-\\d of the largest singular value\\. "
            + "Raise TruncatedSvdOptions\\.MaxPasses or Tolerance\\.$", model.Reason);
        Assert.False(TruncatedSvd.FitSparse(CsrMatrix.FromDense(noise), options).Converged);
        Assert.Equal((true, ""), (TruncatedSvd.Fit(noise).Converged, TruncatedSvd.Fit(noise).Reason));
        Assert.True(TruncatedSvd.Fit(noise, options with { MaxPasses = 300 }).Converged);
        Assert.Equal("TruncatedSvdOptions.Tolerance must be in [0, 1). Got 1.\nTruncatedSvdOptions.MaxPasses must be ≥ 4. Got 0.",
            Assert.Throws<ArgumentException>(() => TruncatedSvd.Fit(noise, new() { Tolerance = 1, MaxPasses = 0 })).Message);
    }

    [Fact]
    public void One_row_and_zeros()
    {
        var one = TruncatedSvd.Fit(Matrix.FromRows([[3, -4]]), new() { Components = 1 });
        Near([5], one.SingularValues);
        Near([-0.6, 0.8], one.Components.Row(0).ToArray());
        Assert.Equal([0, 0], TruncatedSvd.Fit(Matrix.Zeros(4, 3)).ExplainedVarianceRatio.ToArray());
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("TruncatedSvdOptions.Components must be in [1, 4] for 150 rows of 4 columns. Got 0.\n"
            + "TruncatedSvdOptions.Algorithm must be Exact or Randomized. Got 7.",
            Assert.Throws<ArgumentException>(() => TruncatedSvd.Fit(Samples.Iris, new() { Components = 0, Algorithm = (TruncatedSvdAlgorithm)7 })).Message);
        Assert.Equal("TruncatedSvdModel.Inverse needs scores of 2 components. Got 3 columns.",
            Assert.Throws<ArgumentException>(() => TruncatedSvd.Fit(Samples.Iris).Inverse(Matrix.Zeros(2, 3))).Message);
    }

    private static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++) Assert.Equal(expected[i], actual[i], 1e-11);
    }
}
