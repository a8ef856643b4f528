using MarketingNotebooks.Learning.Preprocessing;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Preprocessing;

/// <summary>Reference values: rows 0, 77 and 149 of iris under scikit-learn 1.2.1's scalers.</summary>
public class ScalerTests
{
    private static readonly double[,] Standard =
    {
        { -0.9006811702978099, 1.0190043519716065, -1.3402265266227635, -1.3154442950077407 },
        { 1.0380047568006114, -0.1319794793216258, 0.7059208422669494, 0.659038469346772 },
        { 0.06866179325140129, -0.1319794793216258, 0.7627582691805523, 0.7906706536370729 },
    };

    private static readonly double[,] MinMax =
    {
        { -0.5555555555555558, 0.25, -0.864406779661017, -0.9166666666666665 },
        { 0.3333333333333335, -0.16666666666666652, 0.35593220338983045, 0.3333333333333335 },
        { -0.11111111111111072, -0.16666666666666652, 0.3898305084745761, 0.41666666666666674 },
    };

    private static readonly double[,] Robust =
    {
        { -0.5384615384615383, 1.0, -0.8428571428571429, -0.7333333333333334 },
        { 0.6923076923076922, 0.0, 0.18571428571428583, 0.2666666666666666 },
        { 0.07692307692307729, 0.0, 0.2142857142857143, 0.3333333333333333 },
    };

    [Fact]
    public void Iris_scales_as_in_scikit_learn()
    {
        Check(Standard, StandardScaler.Fit(Samples.Iris));
        Check(MinMax, MinMaxScaler.Fit(Samples.Iris, new() { Low = -1, High = 1 }));
        Check(Robust, RobustScaler.Fit(Samples.Iris));
        Assert.Equal(StandardScaler.Fit(Samples.Iris).Transform(Samples.Iris), Samples.Iris.Standardize());

        static void Check(double[,] expected, ScalerModel model)
        {
            var scaled = model.Transform(Samples.Iris);
            Assert.Equal(Samples.Iris.ColumnNames, scaled.ColumnNames);
            for (var i = 0; i < 3; i++)
                for (var j = 0; j < 4; j++) Assert.Equal(expected[i, j], scaled[((int[])[0, 77, 149])[i], j], 1e-12);
            var back = model.Inverse(scaled);
            for (var i = 0; i < 150; i++)
                for (var j = 0; j < 4; j++) Assert.Equal(Samples.Iris[i, j], back[i, j], 1e-12);
        }
    }

    [Fact]
    public void Test_rows_are_scaled_by_what_training_rows_showed()
    {
        var model = MinMaxScaler.Fit(Matrix.FromRows([[0], [10]]));
        Assert.Equal(Matrix.FromRows([[2], [-0.5]]), model.Transform(Matrix.FromRows([[20], [-5]])));
    }

    [Fact]
    public void Constant_columns_keep_scale_one()
    {
        // 0.1 cannot be written in binary: the deviation of equal values comes out of rounding, not of the data.
        var rows = Matrix.Create(1_000, 2, (_, j) => j == 0 ? 0.1 : 1e9 + 0.1);
        foreach (var model in (ScalerModel[])[StandardScaler.Fit(rows), MinMaxScaler.Fit(rows), RobustScaler.Fit(rows)])
        {
            Assert.Equal([1, 1], model.Scales.ToArray());
            Assert.All(model.Transform(rows).Span.ToArray(), v => Assert.Equal(0, v, 1e-6));
        }
    }

    [Fact]
    public void Small_spreads_on_a_large_mean_are_kept()
    {
        var rows = Matrix.Create(1_000, 1, (i, _) => 1e9 + i % 2);
        Assert.Equal(0.5, StandardScaler.Fit(rows).Scales[0], 1e-9);
    }

    [Fact]
    public void Centring_and_scaling_can_be_left_out()
    {
        var rows = Matrix.FromRows([[1], [3]]);
        Assert.Equal(Matrix.FromRows([[-1], [1]]), StandardScaler.Fit(rows, new() { Scale = false }).Transform(rows));
        Assert.Equal(Matrix.FromRows([[1], [3]]), StandardScaler.Fit(rows, new() { Center = false }).Transform(rows));
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("MinMaxScalerOptions.High must be finite and above Low (1). Got 1.",
            Assert.Throws<ArgumentException>(() => MinMaxScaler.Fit(Samples.Iris, new() { Low = 1, High = 1 })).Message);
        Assert.Equal("RobustScalerOptions.LowerQuantile must be in [0, UpperQuantile (2)). Got -1.\n"
            + "RobustScalerOptions.UpperQuantile must be at most 1. Got 2.",
            Assert.Throws<ArgumentException>(() => RobustScaler.Fit(Samples.Iris, new() { LowerQuantile = -1, UpperQuantile = 2 })).Message);
        Assert.Equal("ScalerModel.Transform needs the 4 columns that the model was fitted on. Got 1.",
            Assert.Throws<ArgumentException>(() => StandardScaler.Fit(Samples.Iris).Transform(Matrix.Zeros(2, 1))).Message);
    }
}
