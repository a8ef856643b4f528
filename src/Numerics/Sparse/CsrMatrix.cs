namespace MarketingNotebooks.Numerics.Sparse;

/// <summary>A matrix that is mostly zeros, as compressed sparse rows: customers by products, documents by words. Immutable.</summary>
/// <remarks>Memory: 12 bytes an entry and 4 a row. Columns rise within a row. Entries that are zero may be stored.</remarks>
public sealed partial class CsrMatrix
{
    private readonly int[] _starts, _columns;
    private readonly double[] _values;

    private CsrMatrix(int rows, int columns, int[] starts, int[] entryColumns, double[] values)
    {
        (Rows, Columns, _starts, _columns, _values) = (rows, columns, starts, entryColumns, values);
    }

    /// <summary>Number of rows n.</summary>
    public int Rows { get; }

    /// <summary>Number of columns d.</summary>
    public int Columns { get; }

    /// <summary>Entries stored.</summary>
    public int Count => _values.Length;

    /// <summary>The element at (row, column), 0 where nothing is stored. O(log of the row's entries).</summary>
    /// <exception cref="ArgumentException">An index is outside the matrix.</exception>
    public double this[int row, int column]
    {
        get
        {
            if ((uint)column >= (uint)Columns)
                throw new ArgumentException($"Column must be in [0, {Columns - 1}] for a {Rows} × {Columns} matrix. Got {column}.");
            var at = RowColumns(row).BinarySearch(column);
            return at < 0 ? 0 : RowValues(row)[at];
        }
    }

    /// <summary>Columns with an entry in a row, rising. No copy.</summary>
    /// <exception cref="ArgumentException">The index is outside the matrix.</exception>
    public ReadOnlySpan<int> RowColumns(int row) => _columns.AsSpan(CheckRow(row), _starts[row + 1] - _starts[row]);

    /// <summary>The entries of a row, in the order of <see cref="RowColumns"/>. No copy.</summary>
    /// <exception cref="ArgumentException">The index is outside the matrix.</exception>
    public ReadOnlySpan<double> RowValues(int row) => _values.AsSpan(CheckRow(row), _starts[row + 1] - _starts[row]);

    /// <summary>A matrix of (row, column, value) entries in any order; those at the same place are added up. O(entries + rows +
    /// columns).</summary>
    /// <param name="rows">n ≥ 0.</param>
    /// <param name="columns">d ≥ 0.</param>
    /// <param name="entries">Inside the matrix.</param>
    /// <exception cref="ArgumentException">A negative shape, or an entry outside it.</exception>
    public static CsrMatrix FromEntries(int rows, int columns, IEnumerable<(int Row, int Column, double Value)> entries)
    {
        if (rows < 0 || columns < 0) throw new ArgumentException($"A matrix needs rows ≥ 0 and columns ≥ 0. Got {rows} × {columns}.");
        var list = entries.ToList();
        foreach (var (row, column, value) in list)
            if ((uint)row >= (uint)rows || (uint)column >= (uint)columns)
                throw new ArgumentException($"CsrMatrix.FromEntries needs entries inside {rows} × {columns}. Got {value} at ({row}, {column}).");
        // Transposing twice sorts by row, then column, and keeps the order of equal places.
        var (_, order) = Sort(list.Count, columns, k => list[k].Column);
        var (rowStarts, rowOrder) = Sort(list.Count, rows, k => list[order[k]].Row);
        var (entryColumns, values, ends) = (new List<int>(list.Count), new List<double>(list.Count), new int[rows + 1]);
        for (var row = 0; row < rows; row++)
        {
            for (var k = rowStarts[row]; k < rowStarts[row + 1]; k++)
            {
                var (_, column, value) = list[order[rowOrder[k]]];
                if (values.Count > ends[row] && entryColumns[^1] == column) values[^1] += value;
                else
                {
                    entryColumns.Add(column);
                    values.Add(value);
                }
            }
            ends[row + 1] = values.Count;
        }
        return new CsrMatrix(rows, columns, ends, [.. entryColumns], [.. values]);
    }

    /// <summary>The entries of a dense matrix that are not zero.</summary>
    public static CsrMatrix FromDense(Matrix matrix)
    {
        var (columns, values, starts) = (new List<int>(), new List<double>(), new int[matrix.Rows + 1]);
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = matrix.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] == 0) continue;
                columns.Add(j);
                values.Add(row[j]);
            }
            starts[i + 1] = values.Count;
        }
        return new CsrMatrix(matrix.Rows, matrix.Columns, starts, [.. columns], [.. values]);
    }

    /// <summary>The matrix with its zeros. n·d values of memory.</summary>
    public Matrix ToDense()
    {
        var values = new double[checked(Rows * Columns)];
        for (var i = 0; i < Rows; i++)
            for (var k = _starts[i]; k < _starts[i + 1]; k++) values[i * Columns + _columns[k]] = _values[k];
        return Matrix.Wrap(Rows, Columns, values);
    }

    /// <summary>Stable counting sort: where each key starts, and the items in the order of their keys.</summary>
    private static (int[] Starts, int[] Order) Sort(int count, int keys, Func<int, int> key)
    {
        var starts = new int[keys + 1];
        for (var k = 0; k < count; k++) starts[key(k) + 1]++;
        for (var i = 0; i < keys; i++) starts[i + 1] += starts[i];
        var next = (int[])starts.Clone();
        var order = new int[count];
        for (var k = 0; k < count; k++) order[next[key(k)]++] = k;
        return (starts, order);
    }

    private int CheckRow(int row) => (uint)row < (uint)Rows ? _starts[row]
        : throw new ArgumentException($"Row must be in [0, {Rows - 1}] for a {Rows} × {Columns} matrix. Got {row}.");
}
