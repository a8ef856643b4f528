using System.Collections.Immutable;

namespace MarketingNotebooks.Numerics;

/// <summary>n rows by d columns of doubles, contiguous and row-major, with optional column names. Treat it as immutable.</summary>
/// <remarks>The input of every algorithm: <c>frame.ToMatrix("age", "income")</c> gets there from a frame. Reading is thread-safe.
/// Nothing in the library changes a matrix that it was given; <c>Wrap</c> alone shares memory with the caller.</remarks>
public sealed partial class Matrix : IEquatable<Matrix>
{
    private readonly double[] _values;

    private Matrix(int rows, int columns, double[] values, ImmutableArray<string> names)
    {
        Rows = rows;
        Columns = columns;
        _values = values;
        ColumnNames = names;
    }

    /// <summary>Number of rows n. ≥ 0.</summary>
    public int Rows { get; }

    /// <summary>Number of columns d. ≥ 0.</summary>
    public int Columns { get; }

    /// <summary>One name a column, or empty when the columns have no names.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    /// <summary>All values, row after row: element (i, j) is at i·d + j. No copy.</summary>
    public ReadOnlySpan<double> Span => _values;

    /// <summary>All values as memory, for work split over threads. No copy.</summary>
    public ReadOnlyMemory<double> Memory => _values;

    /// <summary>The value at row <paramref name="row"/> and column <paramref name="column"/>, both from 0.</summary>
    /// <exception cref="ArgumentException">An index is outside the matrix.</exception>
    public double this[int row, int column]
    {
        get
        {
            CheckRow(row);
            CheckColumn(column);
            return _values[row * Columns + column];
        }
    }

    /// <summary>Row <paramref name="row"/>, of length d. No copy.</summary>
    /// <exception cref="ArgumentException">The index is outside the matrix.</exception>
    public ReadOnlySpan<double> Row(int row)
    {
        CheckRow(row);
        return _values.AsSpan(row * Columns, Columns);
    }

    /// <summary>A copy of column <paramref name="column"/>, of length n.</summary>
    /// <exception cref="ArgumentException">The index is outside the matrix.</exception>
    public double[] Column(int column)
    {
        CheckColumn(column);
        var copy = new double[Rows];
        for (int i = 0, at = column; i < copy.Length; i++, at += Columns) copy[i] = _values[at];
        return copy;
    }

    /// <summary>A copy of the column of that name, of length n.</summary>
    /// <exception cref="ArgumentException">No column has the name.</exception>
    public double[] Column(string name) => Column(IndexOf(name));

    /// <summary>Position of the column of that name.</summary>
    /// <exception cref="ArgumentException">No column has the name.</exception>
    public int IndexOf(string name)
    {
        var index = ColumnNames.IndexOf(name);
        if (index < 0)
            throw new ArgumentException(ColumnNames.IsEmpty
                ? $"Column '{name}' is not in the matrix: its columns have no names. Use WithColumnNames or an index."
                : $"Column '{name}' is not in the matrix. Columns: {string.Join(", ", ColumnNames)}.");
        return index;
    }

    /// <summary>The column's name, or <c>x0</c>, <c>x1</c>, … where the columns have none.</summary>
    /// <exception cref="ArgumentException">The index is outside the matrix.</exception>
    public string ColumnName(int column)
    {
        CheckColumn(column);
        return ColumnNames.IsEmpty ? $"x{column}" : ColumnNames[column];
    }

    /// <summary>The same values under other column names. No copy of the values.</summary>
    /// <param name="names">One a column, no two equal; or none, to drop the names.</param>
    /// <exception cref="ArgumentException">Too many, too few, empty or repeated names.</exception>
    public Matrix WithColumnNames(params IEnumerable<string> names) => new(Rows, Columns, _values, CheckNames(Columns, names));

    /// <summary>A copy of all values as an array [n, d].</summary>
    public double[,] ToArray()
    {
        var copy = new double[Rows, Columns];
        Buffer.BlockCopy(_values, 0, copy, 0, _values.Length * sizeof(double));
        return copy;
    }

    /// <summary>True when shape, values (NaN equals NaN) and column names are the same.</summary>
    public bool Equals(Matrix? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns && ColumnNames.SequenceEqual(other.ColumnNames)
        && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matrix);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Rows);
        hash.Add(Columns);
        for (var i = 0; i < Math.Min(_values.Length, 16); i++) hash.Add(_values[i]);
        return hash.ToHashCode();
    }

    private void CheckRow(int row)
    {
        if ((uint)row >= (uint)Rows)
            throw new ArgumentException($"Row must be in [0, {Rows - 1}] for a {Rows} × {Columns} matrix. Got {row}.");
    }

    private void CheckColumn(int column)
    {
        if ((uint)column >= (uint)Columns)
            throw new ArgumentException($"Column must be in [0, {Columns - 1}] for a {Rows} × {Columns} matrix. Got {column}.");
    }

    private static ImmutableArray<string> CheckNames(int columns, IEnumerable<string>? names)
    {
        if (names is null) return [];
        var list = names.ToImmutableArray();
        if (list.IsEmpty) return list;
        if (list.Length != columns)
            throw new ArgumentException($"A matrix of {columns} columns needs {columns} column names or none. Got {list.Length}.");
        var seen = new HashSet<string>();
        foreach (var name in list)
        {
            if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("Column names must not be blank. Got a blank one.");
            if (!seen.Add(name)) throw new ArgumentException($"Column names must differ. Got '{name}' twice.");
        }
        return list;
    }
}
