namespace MarketingNotebooks.Numerics.Tests;

public class MatrixTests
{
    private static readonly Matrix Small = Matrix.FromRows([[1, 2, 3], [4, 5, 6]], ["a", "b", "c"]);

    [Fact]
    public void Shape_values_rows_and_columns()
    {
        Assert.Equal((2, 3), (Small.Rows, Small.Columns));
        Assert.Equal(6, Small[1, 2]);
        Assert.Equal([4, 5, 6], Small.Row(1).ToArray());
        Assert.Equal([2, 5], Small.Column(1));
        Assert.Equal([3, 6], Small.Column("c"));
        Assert.Equal([1, 2, 3, 4, 5, 6], Small.Span.ToArray());
        Assert.Equal("b", Small.ColumnName(1));
        Assert.Equal("x1", Small.Transpose().ColumnName(1));
    }

    [Fact]
    public void Factories_agree()
    {
        Assert.Equal(Small, Matrix.FromColumns([[1, 4], [2, 5], [3, 6]], ["a", "b", "c"]));
        Assert.Equal(Small, Matrix.Wrap(2, 3, [1, 2, 3, 4, 5, 6], ["a", "b", "c"]));
        Assert.Equal(Small, Matrix.Create(2, 3, (i, j) => 3 * i + j + 1, ["a", "b", "c"]));
        Assert.Equal(Small, Matrix.FromArray(Small.ToArray(), Small.ColumnNames));
        Assert.Equal(Matrix.FromRows([[1, 0], [0, 1]]), Matrix.Identity(2));
        Assert.Equal(Matrix.FromRows([[0, 0]]), Matrix.Zeros(1, 2));
        Assert.Equal((0, 2), (Matrix.FromRows([], ["a", "b"]).Rows, Matrix.FromRows([], ["a", "b"]).Columns));
    }

    [Fact]
    public void Equality_covers_shape_values_and_names()
    {
        Assert.NotEqual(Small, Small.WithColumnNames());
        Assert.NotEqual(Small, Small.WithColumnNames("a", "b", "d"));
        Assert.NotEqual(Matrix.Wrap(2, 3, new double[6]), Matrix.Wrap(3, 2, new double[6]));
        Assert.Equal(Matrix.FromRows([[double.NaN]]), Matrix.FromRows([[double.NaN]]));
        Assert.Equal(Small.GetHashCode(), Matrix.FromArray(Small.ToArray(), Small.ColumnNames).GetHashCode());
    }

    [Fact]
    public void Transpose_of_every_shape()
    {
        for (var n = 0; n < 40; n += 3)
        {
            for (var d = 0; d < 40; d += 3)
            {
                var x = Matrix.Create(n, d, (i, j) => 100 * i + j);
                Assert.Equal(Matrix.Create(d, n, (i, j) => 100 * j + i), x.Transpose());
            }
        }
    }

    [Fact]
    public void Selections()
    {
        Assert.Equal(Matrix.FromRows([[4, 5, 6], [1, 2, 3], [4, 5, 6]], ["a", "b", "c"]), Small.SelectRows([1, 0, 1]));
        Assert.Equal(Matrix.FromRows([[3, 1], [6, 4]], ["c", "a"]), Small.SelectColumns(2, 0));
        Assert.Equal(Matrix.FromRows([[3, 1], [6, 4]], ["c", "a"]), Small.SelectColumns("c", "a"));
        Assert.Equal(Matrix.FromRows([[4, 5, 6]], ["a", "b", "c"]), Small.SliceRows(1, 1));
        Assert.Equal(Matrix.FromRows([[2, 4, 6], [8, 10, 12]], ["a", "b", "c"]), Small.Map(v => 2 * v));
    }

    [Fact]
    public void Arithmetic()
    {
        Assert.Equal(2 * Small, Small + Small);
        Assert.Equal(Matrix.Zeros(2, 3).WithColumnNames("a", "b", "c"), Small - Small);
        Assert.Equal(Matrix.FromRows([[14, 32], [32, 77]]), Small * Small.Transpose());
        Assert.Equal([14, 32], Small.Multiply([1, 2, 3]));
    }

    [Fact]
    public void Text_is_a_small_aligned_table()
    {
        Assert.Equal("Matrix 2 × 3\na  b  c\n1  2  3\n4  5  6", Small.ToString());
        Assert.Equal("Matrix 12 × 1\n" + string.Join("\n", Enumerable.Range(0, 10).Select(i => $"{i}")) + "\n… 2 more rows",
            Matrix.Create(12, 1, (i, _) => i).ToString());
        Assert.Equal("Matrix 0 × 2", Matrix.Zeros(0, 2).ToString());
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "Column 'z' is not in the matrix. Columns: a, b, c.", () => Small.IndexOf("z") },
        {
            "Column 'z' is not in the matrix: its columns have no names. Use WithColumnNames or an index.",
            () => Matrix.Zeros(1, 1).IndexOf("z")
        },
        { "Row must be in [0, 1] for a 2 × 3 matrix. Got 2.", () => Small.Row(2) },
        { "Column must be in [0, 2] for a 2 × 3 matrix. Got -1.", () => _ = Small[0, -1] },
        { "A matrix of 3 columns needs 3 column names or none. Got 2.", () => Small.WithColumnNames("a", "b") },
        { "Column names must differ. Got 'a' twice.", () => Small.WithColumnNames("a", "b", "a") },
        { "Column names must not be blank. Got a blank one.", () => Small.WithColumnNames("a", "b", " ") },
        { "A 2 × 3 matrix needs 6 values. Got 5.", () => Matrix.Wrap(2, 3, new double[5]) },
        { "A matrix needs rows ≥ 0 and columns ≥ 0. Got -1 × 2.", () => Matrix.Zeros(-1, 2) },
        { "A matrix holds at most 2,147,483,591 values. Got 100000 × 100000 = 10,000,000,000.", () => Matrix.Zeros(100_000, 100_000) },
        { "Rows must have equal length: row 0 has 2 values. Got 1 in row 1.", () => Matrix.FromRows([[1, 2], [3]]) },
        { "Columns must have equal length: column 0 has 2 values. Got 1 in column 1.", () => Matrix.FromColumns([[1, 2], [3]]) },
        { "Multiply needs as many rows on the right as columns on the left (3). Got 2 × 3.", () => Small.Multiply(Small) },
        { "Multiply needs a vector of 3 values for a 2 × 3 matrix. Got 2.", () => Small.Multiply([1, 2]) },
        { "Operator + needs equal shapes: the left side is 2 × 3. Got 3 × 2 on the right.", () => _ = Small + Small.Transpose() },
        { "SliceRows needs a range within 2 rows. Got start 1 and count 2.", () => Small.SliceRows(1, 2) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string message, Action action) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);
}
