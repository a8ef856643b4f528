using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Cohorts;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests.Cohorts;

public sealed class CohortRetentionTests
{
    private static readonly DataFrame Purchases = Orders(
        ("a", "2024-01-05", 1), ("b", "2024-01-31 23:59", 1), ("a", "2024-02-10", 1), ("a", "2024-02-11", 1), ("c", "2024-03-01", 1),
        ("b", "2024-03-15", 1), ("c", "2024-04-02", 1), ("d", "2024-04-03", 1));

    [Fact]
    public void Cohorts_by_hand()
    {
        // April is not complete: the list ends on the 3rd. So d is in no cohort, and c's second purchase is not counted.
        var cohorts = Purchases.Cohorts();
        Assert.Equal(1, cohorts.LeftOut);
        var matrix = cohorts.Matrix;
        Assert.Equal(["cohort", "size", "0", "1", "2"], matrix.ColumnNames);
        Assert.Equal([new DateTime(2024, 1, 1), new DateTime(2024, 3, 1)], matrix.Values("cohort"));
        Assert.Equal([2L, 1L], matrix.Values("size"));
        Assert.Equal([1.0, 1.0], matrix.Values("0"));
        Assert.Equal([0.5, null], matrix.Values("1")); // twice in February is once active; March has no complete age 1
        Assert.Equal([0.5, null], matrix.Values("2"));
    }

    [Fact]
    public void Nobody_is_an_error_and_one_customer_a_cohort()
    {
        var message = "CohortRetention needs at least one purchase with customer and date. Got none.";
        Assert.Equal(message, Error(() => Purchases.Head(0).Cohorts()));
        Assert.Equal(message, Error(() => Purchases.Head(0).Cohorts("customer_id", "order_date")));
        Assert.Equal([1L], Purchases.Head(1).Cohorts("customer_id", "order_date", until: new DateTime(2024, 2, 1)).Matrix.Values("size"));
    }

    [Fact]
    public void Named_columns_are_counted_where_the_purchases_are()
    {
        var rng = new Numerics.Rng(8);
        var rows = Orders([.. Enumerable.Range(0, 2_000).Select(_ => ($"c{rng.Next(300)}", $"{new DateTime(2023, 1, 1).AddMinutes(rng.Next(1_000_000)):yyyy-MM-dd HH:mm}", 1.0))]);
        foreach (var period in Enum.GetValues<CohortPeriod>())
        {
            Assert.Equal(rows.Cohorts(period: period).Long.ToString(), rows.Cohorts("customer_id", "order_date", period).Long.ToString());
            Engines.Agree(rows, frame => frame.Cohorts("customer_id", "order_date", period).Long);
        }
    }

    [Fact]
    public void Dates_that_stand_for_none_are_refused_before_they_fill_the_memory()
    {
        var error = Assert.Throws<ArgumentException>(() => Orders(("a", "0001-01-01", 1), ("b", "2024-02-01", 1)).Cohorts());
        Assert.Equal("CohortRetention follows up to 6,000 periods. Got 24,277 from 0001-01-01 on. "
            + "Take out dates that stand for none, such as 0001-01-01 or 1900-01-01, or choose a longer period.", error.Message);
    }

    [Fact]
    public void Until_completes_a_period()
    {
        var cohorts = Purchases.Cohorts(until: new DateTime(2024, 5, 1));
        Assert.Equal(0, cohorts.LeftOut);
        Assert.Equal([2L, 1L, 1L], cohorts.Matrix.Values("size"));
        Assert.Equal([0.5, 1.0, null], cohorts.Matrix.Values("1"));
        Assert.Equal([0.0, null, null], cohorts.Matrix.Values("3")); // a complete month without a purchase is a zero
    }

    [Fact]
    public void Until_leaves_later_rows_out()
    {
        var cohorts = Purchases.Cohorts(until: new DateTime(2024, 3, 1));
        Assert.Equal([2L], cohorts.Matrix.Values("size"));
        Assert.Equal(0, cohorts.LeftOut); // c and d had not come yet
    }

    [Fact]
    public void The_curve_weighs_cohorts_by_size_over_those_that_reached_the_age()
    {
        var curve = Purchases.Cohorts(until: new DateTime(2024, 5, 1)).Curve;
        Assert.Equal([0L, 1L, 2L, 3L], curve.Values("age"));
        Assert.Equal([3L, 2L, 1L, 1L], curve.Values("cohorts"));
        Assert.Equal([4L, 3L, 2L, 2L], curve.Values("customers"));
        Assert.Equal([4L, 2L, 1L, 0L], curve.Values("active"));
        Assert.Equal([1.0, 2 / 3.0, 0.5, 0.0], curve.Values("retention"));
    }

    [Fact]
    public void The_long_form_has_a_row_a_complete_period()
    {
        var cells = Purchases.Cohorts().Long;
        Assert.Equal([0L, 1L, 2L, 0L], cells.Values("age"));
        Assert.Equal([2L, 1L, 1L, 1L], cells.Values("active"));
        Assert.Equal([1.0, 0.5, 0.5, 1.0], cells.Values("retention"));
    }

    [Fact]
    public void Weeks_begin_on_Monday()
    {
        // 2024-12-29 is a Sunday, the 30th a Monday: weeks run across the year.
        var cohorts = Orders(("a", "2024-12-29", 1), ("a", "2024-12-30", 1), ("b", "2025-01-05", 1)).Cohorts(period: CohortPeriod.Week);
        Assert.Equal([new DateTime(2024, 12, 23), new DateTime(2024, 12, 30)], cohorts.Matrix.Values("cohort"));
        Assert.Equal([1.0, null], cohorts.Matrix.Values("1"));
    }

    [Fact]
    public void Quarters_are_of_the_calendar()
    {
        var cohorts = Orders(("a", "2023-12-31", 1), ("a", "2024-01-01", 1), ("a", "2024-06-30", 1)).Cohorts(period: CohortPeriod.Quarter);
        Assert.Equal([new DateTime(2023, 10, 1)], cohorts.Matrix.Values("cohort"));
        Assert.Equal([1.0, 1.0, 1.0], new[] { "0", "1", "2" }.Select(age => (double)cohorts.Matrix[age][0]!));
    }

    [Fact]
    public void A_list_within_one_period_has_no_cohort() => Assert.Equal(
        "CohortRetention needs a complete month. The data end on 2024-02-11; choose a shorter period, or set until: when nothing happened after it.",
        Error(() => Orders(("a", "2024-02-10", 1), ("a", "2024-02-11", 1)).Cohorts()));

    [CdnowFact]
    public void Cdnow_equals_a_direct_count()
    {
        var lines = Cdnow.Lines().Select(line => (line.Customer, Month: line.Date / 10_000 * 12 + line.Date / 100 % 100 - 1)).Distinct().ToList();
        var birth = lines.GroupBy(line => line.Customer).ToDictionary(group => group.Key, group => group.Min(line => line.Month));
        var cells = Cdnow.Read().Cohorts("column2", "column3").Long;
        Assert.Equal([18L, 17L, 16L], cells.Values("cohort").GroupBy(cohort => cohort).Select(group => (long)group.Count())); // 1997-01 to 1998-06
        for (var row = 0; row < cells.RowCount; row++)
        {
            var cohort = (DateTime)cells["cohort"][row]!;
            var month = cohort.Year * 12 + cohort.Month - 1;
            Assert.Equal(birth.Values.Count(first => first == month), (long)cells["size"][row]!);
            Assert.Equal(lines.Count(line => birth[line.Customer] == month && line.Month == month + (long)cells["age"][row]!), (long)cells["active"][row]!);
        }
    }
}
