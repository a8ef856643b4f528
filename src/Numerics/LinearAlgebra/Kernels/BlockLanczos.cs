using System.Numerics.Tensors;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>The leading eigenvectors of AᵀA from products with A and Aᵀ: a Krylov basis V grows by a block a step, and the eigenvectors of
/// the small VᵀAᵀAV, turned into it, approach them.</summary>
/// <remarks>The basis is kept orthonormal by force: it is short, products are dear. When it is full, its best vectors and the next block start
/// it anew and lose nothing of what they know (a thick restart). A block as wide as the values wanted finds equal ones, which a single
/// vector cannot. Sources: Golub and Underwood (1977), Mathematical Software III; Wu and Simon (2000), SIAM J. Matrix Anal. Appl. 22(2);
/// Musco and Musco (2015), NeurIPS 28.</remarks>
internal sealed class BlockLanczos
{
    private readonly ILinearOperator _a;
    private readonly int _most;
    private readonly int? _threads;
    private readonly OrthonormalBasis _basis;

    /// <summary>VᵀAᵀAV, and its eigenvectors.</summary>
    private Matrix _projected = Matrix.Zeros(0, 0);
    private EigenDecomposition _ritz = new([], Matrix.Zeros(0, 0));

    /// <summary>The block that comes next: what AᵀA times the last one has beyond the basis; and how much it has of it.</summary>
    private Matrix _next, _beyond = Matrix.Zeros(0, 0);

    /// <param name="a">Fewer columns than rows save memory and time.</param>
    /// <param name="block">Vectors a step. Range: [1, columns].</param>
    /// <param name="blocks">Blocks that the basis holds before it is cut to half.</param>
    /// <param name="rng">Draws the first block.</param>
    /// <param name="threads">Most threads, or null.</param>
    public BlockLanczos(ILinearOperator a, int block, int blocks, Rng rng, int? threads)
    {
        (_a, _threads) = (a, threads);
        _most = (int)Math.Min(a.Columns, (long)block * blocks);
        _basis = new OrthonormalBasis(a.Columns, _most, rng, threads);
        _next = _basis.Beyond(Matrix.Create(a.Columns, block, (_, _) => rng.NextNormal()));
    }

    /// <summary>Vectors in the basis: as many pairs are known.</summary>
    public int Count => _basis.Count;

    /// <summary>Whether the basis spans the whole space.</summary>
    public bool IsWhole => Count == _a.Columns;

    /// <summary>One step: two products with a block. Not when <see cref="IsWhole"/>.</summary>
    public void Extend(CancellationToken token)
    {
        if (Count + _next.Columns > _most) Restart();
        var image = _a.TransposedTimes(_a.Times(_next, _threads, token), _threads, token);
        _basis.Append(_next);
        _projected = Grown(_projected, _basis.Along(image));
        _ritz = SymmetricEigen.Decompose(_projected, _threads);
        var width = Math.Min(image.Columns, _a.Columns - Count);
        _next = width == 0 ? Matrix.Zeros(_a.Columns, 0) : _basis.Beyond(image.SelectColumns([.. Enumerable.Range(0, width)]));
        _beyond = Gemm.Multiply(_next, image, transposeA: true, threads: _threads, cancellationToken: token);
    }

    /// <summary>The eigenvalue number i from the largest, as far as the basis knows it.</summary>
    public double Value(int i) => Math.Max(0, _ritz.Values[^(i + 1)]);

    /// <summary>‖AᵀA·v − λ·v‖ of pair i: what its part in the last block sends beyond the basis.</summary>
    public double Residual(int i)
    {
        var last = _ritz.Vectors.Column(Count - 1 - i).AsSpan()[^_beyond.Columns..];
        var sum = 0.0;
        for (var r = 0; r < _beyond.Rows; r++)
        {
            var dot = TensorPrimitives.Dot(_beyond.Row(r), last);
            sum += dot * dot;
        }
        return Math.Sqrt(sum);
    }

    /// <summary>The leading vectors as columns, shape (columns of A, k).</summary>
    public Matrix Vectors(int k) => _basis.Combine(Turn(k));

    private void Restart()
    {
        var kept = Math.Min(_most / 2, _most - _next.Columns);
        var values = _ritz.Values;
        _basis.Turn(Turn(kept));
        _projected = Matrix.Create(kept, kept, (i, j) => i == j ? values[^(i + 1)] : 0);
    }

    private Matrix Turn(int k)
    {
        var last = Count - 1;
        return _ritz.Vectors.SelectColumns([.. Enumerable.Range(0, k).Select(i => last - i)]);
    }

    /// <summary>A symmetric matrix with more columns, and the rows that mirror them.</summary>
    private static Matrix Grown(Matrix inner, Matrix columns)
    {
        var old = inner.Rows;
        return Matrix.Create(columns.Rows, columns.Rows, (i, j) =>
        {
            var (low, high) = (Math.Min(i, j), Math.Max(i, j));
            return high < old ? inner[low, high] : columns[low, high - old];
        });
    }
}
