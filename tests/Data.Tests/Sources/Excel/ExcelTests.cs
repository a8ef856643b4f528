using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources.Excel;

namespace MarketingNotebooks.Data.Tests.Sources.Excel;

public sealed class ExcelTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"mn-{Guid.NewGuid():N}.xlsx");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Columns_get_the_kind_of_their_cells()
    {
        Write(("Orders", false,
        [
            ["id", "amount", "day", "paid", "note", "mixed", "took"],
            [1, 2.5, new DateTime(2026, 1, 2), true, "é茶 & <b>", 7, new TimeSpan(1, 30, 0)],
            [2, 3, new DateTime(2026, 1, 3, 12, 30, 0), false, null, "007", new TimeSpan(0, 0, 1)],
        ]));
        var frame = DataFrame.ReadExcel(_path);
        Assert.Equal([ColumnKind.Integer, ColumnKind.Number, ColumnKind.Timestamp, ColumnKind.Boolean, ColumnKind.Text, ColumnKind.Text, ColumnKind.Duration],
            frame.Schema.Select(field => field.Kind));
        Assert.Equal([1L, 2.5, new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), true, "é茶 & <b>", "7", new TimeSpan(1, 30, 0)], frame.Schema.Names.Select(name => frame[name][0]));
        Assert.Equal((string?[])["7", "007"], frame.Text("mixed").ToStrings());
        Assert.Equal(1, frame["note"].NullCount);
        Assert.Equal(new DateTime(2026, 1, 3, 12, 30, 0, DateTimeKind.Utc), frame["day"][1]);
    }

    [Fact]
    public void Titles_empty_rows_errors_and_nameless_columns()
    {
        Write(("Report", false,
        [
            ["Sales of May"], [],
            ["item", "item", null, null],
            ["tea", 5, "kept", null], [], ["", null, null, null],
            ["cup", new Workbook.Error("#N/A"), null, null],
        ]));
        var frame = DataFrame.ReadExcel(_path, new ExcelOptions { Skip = 1 });
        Assert.Equal(["item", "item_2", "column3"], frame.ColumnNames);
        Assert.Equal(2, frame.RowCount);
        Assert.Equal([5L, null], [frame["item_2"][0], frame["item_2"][1]]);
    }

    [Fact]
    public void The_first_visible_sheet_is_read_unless_one_is_named()
    {
        Write(("Notes", true, [["a"], [1]]), ("Data", false, [["b"], [2], [3]]), ("Empty", false, []));
        Assert.Equal(["Notes", "Data", "Empty"], DataFrame.ExcelSheets(_path));
        Assert.Equal(["b"], DataFrame.ReadExcel(_path).ColumnNames);
        Assert.Equal(["a"], DataFrame.ReadExcel(_path, new ExcelOptions { Sheet = "notes" }).ColumnNames);
        Assert.Equal(["column1"], DataFrame.ReadExcel(_path, new ExcelOptions { Header = false }).ColumnNames);
        Assert.Contains("Did you mean 'Data'?", Fails(new ExcelOptions { Sheet = "Date" }), StringComparison.Ordinal);
        Assert.Contains("'Empty' of", Fails(new ExcelOptions { Sheet = "Empty" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_without_rows_give_an_empty_frame()
    {
        Write(("Data", false, [["a", "b"]]));
        var frame = DataFrame.ReadExcel(_path);
        Assert.Equal((0, 2), (frame.RowCount, frame.ColumnCount));
    }

    [Fact]
    public void What_is_no_workbook_is_told_with_the_remedy()
    {
        Assert.Contains("cannot be read", Fails(), StringComparison.Ordinal);
        File.WriteAllText(_path, "a,b\n1,2\n");
        Assert.Contains("no Excel workbook. Read it with DataFrame.ReadCsv", Fails(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_workbooks_are_errors_and_never_crashes()
    {
        Write(("Data", false, [["id", "name", "day"], .. Enumerable.Range(0, 50).Select(i => (object?[])[i, $"n{i}", new DateTime(2026, 1, 1).AddDays(i)])]));
        var (whole, rng, errors) = (File.ReadAllBytes(_path), new Random(3), 0);
        for (var trial = 0; trial < 150; trial++)
        {
            var bytes = trial % 2 == 0 ? whole[..rng.Next(whole.Length)] : [.. whole];
            for (var flips = trial % 2 * 6; flips > 0; flips--) bytes[rng.Next(bytes.Length)] ^= (byte)(1 << rng.Next(8));
            File.WriteAllBytes(_path, bytes);
            try
            {
                Assert.InRange(DataFrame.ReadExcel(_path).RowCount, 0, 100);
            }
            catch (ExcelException)
            {
                errors++;
            }
        }
        Assert.True(errors >= 75, $"{errors} errors");
    }

    private void Write(params (string, bool, object?[][])[] sheets) => File.WriteAllBytes(_path, Workbook.Of(sheets));

    private string Fails(ExcelOptions? options = null) => Assert.Throws<ExcelException>(() => DataFrame.ReadExcel(_path, options)).Message;
}
