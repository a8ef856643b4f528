using System.Runtime.InteropServices;
using MarketingNotebooks.Numerics.Kernels;

namespace MarketingNotebooks.Numerics.Tests;

public class DistancesTests
{
    private static Matrix Random(int rows, int columns, long seed, double offset = 0)
    {
        var rng = new Rng(seed);
        return Matrix.Create(rows, columns, (_, _) => offset + rng.NextNormal());
    }

    [Fact]
    public void All_pairs_equal_the_pair_by_pair_definition_bit_for_bit()
    {
        foreach (var (n, m, d) in (ReadOnlySpan<(int, int, int)>)[(0, 3, 2), (1, 1, 1), (15, 4, 3), (16, 5, 8), (33, 271, 7), (50, 1, 40), (3, 3, 0)])
        {
            var a = Random(n, d, 1);
            var b = Random(m, d, 2);
            var squares = Distances.SquaredEuclidean(a, b);
            var roots = Distances.Euclidean(a, b, threads: 2);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < m; j++)
                {
                    Assert.Equal(Distances.SquaredEuclidean(a.Row(i), b.Row(j)), squares[i, j]);
                    Assert.Equal(Math.Sqrt(squares[i, j]), roots[i, j]);
                }
            }
        }
    }

    [Fact]
    public void Near_rows_far_from_the_origin_keep_their_digits()
    {
        var a = Matrix.FromRows([[1e8 + 0.25, -1e8]]);
        var b = Matrix.FromRows([[1e8, -1e8 + 0.5]]);
        Assert.Equal(0.3125, Distances.SquaredEuclidean(a, b)[0, 0]); // ‖a‖² − 2a·b + ‖b‖² would give 0 or 4
    }

    [Fact]
    public unsafe void Both_kernels_give_the_same_bits()
    {
        foreach (var d in (int[])[0, 1, 2, 3, 16, 37])
        {
            var rows = Random(1, RowBlocks.Width * d, 3).Span;
            var points = Random(1, PointQuads.Width * d, 4).Span;
            var wide = new double[64];
            var narrow = new double[64];
            fixed (double* r = &MemoryMarshal.GetReference(rows), p = &MemoryMarshal.GetReference(points), w = wide, n = narrow)
            {
                DistanceKernel512.Run(d, r, p, w);
                DistanceKernel256.Run(d, r, p, n);
            }
            Assert.Equal(wide, narrow);
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 2, 1)]
    [InlineData(40, 3, 4)]
    [InlineData(40, 9, 65)]
    [InlineData(33, 2, 200)]
    public void Nearest_two_are_those_of_a_sort_and_ties_go_to_the_lowest(int n, int d, int m)
    {
        var rng = new Rng(m);
        var rows = Matrix.Create(n, d, (_, _) => rng.Next(5)); // few values: many ties
        var points = Matrix.Create(m, d, (_, _) => rng.Next(5));
        var blocks = new RowBlocks(rows);
        var quads = new PointQuads(points);
        var nearest = new int[16];
        var best = new double[16];
        var second = new double[16];
        for (var block = 0; block < blocks.Blocks; block++)
        {
            blocks.NearestTwo(block, quads, nearest, best, second);
            for (var lane = 0; lane < 16 && block * 16 + lane < n; lane++)
            {
                var row = block * 16 + lane;
                var sorted = Enumerable.Range(0, m).OrderBy(j => Distances.SquaredEuclidean(rows.Row(row), points.Row(j))).ToArray();
                Assert.Equal(sorted[0], nearest[lane]);
                Assert.Equal(Distances.SquaredEuclidean(rows.Row(row), points.Row(sorted[0])), best[lane]);
                Assert.Equal(m == 1 ? double.PositiveInfinity : Distances.SquaredEuclidean(rows.Row(row), points.Row(sorted[1])), second[lane]);
            }
        }
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("SquaredEuclidean needs rows of equal length. Got 1 and 2.",
            Assert.Throws<ArgumentException>(() => Distances.SquaredEuclidean([1], [1, 2])).Message);
        Assert.Equal("SquaredEuclidean needs equal numbers of columns. Got 2 and 3.",
            Assert.Throws<ArgumentException>(() => Distances.SquaredEuclidean(Matrix.Zeros(1, 2), Matrix.Zeros(1, 3))).Message);
        Assert.Equal("NearestTwo needs spans of 16. Got 16, 15 and 16.", Assert.Throws<ArgumentException>(() =>
            new RowBlocks(Matrix.Zeros(1, 1)).NearestTwo(0, new PointQuads(Matrix.Zeros(1, 1)), new int[16], new double[15], new double[16])).Message);
    }
}
