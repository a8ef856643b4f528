namespace MarketingNotebooks.Numerics.Tests;

public class RngTests
{
    [Fact]
    public void Bits_are_those_of_the_reference_implementation()
    {
        // prng.di.unimi.it's xoshiro256starstar.c from the state {1, 2, 3, 4}.
        var rng = Rng.FromState(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625,
            8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        Assert.Equal(expected, expected.Select(_ => rng.NextUInt64()));
    }

    [Fact]
    public void Seeding_uses_SplitMix64_of_the_reference_implementation()
    {
        // splitmix64.c from the seed 1234567.
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        var state = 1234567ul;
        Assert.Equal(expected, expected.Select(_ => Rng.Mix(state += 0x9E3779B97F4A7C15)));
    }

    [Fact]
    public void Draws_of_a_seed_never_change()
    {
        // Recorded once: a change here breaks every published number of the notebooks.
        var rng = new Rng(42);
        var draws = new object[]
        {
            rng.NextUInt64(), rng.NextDouble(), rng.Next(1000), rng.NextNormal(), rng.NextGamma(2.5, 3), rng.NextBeta(2, 3), rng.NextPoisson(3),
            rng.NextPoisson(300), rng.NextBinomial(1000, 0.3), rng.NextExponential(2), rng.NextGeometric(0.1), rng.NextLogNormal(1, 0.5),
        };
        var text = string.Join(" ", draws);
        Assert.True(text == RecordedDraws, text);
    }

    private const string RecordedDraws = "16124055744838879281 0.6320329823284722 525 1.3027855013593947 6.678357189705865 "
        + "0.2551501314197205 4 271 266 0.1153016719414037 5 3.4074360383494513";

    [Fact]
    public void Stream_zero_is_the_seed_and_other_streams_differ()
    {
        Assert.Equal(new Rng(7).NextUInt64(), Rng.Stream(7, 0).NextUInt64());
        var first = new HashSet<ulong>();
        for (var seed = -50; seed < 50; seed++)
            for (var stream = 0; stream < 100; stream++) Assert.True(first.Add(Rng.Stream(seed, stream).NextUInt64()));
    }

    [Fact]
    public void Split_depends_on_seed_and_index_only()
    {
        var fresh = new Rng(7);
        var used = new Rng(7);
        for (var i = 0; i < 100; i++) used.NextNormal();
        Assert.Equal(fresh.Split(3).NextUInt64(), used.Split(3).NextUInt64());
        Assert.NotEqual(fresh.Split(3).NextUInt64(), fresh.Split(4).NextUInt64());
        Assert.NotEqual(fresh.Split(0).NextUInt64(), Rng.Stream(7, 0).NextUInt64());
        Assert.NotEqual(fresh.Split(1).Split(2).NextUInt64(), fresh.Split(2).Split(1).NextUInt64());
    }

    [Fact]
    public void Streams_are_uncorrelated()
    {
        // Correlation of n pairs has standard deviation 1/√n; 5 of them.
        const int n = 20_000;
        for (var stream = 1; stream < 20; stream++)
        {
            var a = Rng.Stream(1, 0);
            var b = Rng.Stream(1, stream);
            var sum = 0.0;
            for (var i = 0; i < n; i++) sum += (a.NextDouble() - 0.5) * (b.NextDouble() - 0.5) * 12;
            Assert.InRange(sum / n, -5 / Math.Sqrt(n), 5 / Math.Sqrt(n));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(97)]
    public void Integers_are_uniform(int exclusive)
    {
        var rng = new Rng(5);
        Goodness.CheckCounts(200_000, () => rng.Next(exclusive), k => k >= 0 && k < exclusive ? 1.0 / exclusive : 0);
        Goodness.CheckCounts(200_000, () => (int)rng.NextInt64(exclusive), k => k >= 0 && k < exclusive ? 1.0 / exclusive : 0);
        Goodness.CheckCounts(200_000, () => rng.Next(-5, exclusive) + 5, k => k < exclusive + 5 ? 1.0 / (exclusive + 5) : 0);
    }

    [Fact]
    public void Integers_stay_unbiased_where_a_plain_remainder_or_product_would_not()
    {
        // 3·2⁶¹ of 2⁶⁴: without rejection the lowest third would come up 3/8 of the time.
        const long range = 3L << 61;
        var rng = new Rng(9);
        Goodness.CheckCounts(100_000, () => (int)(rng.NextInt64(range) / (range / 3)), k => k < 3 ? 1.0 / 3 : 0);
        var low = 0;
        const int wide = 3 << 29;
        for (var i = 0; i < 100_000; i++) low += rng.Next(wide) % 3 == 0 ? 1 : 0;
        Assert.InRange(low, 33_333 - 750, 33_333 + 750);
        Assert.InRange(rng.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1);
    }

    [Fact]
    public void Doubles_lie_in_their_interval_and_use_53_bits()
    {
        var rng = new Rng(3);
        var bits = 0ul;
        for (var i = 0; i < 10_000; i++)
        {
            var x = rng.NextDouble();
            Assert.InRange(x, 0, 1 - Math.ScaleB(1, -53));
            bits |= (ulong)Math.ScaleB(x, 53);
            var open = rng.NextOpenDouble();
            Assert.True(open > 0 && open < 1);
        }
        Assert.Equal((1UL << 53) - 1, bits);
    }

    [Theory]
    [InlineData("Next needs an upper bound ≥ 1. Got 0.")]
    public void Bad_bounds_are_named(string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new Rng(1).Next(0)).Message);
}
