using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Segmentation;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests.Segmentation;

public sealed class RfmTests
{
    private static readonly DataFrame Purchases = Orders(
        ("b", "2024-03-01 23:59", 10), ("a", "2024-01-10 08:00", 20), ("a", "2024-01-10 09:00", 30), ("b", "2024-02-01", 5),
        ("c", "2024-03-09 12:00", 7), ("a", "2024-03-10 01:00", -20));

    [Fact]
    public void Sums_up_by_hand()
    {
        var rfm = Purchases.Rfm("customer_id", "order_date", "amount", new DateTime(2024, 3, 11));
        Assert.Equal(["b", "a", "c"], rfm.Values("customer_id"));
        Assert.Equal([10L, 61L, 2L], rfm.Values("recency")); // days, whatever the hour; a refund is no purchase
        Assert.Equal([2L, 2L, 1L], rfm.Values("frequency"));
        Assert.Equal([15.0, 30.0, 7.0], rfm.Values("monetary"));
        Assert.Equal([7.5, 15.0, 7.0], rfm.Values("average"));
        Assert.Equal([new DateTime(2024, 2, 1), new DateTime(2024, 1, 10), new DateTime(2024, 3, 9)], rfm.Values("first_date"));
        Assert.Equal([new DateTime(2024, 3, 1), new DateTime(2024, 1, 10), new DateTime(2024, 3, 9)], rfm.Values("last_date"));
        Assert.Equal([2L, 1L, 4L], rfm.Values("r")); // 1 + ⌊5 · 1/3⌋, 1 + 0, 1 + ⌊5 · 2/3⌋
        Assert.Equal([2L, 2L, 1L], rfm.Values("f")); // the tie shares the lower score
        Assert.Equal(["222", "124", "411"], rfm.Values("rfm"));
        Assert.Equal(["Hibernating", "At risk", "Promising"], rfm.Values("segment"));
    }

    [Fact]
    public void Named_columns_stay_a_plan_that_a_database_can_run()
    {
        Engines.Agree(Purchases, frame => frame.Rfm("customer_id", "order_date", "amount").OrderBy("customer_id"));
        Engines.Agree(Purchases, frame => frame.Rfm("customer_id", "order_date", "amount", new DateTime(2024, 3, 1, 15, 0, 0), new() { Frequency = PurchaseUnit.Day }).OrderBy("customer_id"));
        Assert.Contains("rank() over (", Purchases.Rfm("customer_id", "order_date", "amount").ToSql(Data.Engines.Sql.Dialect.Postgres).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Purchases.Head(0).Rfm("customer_id", "order_date", "amount").RowCount);
    }

    [Fact]
    public void Missing_customers_dates_and_amounts_that_are_no_numbers_play_no_part()
    {
        var holes = DataFrame.FromColumns(("customer_id", TextColumn.From(["a", null, "b", "c", "d"])),
            ("order_date", new Column<long>(ColumnKind.Timestamp, Dates(["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"]).Span.ToArray(), Validity.FromFlags([true, true, false, true, true]))),
            ("amount", Numbers(1, 2, 3, double.NaN, double.PositiveInfinity)));
        Assert.Equal(["a"], holes.Rfm("customer_id", "order_date", "amount").Values("customer_id"));
        Assert.Equal(["a"], holes.Rfm().Values("customer_id"));
    }

    [Fact]
    public void Scores_are_the_share_of_those_strictly_worse_on_random_purchases()
    {
        var rng = new Numerics.Rng(5);
        var rows = Enumerable.Range(0, 3_000).Select(_ => ($"c{rng.Next(400)}", $"{new DateTime(2024, 1, 1).AddMinutes(rng.Next(500_000)):yyyy-MM-dd HH:mm}", (double)rng.Next(-5, 60))).ToArray();
        var rfm = Orders(rows).Rfm("customer_id", "order_date", "amount").Collect();
        foreach (var (score, value, sign) in new[] { ("r", "recency", -1), ("f", "frequency", 1), ("m", "monetary", 1) })
        {
            var values = rfm[value].ToDoubles().Select(each => sign * each).ToArray();
            Assert.Equal(values.Select(each => (object?)(1 + 5L * values.Count(other => other < each) / values.Length)), rfm.Values(score));
        }
        for (var row = 0; row < rfm.RowCount; row++)
        {
            var (r, f, m) = ((int)(long)rfm["r"][row]!, (int)(long)rfm["f"][row]!, (int)(long)rfm["m"][row]!);
            Assert.Equal(RfmSegments.Name(r, f, m), rfm["segment"][row]);
            Assert.Equal($"{r}{f}{m}", rfm["rfm"][row]);
        }
        Engines.Agree(Orders(rows), frame => frame.Rfm("customer_id", "order_date", "amount").OrderBy("customer_id"));
    }

    [Fact]
    public void Days_count_once_a_day() =>
        Assert.Equal([2L, 1L, 1L], Purchases.Rfm(options: new RfmOptions { Frequency = PurchaseUnit.Day }).Values("frequency"));

    [Fact]
    public void Without_as_of_one_looks_back_from_the_day_after_the_last_row() =>
        Assert.Equal([10L, 61L, 2L], Purchases.Rfm().Values("recency"));

    [Fact]
    public void Later_rows_do_not_count()
    {
        var rfm = Purchases.Rfm(asOf: new DateTime(2024, 3, 1, 15, 0, 0));
        Assert.Equal(["a", "b"], rfm.Values("customer_id"));
        Assert.Equal([51L, 29L], rfm.Values("recency"));
        Assert.Equal([50.0, 5.0], rfm.Values("monetary"));
    }

    [Fact]
    public void A_customer_with_refunds_only_is_kept_with_frequency_0()
    {
        var rfm = Orders(("a", "2024-01-01", 5), ("z", "2024-01-03", -4)).Rfm();
        Assert.Equal([1L, 0L], rfm.Values("frequency"));
        Assert.Equal([5.0, -4.0], rfm.Values("monetary"));
        Assert.Equal([5.0, null], rfm.Values("average"));
        Assert.Equal([3L, 1L], rfm.Values("recency"));
    }

    [Fact]
    public void Quintiles_without_ties_are_of_equal_size()
    {
        var rfm = Orders([.. Enumerable.Range(0, 100).Select(i => ($"c{i}", $"{new DateTime(2024, 1, 1).AddDays(i):yyyy-MM-dd}", (i * 37 % 100) + 1.0))]).Rfm();
        foreach (var score in new[] { "r", "m" })
            Assert.All(rfm.Values(score).GroupBy(value => value), group => Assert.Equal(20, group.Count()));
        Assert.All(rfm.Values("f"), score => Assert.Equal(1L, score)); // everybody once
        Assert.Equal(5L, rfm.Values("r")[99]);
        Assert.Equal(1L, rfm.Values("r")[0]);
    }

    [Fact]
    public void The_order_of_rows_changes_nothing_but_the_order_of_customers()
    {
        var reversed = Purchases.Sample(Purchases.RowCount, seed: 3).Rfm().OrderBy("customer_id");
        Assert.Equal(Purchases.Rfm().OrderBy("customer_id").ToString(), reversed.ToString());
    }

    [Fact]
    public void One_row_is_a_customer()
    {
        var rfm = Orders(("a", "2024-01-01", 0)).Rfm();
        Assert.Equal([1L], rfm.Values("recency"));
        Assert.Equal(["Lost"], rfm.Values("segment"));
    }

    [Fact]
    public void No_purchase_before_as_of_is_an_error() => Assert.Equal(
        "Rfm needs a purchase before asOf. Got asOf 2024-01-10 and a first purchase on 2024-01-10.",
        Error(() => Purchases.Rfm(asOf: new DateTime(2024, 1, 10))));

    [Fact]
    public void No_rows_is_an_error() => Assert.Equal("Rfm needs at least one purchase with customer, date and amount. Got none.",
        Error(() => Purchases.Head(0).Rfm()));

    [Fact]
    public void Every_score_has_a_listed_segment()
    {
        var reached = new HashSet<string>();
        for (var r = 1; r <= 5; r++)
            for (var f = 1; f <= 5; f++)
                for (var m = 1; m <= 5; m++) reached.Add(RfmSegments.Name(r, f, m));
        Assert.Equal(RfmSegments.All.Order(), reached.Order());
        Assert.Equal("Champions", RfmSegments.Name(5, 5, 5));
        Assert.Equal("Cannot lose", RfmSegments.Name(1, 5, 4)); // halves up
        Assert.Equal("RFM scores must be in [1, 5]. Got 0, 3, 6.", Error(() => RfmSegments.Name(0, 3, 6)));
    }

    [CdnowFact]
    public void Cdnow_equals_a_direct_count()
    {
        var expected = Cdnow.Lines().GroupBy(line => line.Customer).ToDictionary(group => group.Key, group => (
            Recency: (long)(new DateTime(1998, 7, 1) - Day(group.Max(line => line.Date))).Days, Frequency: (long)group.Count(),
            Monetary: group.Sum(line => line.Dollars), First: Day(group.Min(line => line.Date))));
        var rfm = Cdnow.Read().Rfm("column2", "column3", "column5", new DateTime(1998, 7, 1));
        Assert.Equal(2_357, rfm.RowCount);
        Assert.Equal(6_919L, rfm.Values("frequency").Sum(count => (long)count!));
        for (var row = 0; row < rfm.RowCount; row++)
        {
            var customer = expected[(string)rfm["customer_id"][row]!];
            Assert.Equal((customer.Recency, customer.Frequency, customer.First),
                ((long)rfm["recency"][row]!, (long)rfm["frequency"][row]!, (DateTime)rfm["first_date"][row]!));
            Assert.Equal(customer.Monetary, (double)rfm["monetary"][row]!, 1e-9);
        }
    }

    [CdnowFact]
    public void Cdnow_equals_the_published_summary()
    {
        // Fader and Hardie's summary: repeat days up to 1997-09-30, and the week of the last one since the first, in weeks of 7 days.
        var rfm = Cdnow.Read().Rfm("column2", "column3", "column5", new DateTime(1997, 10, 1), new RfmOptions { Frequency = PurchaseUnit.Day })
            .OrderBy("customer_id");
        var summary = File.ReadLines(Cdnow.Summary).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(2_357, summary.Count);
        for (var row = 0; row < summary.Count; row++)
        {
            Assert.Equal(int.Parse(summary[row][0]), int.Parse((string)rfm["customer_id"][row]!));
            Assert.Equal(long.Parse(summary[row][1]), (long)rfm["frequency"][row]! - 1);
            var weeks = ((DateTime)rfm["last_date"][row]! - (DateTime)rfm["first_date"][row]!).TotalDays / 7;
            Assert.Equal(double.Parse(summary[row][2]), weeks, 0.0051);
        }
    }

    private static DateTime Day(int yyyymmdd) => new(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
}
