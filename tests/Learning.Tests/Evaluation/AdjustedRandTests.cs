using MarketingNotebooks.Learning.Evaluation;

namespace MarketingNotebooks.Learning.Tests.Evaluation;

public sealed class AdjustedRandTests
{
    [Theory] // Values of scikit-learn 1.2.1's adjusted_rand_score.
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 1, 1, 0, 0 }, 1)]
    [InlineData(new[] { 0, 0, 1, 2 }, new[] { 0, 0, 1, 1 }, 0.5714285714285715)]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, -0.5)]
    [InlineData(new[] { 0, 1, 2 }, new[] { 2, 1, 0 }, 1)]
    [InlineData(new[] { 7 }, new[] { 9 }, 1)]
    public void Equals_published_values(int[] first, int[] second, double expected) =>
        Assert.Equal(expected, AdjustedRand.Compute(first, second), 1e-15);

    [Fact]
    public void Labels_must_pair_up() => Assert.Equal("AdjustedRand takes two labels a row and at least one row. Got 2 and 1 labels.",
        Assert.Throws<ArgumentException>(() => AdjustedRand.Compute([0, 1], [0])).Message);
}
