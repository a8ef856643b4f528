using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class BatchesTests
{
    private static readonly DataFrame Visits = DataFrame.FromColumns(
        ("visit", new Column<long>(ColumnKind.Integer, [7, -3, 4, 5, 6, 0], Validity.FromFlags([true, true, true, true, true, false]))),
        ("minutes", new Column<double>(ColumnKind.Number, [1, 2, 3, 4, 5, 6])),
        ("bought", new Column<bool>(ColumnKind.Boolean, [true, false, false, true, false, true])),
        ("gap", new Column<double>(ColumnKind.Number, [1, double.NaN, 3, 4, 5, 6])),
        ("note", TextColumn.From(["a", "b", "c", "d", "e", "f"])));

    [Fact]
    public void Parts_of_a_frame_hold_every_row_once_also_without_a_key()
    {
        var parts = Visits.ToBatches(["minutes", "bought"], by: "visit", parts: 3).ToList();
        Assert.Equal([2, 5, 6], parts[0].Column("minutes")); // −3, 6 and the row without a key
        Assert.Equal([1, 3], parts[1].Column("minutes")); // 7 and 4
        Assert.Equal([4], parts[2].Column("minutes"));
        Assert.Equal([0, 0, 1], parts[0].Column("bought"));
    }

    [Fact]
    public void A_reader_is_read_in_batches()
    {
        using var reader = Visits.ToDataReader();
        var batches = reader.ToBatches(["bought", "minutes", "visit"], rows: 4, Missing.DropRows).ToList();
        Assert.Equal([4, 1], batches.Select(batch => batch.Rows)); // the last row lacks its visit
        Assert.Equal([1, 1, 7], batches[0].Row(0).ToArray());
        Assert.Equal(["bought", "minutes", "visit"], batches[1].ColumnNames.ToArray());
        using var again = Visits.ToDataReader();
        var once = Visits.ToDataReader().ToBatches(["visit"], missing: Missing.DropRows);
        Assert.NotEmpty(once);
        Assert.StartsWith("A reader's batches can be enumerated once.", Assert.Throws<InvalidOperationException>(() => once.Count()).Message, StringComparison.Ordinal);
        Assert.True(double.IsNaN(again.ToBatches(["gap"], missing: Missing.NaN).Single()[1, 0]));
    }

    [Fact]
    public void Slices_of_a_matrix_keep_order() => Assert.Equal([[0, 1], [2, 3], [4]],
        Matrix.Create(5, 1, (i, _) => i).ToBatches(2).Select(batch => batch.Column(0)));

    [Fact]
    public void Parquet_is_clustered_without_reading_it_whole()
    {
        var folder = Directory.CreateTempSubdirectory("batches-").FullName;
        try
        {
            var (rows, labels) = Samples.Groups(4_000, 2, 4, noise: 0.5, seed: 9);
            DataFrame.FromColumns(("id", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, 4_000).Select(i => (long)i)])),
                ("x", new Column<double>(ColumnKind.Number, rows.Column(0))), ("y", new Column<double>(ColumnKind.Number, rows.Column(1))))
                .WriteParquet(Path.Combine(folder, "rows.parquet"));
            var stream = DataFrame.ScanParquet(Path.Combine(folder, "*.parquet")).ToBatches(["x", "y"], by: "id", parts: 8);
            Assert.All(stream, batch => Assert.Equal(500, batch.Rows));
            var model = MiniBatchKMeans.Fit(stream, new() { Clusters = 4, SeedRows = 1_000 });
            Assert.Equal(KMeans.Fit(rows, new() { Clusters = 4 }).Inertia, model.Inertia(stream), 0.01 * model.Inertia(stream));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static TheoryData<string, Func<object>> Mistakes => new()
    {
        { "ToBatches needs parts ≥ 1. Got 0.", () => Visits.ToBatches(["minutes"], "visit", 0) },
        { "Column 'minutes' is number. ToBatches divides by a column of integers, such as an identifier.", () => Visits.ToBatches(["minutes"], "minutes", 2) },
        { "Column 'note' is text. ToBatches takes integer, number or boolean columns: leave it out, or encode it first.", () => Visits.ToBatches(["note"], "visit", 2) },
        { "Column 'pages' is not in the reader. Columns: visit, minutes, bought, gap, note.", () => Visits.ToDataReader().ToBatches(["pages"]) },
        { "Row 0, column 'note' is 'a', which is no number. Choose numeric or boolean columns.", () => Visits.ToDataReader().ToBatches(["note"]).ToList() },
        {
            "Row 1, column 'gap' has no value. Drop such rows with ToBatches(…, missing: Missing.DropRows), or fill them first.",
            () => Visits.ToDataReader().ToBatches(["gap"]).ToList()
        },
        { "ToBatches needs rows ≥ 1 a batch. Got 0.", () => Samples.Iris.ToBatches(0) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string message, Func<object> action) => Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);
}
