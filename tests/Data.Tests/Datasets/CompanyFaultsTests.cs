using System.Globalization;
using System.Text.Json;
using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets;

/// <summary>Finds the planted faults by looking at the raw tables alone and at the clean ones, and compares with what truth.json says.</summary>
public sealed class CompanyFaultsTests
{
    private static readonly CompanyData Shop = Shops.Committed;
    private static readonly string[] Channels = ["search", "social", "email", "affiliate", "display", "direct"];
    private static readonly string[] Countries = ["GB", "DE", "US", "FR", "NL", "SG", "HK", "TW", "CN"];
    private static readonly string[] Statuses = ["completed", "partly returned", "returned"];

    [Fact]
    public void Customers() => Check("raw_customers", "customer_id", Ids("customers", "customer_id"), cell => cell switch
    {
        ("country", "") or ("birth_year", "") => "missing",
        ("country", var text) when !Countries.Contains(text) => "inconsistent_category",
        ("channel", var text) when !Channels.Contains(text) => "inconsistent_category",
        ("birth_year", var text) when !IsNumber(text) => "wrong_type",
        ("birth_year", var text) when int.Parse(text) is < 1910 or > 2025 => "outlier",
        ("signup_date", var text) when !InPeriod(text) => "impossible_date",
        _ => null,
    });

    [Fact]
    public void Orders()
    {
        var customers = Ids("customers", "customer_id");
        Check("raw_orders", "order_id", Ids("orders", "order_id"), cell => cell switch
        {
            ("customer_id", "") or ("channel", "") or ("amount", "") => "missing",
            ("customer_id", var text) when !customers.Contains(text) => "orphan",
            ("order_date", var text) when !InPeriod(text) => "impossible_date",
            ("channel", var text) when !Channels.Contains(text) => "inconsistent_category",
            ("status", var text) when !Statuses.Contains(text) => "inconsistent_category",
            ("amount", var text) when !IsNumber(text) => "wrong_type",
            // A clean order stays below 1,500; the smallest outlier is a hundred times 2.48.
            ("amount", var text) when text.EndsWith(".00", StringComparison.Ordinal) && Amount(text) > 200 && IsHundredfold(text) => "outlier",
            _ => null,
        });
    }

    [Fact]
    public void Order_lines()
    {
        var (orders, products) = (Ids("orders", "order_id"), Ids("products", "product_id"));
        var prices = Shop["products"].Values("list_price").Select(price => (double)price!).ToHashSet();
        Check("raw_order_lines", null, [], cell => cell switch
        {
            ("quantity", "") or ("unit_price", "") => "missing",
            ("order_id", var text) when !orders.Contains(text) => "orphan",
            ("product_id", var text) when !products.Contains(text) => "orphan",
            ("unit_price", var text) when !IsNumber(text) => "wrong_type",
            ("unit_price", var text) when !prices.Contains(Amount(text)) => "outlier",
            ("quantity", var text) when int.Parse(text) > 8 => "outlier",
            _ => null,
        });
    }

    [Fact]
    public void The_list_of_faults_points_at_damaged_cells_and_knows_the_clean_ones()
    {
        var faults = Shop["truth_faults"];
        var raw = new[] { "raw_customers", "raw_orders", "raw_order_lines" }.ToDictionary(name => name, name => Shop[name]);
        for (var at = 0; at < faults.RowCount; at++)
        {
            var (kind, column) = (faults.Text("fault").Text(at)!, faults.Text("column").Text(at));
            if (kind is "exact_duplicate" or "near_duplicate") continue;
            var cell = raw[faults.Text("table").Text(at)!].Text(column!).Text((int)(long)faults["row"][at]! - 1) ?? "";
            Assert.NotEqual(faults.Text("clean").Text(at), cell);
        }
        Assert.InRange(faults.RowCount, 1_000, 2_500);
    }

    [Fact]
    public void A_raw_table_without_its_faulty_rows_is_the_clean_one()
    {
        var faulty = Shop["truth_faults"].Where(c => c["table"] == "raw_customers").Values("row").Select(row => (int)(long)row!).ToHashSet();
        var clean = File.ReadLines(Committed.Csv("customers")).ToHashSet();
        var raw = File.ReadAllLines(Committed.Csv("raw_customers"));
        for (var row = 1; row < raw.Length; row++)
            if (!faulty.Contains(row)) Assert.Contains(raw[row], clean);
    }

    private static void Check(string table, string? key, HashSet<string> ids, Func<(string Column, string Text), string?> judge)
    {
        var names = Shop[table].ColumnNames.ToArray();
        var seen = new HashSet<string>();
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Shop[table].Rows())
        {
            var cells = Array.ConvertAll(row, cell => (string?)cell ?? "");
            var at = key is null ? -1 : Array.IndexOf(names, key);
            if (!seen.Add(string.Join('\u001f', cells))) Count("exact_duplicate.row");
            else if (at >= 0 && !ids.Contains(cells[at])) Count($"near_duplicate.{key}");
            else
                for (var i = 0; i < cells.Length; i++)
                    if (judge((names[i], cells[i])) is { } kind) Count($"{kind}.{names[i]}");
        }
        var stated = Shop.Truth.GetProperty("faults").GetProperty(table).EnumerateObject()
            .SelectMany(kind => kind.Value.EnumerateObject().Select(column => (Name: $"{kind.Name}.{column.Name}", Count: column.Value.GetInt32())))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal);
        Assert.Equal(stated.Select(pair => $"{pair.Name}: {pair.Count}"), found.Select(pair => $"{pair.Key}: {pair.Value}"));

        void Count(string name) => found[name] = found.GetValueOrDefault(name) + 1;
    }

    /// <summary>A clean amount is the gross less a share; a hundredfold one is a whole number that no order of the shop has.</summary>
    private static bool IsHundredfold(string text) =>
        CleanAmounts.Contains((Amount(text) / 100).ToString("0.00", CultureInfo.InvariantCulture)) && !CleanAmounts.Contains(text);

    private static readonly HashSet<string> CleanAmounts =
        [.. Shop["orders"].Values("amount").Select(amount => ((double)amount!).ToString("0.00", CultureInfo.InvariantCulture))];

    private static HashSet<string> Ids(string table, string column) => [.. Shop[table].Values(column).Select(id => id!.ToString()!)];

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static double Amount(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static bool InPeriod(string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is 2024 or 2025;
}
