namespace MarketingNotebooks.Numerics;

public sealed partial class Matrix
{
    /// <summary>A matrix over the given array, without copying it: do not change the array afterwards.</summary>
    /// <param name="rows">n ≥ 0.</param>
    /// <param name="columns">d ≥ 0.</param>
    /// <param name="values">n·d values, row after row.</param>
    /// <param name="columnNames">One a column, no two equal; null or empty for none.</param>
    /// <exception cref="ArgumentException">The array's length is not n·d, or the names do not fit.</exception>
    public static Matrix Wrap(int rows, int columns, double[] values, IEnumerable<string>? columnNames = null)
    {
        if (rows < 0 || columns < 0) throw new ArgumentException($"A matrix needs rows ≥ 0 and columns ≥ 0. Got {rows} × {columns}.");
        if (values.Length != (long)rows * columns)
            throw new ArgumentException($"A {rows} × {columns} matrix needs {(long)rows * columns} values. Got {values.Length}.");
        return new Matrix(rows, columns, values, CheckNames(columns, columnNames));
    }

    /// <summary>A matrix whose element (i, j) is <paramref name="value"/>(i, j).</summary>
    /// <exception cref="ArgumentException">A negative shape, one of over 2³¹ elements, or names that do not fit.</exception>
    public static Matrix Create(int rows, int columns, Func<int, int, double> value, IEnumerable<string>? columnNames = null)
    {
        var values = Allocate(rows, columns);
        for (int i = 0, at = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) values[at++] = value(i, j);
        return Wrap(rows, columns, values, columnNames);
    }

    /// <summary>A matrix of zeros.</summary>
    /// <exception cref="ArgumentException">A negative shape, or one of over 2³¹ elements.</exception>
    public static Matrix Zeros(int rows, int columns) => Wrap(rows, columns, Allocate(rows, columns));

    /// <summary>The n × n identity.</summary>
    /// <exception cref="ArgumentException">A negative shape, or one of over 2³¹ elements.</exception>
    public static Matrix Identity(int size)
    {
        var values = Allocate(size, size);
        for (var i = 0; i < size; i++) values[i * size + i] = 1;
        return Wrap(size, size, values);
    }

    /// <summary>A matrix of the given rows, copied.</summary>
    /// <param name="rows">Rows of equal length. None gives a matrix of 0 rows and as many columns as there are names.</param>
    /// <param name="columnNames">One a column, no two equal; null or empty for none.</param>
    /// <exception cref="ArgumentException">Rows of different length, or names that do not fit.</exception>
    public static Matrix FromRows(IEnumerable<IReadOnlyList<double>> rows, IEnumerable<string>? columnNames = null)
    {
        var list = rows as IReadOnlyList<IReadOnlyList<double>> ?? rows.ToList();
        var names = columnNames?.ToList();
        var columns = list.Count > 0 ? list[0].Count : names?.Count ?? 0;
        var values = Allocate(list.Count, columns);
        for (int i = 0, at = 0; i < list.Count; i++)
        {
            var row = list[i];
            if (row.Count != columns)
                throw new ArgumentException($"Rows must have equal length: row 0 has {columns} values. Got {row.Count} in row {i}.");
            for (var j = 0; j < columns; j++) values[at++] = row[j];
        }
        return Wrap(list.Count, columns, values, names);
    }

    /// <summary>A matrix of the given columns, copied.</summary>
    /// <param name="columns">Columns of equal length.</param>
    /// <param name="columnNames">One a column, no two equal; null or empty for none.</param>
    /// <exception cref="ArgumentException">Columns of different length, or names that do not fit.</exception>
    public static Matrix FromColumns(IEnumerable<IReadOnlyList<double>> columns, IEnumerable<string>? columnNames = null)
    {
        var list = columns as IReadOnlyList<IReadOnlyList<double>> ?? columns.ToList();
        var rows = list.Count > 0 ? list[0].Count : 0;
        var values = Allocate(rows, list.Count);
        for (var j = 0; j < list.Count; j++)
        {
            var column = list[j];
            if (column.Count != rows)
                throw new ArgumentException(
                    $"Columns must have equal length: column 0 has {rows} values. Got {column.Count} in column {j}.");
            for (int i = 0, at = j; i < rows; i++, at += list.Count) values[at] = column[i];
        }
        return Wrap(rows, list.Count, values, columnNames);
    }

    /// <summary>A matrix of the given array [n, d], copied.</summary>
    /// <exception cref="ArgumentException">Names that do not fit.</exception>
    public static Matrix FromArray(double[,] values, IEnumerable<string>? columnNames = null)
    {
        var copy = new double[values.Length];
        Buffer.BlockCopy(values, 0, copy, 0, copy.Length * sizeof(double));
        return Wrap(values.GetLength(0), values.GetLength(1), copy, columnNames);
    }

    private static double[] Allocate(int rows, int columns)
    {
        if (rows < 0 || columns < 0) throw new ArgumentException($"A matrix needs rows ≥ 0 and columns ≥ 0. Got {rows} × {columns}.");
        var size = (long)rows * columns;
        if (size > Array.MaxLength)
            throw new ArgumentException($"A matrix holds at most {Array.MaxLength:N0} values. Got {rows} × {columns} = {size:N0}.");
        return new double[size];
    }
}
