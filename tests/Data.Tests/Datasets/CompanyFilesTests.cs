using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets;

public sealed class CompanyFilesTests : IDisposable
{
    private static readonly CompanyData Shop = Shops.Committed;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"company-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_committed_folder_is_bit_for_bit_what_the_generator_writes()
    {
        var written = Company.Write(_folder, new CompanyOptions { Seed = 42, Customers = 4_000 });
        Assert.Equal(Names(Directory.GetFiles(Committed.Folder).Where(path => !Path.GetFileName(path).StartsWith('.'))), Names(written));
        Assert.Equal(Names(Directory.GetFiles(_folder)), Names(written));
        foreach (var path in written)
            Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Committed.Folder, Path.GetFileName(path)))),
                $"data/{Path.GetFileName(path)} is not what the generator writes. Run 'mn data generate --seed 42 --customers 4000'.");
    }

    [Fact]
    public void The_committed_folder_stays_small() =>
        Assert.InRange(Directory.GetFiles(Committed.Folder).Sum(path => new FileInfo(path).Length), 1, 6_000_000);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_number_of_threads_changes_no_byte(int threads)
    {
        // More customers than one batch, so that there is something to divide.
        var two = Company.Write(Path.Combine(_folder, "two"), new CompanyOptions { Customers = 2_500, Threads = 2 });
        var other = Company.Write(Path.Combine(_folder, "other"), new CompanyOptions { Customers = 2_500, Threads = threads });
        Assert.Equal(two.Select(File.ReadAllText), other.Select(File.ReadAllText));
    }

    [Fact]
    public void Another_seed_gives_other_orders() =>
        Assert.NotEqual(Company.Generate(new() { Customers = 50, Seed = 1 })["orders"].ToString(),
            Company.Generate(new() { Customers = 50, Seed = 2 })["orders"].ToString());

    public static TheoryData<string> CleanTables =>
        [.. Company.TableNames.Where(table => !table.StartsWith("raw_", StringComparison.Ordinal) && table != "truth_faults")];

    [Theory]
    [MemberData(nameof(CleanTables))]
    public void A_generated_frame_equals_the_file_read_back(string table)
    {
        var read = DataFrame.ReadCsv(Committed.Csv(table), new CsvOptions { Header = true });
        Assert.Equal(0, read.Rejects.RowCount);
        Assert.Equal(Shop[table].Schema.ToString(), read.Schema.ToString());
        Assert.Equal(Shop[table].Rows(), read.Rows());
    }

    [Theory]
    [InlineData("raw_customers")]
    [InlineData("raw_orders")]
    [InlineData("raw_order_lines")]
    [InlineData("truth_faults")]
    public void A_raw_frame_equals_the_file_read_as_text(string table)
    {
        var kinds = Shop[table].Schema.ToDictionary(field => field.Name, field => field.Kind);
        var read = DataFrame.ReadCsv(Committed.Csv(table), new CsvOptions { Header = true, Kinds = kinds });
        Assert.Equal(0, read.Rejects.RowCount);
        Assert.Equal(Shop[table].Rows(), read.Rows());
    }

    [Fact]
    public void The_dictionary_covers_exactly_the_columns_on_disk()
    {
        var listed = new List<string>();
        var table = "";
        foreach (var line in File.ReadLines(Path.Combine(Committed.Folder, "README.md")))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal)) table = line[4..];
            var cells = line.Split('|');
            if (table == "" || cells.Length < 2 || cells[2].Trim() is "type" or "---") continue;
            Assert.Equal(8, cells.Length);
            listed.Add($"{table}.{cells[1].Trim()}");
            foreach (var needed in new[] { 2, 4, 5, 6 }) Assert.False(string.IsNullOrWhiteSpace(cells[needed]), line);
        }
        var onDisk = Directory.GetFiles(Committed.Folder, "*.csv").SelectMany(path =>
            File.ReadLines(path).First().Split(',').Select(column => $"{Path.GetFileNameWithoutExtension(path)}.{column}"));
        Assert.Equal(onDisk.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cancelling_leaves_no_file()
    {
        using var source = new CancellationTokenSource();
        // The first report comes after one chunk of the first table, with more of it to come.
        Assert.ThrowsAny<OperationCanceledException>(() => Company.Write(_folder, new CompanyOptions { Customers = 20_000, Threads = 1 },
            new Report(_ => source.Cancel()), source.Token));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var seen = new List<double>();
        Company.Generate(new CompanyOptions { Customers = 300 }, new Report(seen.Add));
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, seen[^1], 12);
    }

    [Fact]
    public void All_option_errors_come_together() => Assert.Equal(
        "CompanyOptions.Customers must be in [1, 10,000,000]. Got 0. CompanyOptions.Threads must be ≥ 1 or null. Got -1.",
        Assert.Throws<ArgumentException>(() => Company.Generate(new CompanyOptions { Customers = 0, Threads = -1 })).Message);

    [Fact]
    public void An_unknown_table_is_named_with_those_present() => Assert.StartsWith(
        "The company has no table 'order'. Tables: customers, products, promotions, orders, order_lines, ",
        Assert.Throws<ArgumentException>(() => Shop["order"]).Message);

    [Fact]
    public void One_customer_is_a_company()
    {
        var shop = Company.Generate(new CompanyOptions { Customers = 1 });
        Assert.Equal(1, shop["customers"].RowCount);
        Assert.True(shop["orders"].RowCount >= 1);
        // A table may have no rows then, but never no header.
        foreach (var path in Company.Write(_folder, new CompanyOptions { Customers = 1 }).Where(path => path.EndsWith(".csv", StringComparison.Ordinal)))
            Assert.Equal(shop[Path.GetFileNameWithoutExtension(path)].ColumnNames, File.ReadLines(path).First().Split(','));
    }

    [Fact]
    public void The_company_of_another_size_has_the_same_weeks()
    {
        var small = Company.Generate(new CompanyOptions { Customers = 10 });
        foreach (var table in new[] { "media_weekly", "regions_weekly", "prices_weekly", "keyword_auctions", "products", "promotions" })
            Assert.Equal(Shop[table].Rows(), small[table].Rows());
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths) => paths.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private sealed class Report(Action<double> take) : IProgress<double>
    {
        void IProgress<double>.Report(double value) => take(value);
    }
}
