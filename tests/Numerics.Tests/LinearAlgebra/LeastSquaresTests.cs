using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

public class LeastSquaresTests
{
    [Fact]
    public void Longley_to_twelve_digits()
    {
        var fit = LeastSquares.Solve(Nist.Longley.X, Nist.Longley.Y);
        Assert.True(Nist.Digits(fit.Coefficients, Nist.Longley.Coefficients) >= 12);
        Assert.True(Nist.Digits(fit.StandardErrors(), Nist.Longley.Errors) >= 9);
        Assert.True(Nist.Digits(Math.Sqrt(fit.Variance), Nist.Longley.Deviation) >= 12);
        Assert.Equal(7, fit.Rank);
        Assert.Empty(fit.Dropped);
    }

    [Fact]
    public void Filip_to_seven_digits()
    {
        var fit = LeastSquares.Solve(Nist.Powers(Nist.Filip.X, 10), Nist.Filip.Y);
        Assert.Equal(11, fit.Rank);
        Assert.True(Nist.Digits(fit.Coefficients, Nist.Filip.Coefficients) >= 7, $"{Nist.Digits(fit.Coefficients, Nist.Filip.Coefficients)}");
        Assert.True(Nist.Digits(fit.StandardErrors(), Nist.Filip.Errors) >= 7, $"{Nist.Digits(fit.StandardErrors(), Nist.Filip.Errors)}");
        Assert.True(Nist.Digits(fit.ResidualSumOfSquares, Nist.Filip.ResidualSumOfSquares) >= 7);
    }

    [Theory]
    [InlineData(0, 13)]
    [InlineData(1, 13)]
    [InlineData(100, 11)]
    [InlineData(10_000, 10)]
    public void Wampler_1_and_3_to_5(double noise, double digits)
    {
        var fit = LeastSquares.Solve(Nist.Powers(Nist.Wampler.X, 5), Nist.Wampler.Y(noise));
        Assert.True(Nist.Digits(fit.Coefficients, [1, 1, 1, 1, 1, 1]) >= digits, $"{Nist.Digits(fit.Coefficients, [1, 1, 1, 1, 1, 1])}");
        if (noise == 0) return;
        double[] errors = [.. Nist.Wampler.Errors.Select(e => noise * e)];
        Assert.True(Nist.Digits(fit.StandardErrors(), errors) >= 10);
    }

    [Fact]
    public void Wampler_2()
    {
        var fit = LeastSquares.Solve(Nist.Powers(Nist.Wampler.X, 5), Nist.Wampler.YTenths);
        Assert.True(Nist.Digits(fit.Coefficients, [1, 0.1, 0.01, 0.001, 0.0001, 0.00001]) >= 11);
    }

    public static TheoryData<string, double> LinearSets => new()
    {
        { nameof(Nist.Norris), 12 }, { nameof(Nist.Pontius), 12 }, { nameof(Nist.NoIntercept1), 13 }, { nameof(Nist.NoIntercept2), 13 },
    };

    [Theory]
    [MemberData(nameof(LinearSets))]
    public void Sets_of_lower_difficulty(string name, double digits)
    {
        var set = (Nist.LinearSet)typeof(Nist).GetField(name)!.GetValue(null)!;
        var fit = LeastSquares.Solve(set.X, set.Y);
        Assert.True(Nist.Digits(fit.Coefficients, set.Coefficients) >= digits, $"{Nist.Digits(fit.Coefficients, set.Coefficients)}");
        Assert.True(Nist.Digits(fit.StandardErrors(), set.Errors) >= digits, $"{Nist.Digits(fit.StandardErrors(), set.Errors)}");
        Assert.True(Nist.Digits(Math.Sqrt(fit.Variance), set.Deviation) >= digits);
        Assert.True(Nist.Digits(fit.ResidualSumOfSquares, set.ResidualSumOfSquares) >= digits);
    }

    /// <summary>Certified: F = replicates, and 0.1 for the residual deviation. The data are rounded when they are stored, which takes six
    /// digits of what varies at a constant of 1e6 and twelve at 1e12.</summary>
    [Theory]
    [InlineData(21, 1, 12)]
    [InlineData(201, 1, 12)]
    [InlineData(2001, 1, 11)]
    [InlineData(21, 1e6, 8)]
    [InlineData(201, 1e6, 8)]
    [InlineData(21, 1e12, 2)]
    public void Analysis_of_variance_by_Simon_and_Lesage(int replicates, double constant, double digits)
    {
        var (x, y) = Nist.SimonLesage(replicates, constant);
        var fit = LeastSquares.Solve(x, y);
        var all = LeastSquares.Solve(Matrix.Create(y.Length, 1, (_, _) => 1), y);
        var f = (all.ResidualSumOfSquares - fit.ResidualSumOfSquares) / 8 / fit.Variance;
        Assert.True(Nist.Digits(f, replicates) >= digits, $"{Nist.Digits(f, replicates)}");
        Assert.True(Nist.Digits(Math.Sqrt(fit.Variance), 0.1) >= digits, $"{Nist.Digits(Math.Sqrt(fit.Variance), 0.1)}");
    }

    [Fact]
    public void Without_refinement_the_factorisation_alone_keeps_eight_digits_of_Longley() =>
        Assert.True(Nist.Digits(LeastSquares.Solve(Nist.Longley.X, Nist.Longley.Y, new() { Refinements = 0 }).Coefficients,
            Nist.Longley.Coefficients) >= 8);

    [Fact]
    public void A_column_that_depends_on_others_is_dropped_and_told()
    {
        var rng = new Rng(1);
        var x = Matrix.Create(30, 3, (_, _) => rng.NextNormal());
        var withSum = Matrix.Create(30, 4, (i, j) => j < 3 ? x[i, j] : x[i, 0] + 2 * x[i, 1]);
        double[] y = [.. Enumerable.Range(0, 30).Select(i => x[i, 0] - x[i, 1] + 3 * x[i, 2] + rng.NextNormal())];
        var full = LeastSquares.Solve(x, y);
        var fit = LeastSquares.Solve(withSum, y);
        Assert.Equal(3, fit.Rank);
        var dropped = Assert.Single(fit.Dropped);
        Assert.Equal(0, fit.Coefficients[dropped]);
        Assert.True(double.IsNaN(fit.StandardErrors()[dropped]));
        Assert.Equal(full.ResidualSumOfSquares, fit.ResidualSumOfSquares, 1e-10);
    }

    [Fact]
    public void Limits()
    {
        var one = LeastSquares.Solve(Matrix.FromRows([[2]]), [6]);
        Assert.Equal(3, Assert.Single(one.Coefficients), 1e-15);
        Assert.True(double.IsNaN(one.Variance));
        var zeros = LeastSquares.Solve(Matrix.Zeros(3, 2), [1, 2, 3]);
        Assert.Equal(0, zeros.Rank);
        Assert.Equal([0, 1], zeros.Dropped.ToArray());
        Assert.Equal(14, zeros.ResidualSumOfSquares, 1e-12);
        var wide = LeastSquares.Solve(Matrix.FromRows([[1, 2, 3], [4, 5, 6]]), [1, 2]);
        Assert.Equal(2, wide.Rank);
        Assert.True(wide.ResidualSumOfSquares < 1e-25);
        var scales = LeastSquares.Solve(Matrix.FromRows([[1e-200, 1e200], [1e-200, -1e200], [2e-200, 0]]), [3, -1, 2]);
        Assert.Equal(2, scales.Rank);
        Assert.Equal(1e200, scales.Coefficients[0], 1e187);
        Assert.Equal(2e-200, scales.Coefficients[1], 1e-213);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var x = Matrix.FromRows([[1, 2], [3, double.NaN]], ["price", "promo"]);
        Assert.Equal("Row 1, column 'promo' is NaN. LeastSquares needs finite values: drop or impute the others first.",
            Assert.Throws<ArgumentException>(() => LeastSquares.Solve(x, [1, 2])).Message);
        Assert.Equal("LeastSquares needs a right-hand side of 2 rows. Got 3.",
            Assert.Throws<ArgumentException>(() => LeastSquares.Solve(x, [1, 2, 3])).Message);
        Assert.Equal("LeastSquares needs at least 1 row and 1 column. Got 0 × 2.",
            Assert.Throws<ArgumentException>(() => LeastSquares.Solve(Matrix.Zeros(0, 2), [])).Message);
        Assert.Equal("y[0] is NaN. LeastSquares needs finite values: drop or impute the others first.",
            Assert.Throws<ArgumentException>(() => LeastSquares.Solve(Matrix.Zeros(1, 2), [double.NaN])).Message);
        Assert.Equal("LeastSquaresOptions.RankTolerance must be in [0, 1), or null. Got 2.\nLeastSquaresOptions.Refinements must be ≥ 0. Got -1.",
            Assert.Throws<ArgumentException>(() => LeastSquares.Solve(x, [1, 2], new() { RankTolerance = 2, Refinements = -1 })).Message);
    }
}
