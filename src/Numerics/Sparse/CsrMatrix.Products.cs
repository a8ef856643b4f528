namespace MarketingNotebooks.Numerics.Sparse;

public sealed partial class CsrMatrix
{
    /// <summary>this · <paramref name="vector"/>, of length n. O(entries).</summary>
    /// <param name="vector">Of length d.</param>
    /// <exception cref="ArgumentException">The length is not d.</exception>
    public double[] Multiply(ReadOnlySpan<double> vector)
    {
        CheckLength(vector.Length, Columns);
        var result = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var sum = 0.0;
            for (var k = _starts[i]; k < _starts[i + 1]; k++) sum += _values[k] * vector[_columns[k]];
            result[i] = sum;
        }
        return result;
    }

    /// <summary>thisᵀ · <paramref name="vector"/>, of length d, without forming the transpose. O(entries).</summary>
    /// <param name="vector">Of length n.</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    public double[] MultiplyTransposed(ReadOnlySpan<double> vector)
    {
        CheckLength(vector.Length, Rows);
        var result = new double[Columns];
        for (var i = 0; i < Rows; i++)
            for (var k = _starts[i]; k < _starts[i + 1]; k++) result[_columns[k]] += _values[k] * vector[i];
        return result;
    }

    /// <summary>this · <paramref name="right"/>, dense, shape (n, right.Columns). O(entries · right.Columns).</summary>
    /// <param name="right">d rows.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Matrix Multiply(Matrix right, int? threads = null)
    {
        CheckLength(right.Rows, Columns);
        var m = right.Columns;
        var result = new double[checked(Rows * m)];
        Parallelism.For(Rows, Parallelism.Chunk(Rows, (1.0 + (double)Count / Math.Max(1, Rows)) * m), (start, end) =>
        {
            for (var i = start; i < end; i++) SparseRows.Multiply(RowColumns(i), RowValues(i), right.Span, result.AsSpan(i * m, m));
        }, threads);
        return Matrix.Wrap(Rows, m, result, right.ColumnNames);
    }

    /// <summary>The sparse product this · <paramref name="right"/>. O(multiplications + rows + columns).</summary>
    /// <remarks>Row by row into a dense accumulator. Source: Gustavson (1978), ACM Trans. Math. Softw. 4(3).</remarks>
    /// <param name="right">d rows.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public CsrMatrix Multiply(CsrMatrix right)
    {
        CheckLength(right.Rows, Columns);
        var (columns, values, starts) = (new List<int>(), new List<double>(), new int[Rows + 1]);
        var (sums, seen, touched) = (new double[right.Columns], new int[right.Columns], new List<int>());
        for (var i = 0; i < Rows; i++)
        {
            touched.Clear();
            for (var k = _starts[i]; k < _starts[i + 1]; k++)
            {
                var middle = _columns[k];
                for (var l = right._starts[middle]; l < right._starts[middle + 1]; l++)
                {
                    var j = right._columns[l];
                    if (seen[j] != i + 1)
                    {
                        seen[j] = i + 1;
                        sums[j] = 0;
                        touched.Add(j);
                    }
                    sums[j] += _values[k] * right._values[l];
                }
            }
            touched.Sort();
            foreach (var j in touched)
            {
                columns.Add(j);
                values.Add(sums[j]);
            }
            starts[i + 1] = values.Count;
        }
        return new CsrMatrix(Rows, right.Columns, starts, [.. columns], [.. values]);
    }

    /// <summary>The d × n transpose. O(entries + rows + columns).</summary>
    public CsrMatrix Transpose()
    {
        var (starts, order) = Sort(Count, Columns, k => _columns[k]);
        var rowOf = new int[Count];
        for (var i = 0; i < Rows; i++) Array.Fill(rowOf, i, _starts[i], _starts[i + 1] - _starts[i]);
        return new CsrMatrix(Columns, Rows, starts, Array.ConvertAll(order, k => rowOf[k]), Array.ConvertAll(order, k => _values[k]));
    }

    private void CheckLength(int got, int needed)
    {
        if (got != needed)
            throw new ArgumentException($"Multiply needs {needed} values or rows on the other side of a {Rows} × {Columns} matrix. Got {got}.");
    }
}
