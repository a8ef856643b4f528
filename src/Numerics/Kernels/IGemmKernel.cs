namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>The innermost loop of a matrix product: one tile of C from one packed panel of A and one of B.</summary>
/// <remarks>Every kernel computes each element as the same chain of fused multiply-adds, so all give the same bits.</remarks>
internal unsafe interface IGemmKernel
{
    /// <summary>Rows of the tile.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns of the tile.</summary>
    static abstract int Columns { get; }

    /// <summary>C ← A·B, or C ← C + A·B.</summary>
    /// <param name="depth">Number of terms k.</param>
    /// <param name="a">k groups of <see cref="Rows"/> values: one column of A after the other.</param>
    /// <param name="b">k groups of <see cref="Columns"/> values: one row of B after the other.</param>
    /// <param name="c">Top left of the tile.</param>
    /// <param name="stride">Distance between rows of C, in values.</param>
    /// <param name="add">True to add to C, false to overwrite it.</param>
    static abstract void Run(nint depth, double* a, double* b, double* c, nint stride, bool add);
}
