namespace MarketingNotebooks.Numerics.Tests;

public class GemmTests
{
    private static Matrix Random(int rows, int columns, long seed)
    {
        var rng = new Rng(seed);
        return Matrix.Create(rows, columns, (_, _) => rng.NextNormal());
    }

    /// <summary>The definition, as one chain of fused multiply-adds an element.</summary>
    private static double[] Naive(Matrix a, Matrix b)
    {
        var c = new double[a.Rows * b.Columns];
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < b.Columns; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < a.Columns; k++) sum = Math.FusedMultiplyAdd(a[i, k], b[k, j], sum);
                c[i * b.Columns + j] = sum;
            }
        }
        return c;
    }

    private static double[] Run(GemmPath path, Matrix a, Matrix b, bool transposeA = false, bool transposeB = false, int threads = 1)
    {
        var storedA = transposeA ? a.Transpose() : a;
        var storedB = transposeB ? b.Transpose() : b;
        var c = Enumerable.Repeat(double.NaN, a.Rows * b.Columns).ToArray(); // what was there before must not matter
        Gemm.Multiply(path, a.Rows, b.Columns, a.Columns, storedA.Span, storedA.Columns, transposeA, storedB.Span, storedB.Columns, transposeB,
            c, b.Columns, threads, default);
        return c;
    }

    public static TheoryData<string> Paths => new(Enum.GetNames<GemmPath>());

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_small_shape_equals_the_triple_loop_bit_for_bit(string name)
    {
        var path = Enum.Parse<GemmPath>(name);
        var left = Random(40, 40, 1);
        var right = Random(40, 40, 2);
        foreach (var m in Enumerable.Range(0, 41))
        {
            foreach (var n in (int[])[0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 31, 33, 40])
            {
                foreach (var k in (int[])[0, 1, 2, 3, 17, 40])
                {
                    var a = Matrix.Create(m, k, (i, j) => left[i, j]);
                    var b = Matrix.Create(k, n, (i, j) => right[i, j]);
                    Assert.Equal(Naive(a, b), Run(path, a, b));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Transposed_operands_give_the_same_bits(string name)
    {
        var path = Enum.Parse<GemmPath>(name);
        foreach (var (m, n, k) in (ReadOnlySpan<(int, int, int)>)[(1, 1, 1), (13, 17, 5), (37, 29, 41), (130, 70, 300)])
        {
            var a = Random(m, k, m);
            var b = Random(k, n, n);
            var expected = Run(path, a, b);
            Assert.Equal(expected, Run(path, a, b, transposeA: true));
            Assert.Equal(expected, Run(path, a, b, transposeB: true));
            Assert.Equal(expected, Run(path, a, b, transposeA: true, transposeB: true));
        }
    }

    [Fact]
    public void Shapes_beyond_every_block_agree_on_all_paths_and_threads_and_with_the_definition()
    {
        var a = Random(251, 523, 3);
        var b = Random(523, 2_067, 4);
        var c = Run(GemmPath.Vector512, a, b);
        foreach (var path in Enum.GetValues<GemmPath>())
        {
            Assert.Equal(c, Run(path, a, b, threads: 1));
            Assert.Equal(c, Run(path, a, b, threads: 2));
            Assert.Equal(c, Run(path, a, b, threads: 5));
        }
        // |error| ≤ k·ε·Σ|a||b| (Higham 2002, eq. 3.13), with Σ|a||b| < 523·2/π·1.3 here.
        var naive = Naive(a, b);
        for (var i = 0; i < c.Length; i++) Assert.Equal(naive[i], c[i], 523 * 1.2e-16 * 433);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void NaN_and_infinity_reach_their_row_or_column_and_nothing_else(string name)
    {
        var a = Random(19, 33, 5);
        var b = Random(33, 21, 6);
        foreach (var bad in (ReadOnlySpan<double>)[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            var poisoned = Matrix.Create(19, 33, (i, j) => (i, j) == (7, 30) ? bad : a[i, j]);
            var withZero = Matrix.Create(33, 21, (i, j) => (i, j) == (30, 4) ? 0 : b[i, j]);
            var c = Run(Enum.Parse<GemmPath>(name), poisoned, withZero);
            Assert.Equal(Naive(poisoned, withZero), c);
            Assert.True(double.IsNaN(c[7 * 21 + 4])); // 0 times NaN or infinity
            Assert.All(Enumerable.Range(0, 19 * 21), e => Assert.Equal(e / 21 == 7, !double.IsFinite(c[e])));
        }
    }

    [Fact]
    public void Strides_leave_what_lies_between_rows_alone()
    {
        double[] a = [1, 2, 99, 3, 4, 99];
        double[] b = [5, 6, 99, 7, 8, 99];
        double[] c = [-1, -1, -1, -1, -1, -1];
        Gemm.Multiply(2, 2, 2, a, 3, false, b, 3, false, c, 3);
        Assert.Equal([19, 22, -1, 43, 50, -1], c);
    }

    [Fact]
    public void Matrix_overload_transposes_and_names()
    {
        var x = Matrix.FromRows([[1, 2], [3, 4], [5, 6]], ["a", "b"]);
        Assert.Equal(Matrix.FromRows([[35, 44], [44, 56]], ["a", "b"]), Gemm.Multiply(x, x, transposeA: true));
        Assert.Equal(Matrix.FromRows([[5, 11, 17], [11, 25, 39], [17, 39, 61]]), Gemm.Multiply(x, x, transposeB: true));
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var x = Matrix.Zeros(3, 2);
        Assert.Equal("Multiply needs as many rows on the right as columns on the left (2). Got 3 × 2.",
            Assert.Throws<ArgumentException>(() => Gemm.Multiply(x, x)).Message);
        Assert.Equal("Multiply needs 6 values in c for 2 × 3 at stride 3. Got 5.",
            Assert.Throws<ArgumentException>(() => Gemm.Multiply(2, 3, 1, new double[2], 1, false, new double[3], 3, false, new double[5], 3)).Message);
        Assert.Equal("Multiply needs a stride of b ≥ its 3 columns. Got 2.",
            Assert.Throws<ArgumentException>(() => Gemm.Multiply(2, 3, 1, new double[2], 1, false, new double[3], 2, false, new double[6], 3)).Message);
        Assert.Equal("Threads must be ≥ 1, or null for all processors. Got 0.",
            Assert.Throws<ArgumentException>(() => Gemm.Multiply(x, x, transposeA: true, threads: 0)).Message);
    }

    [Fact]
    public void Cancellation_stops_the_product() =>
        Assert.Throws<OperationCanceledException>(() => Gemm.Multiply(Matrix.Zeros(300, 300), Matrix.Zeros(300, 300),
            cancellationToken: new CancellationToken(true)));
}
