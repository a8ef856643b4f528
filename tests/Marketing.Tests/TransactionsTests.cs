using MarketingNotebooks.Data.Frames;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests;

public sealed class TransactionsTests
{
    private static readonly string[] Days = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-03"];

    [Fact]
    public void Names_decide_where_they_can()
    {
        var frame = DataFrame.FromColumns(
            ("order_id", Integers(1, 1, 2, 3)), ("CustomerID", Integers(7, 7, 8, 7)), ("shipped", Dates(Days)), ("Order Date", Dates(Days)),
            ("discount", Numbers(0, 0, 0, 0)), ("Amount", Numbers(1, 2, 3, 4)), ("cost", Numbers(9, 9, 9, 9)));
        var read = Transactions.Read(frame);
        Assert.Equal(("CustomerID", "Order Date", "Amount"), (read.Customer, read.Date, read.Amount));
        Assert.Equal(["customer_id", "order_date", "amount"], read.Frame.ColumnNames);
        Assert.Equal([1.0, 2, 3, 4], read.Frame["amount"].ToDoubles());
        Assert.Equal("Column 'CustomerID' is taken for the customer, 'Order Date' for the date and 'Amount' for the amount. "
            + "To choose others, set customer:, date: or amount:.", read.Description);
        Assert.Equal(0, read.SetAside.RowCount);
    }

    [Fact]
    public void Without_names_the_content_decides()
    {
        // An id in text, the same id again, a date as an integer, a quantity, an amount.
        var frame = DataFrame.FromColumns(
            ("column1", TextColumn.From(["00004", "00004", "00021", "00050"])), ("column2", TextColumn.From(["0001", "0001", "0002", "0003"])),
            ("column3", Integers(19970101, 19970118, 19970101, 19971231)), ("column4", Integers(1, 1, 1, 1)),
            ("column5", Numbers(29.33, 29.73, 14.96, 0)));
        var read = Transactions.Read(frame);
        Assert.Equal(("column1", "column3", "column5"), (read.Customer, read.Date, read.Amount));
        Assert.Equal(new DateTime(1997, 1, 18), read.Frame["order_date"][1]);
    }

    [Fact]
    public void Explicit_names_win_over_better_looking_columns()
    {
        var frame = DataFrame.FromColumns(("customer_id", Integers(1, 1, 2, 2)), ("household", Integers(5, 5, 5, 6)),
            ("order_date", Dates(Days)), ("paid_on", TextColumn.From(["20240201", "2024-02-02", "2024-02-03", "2024-02-04 10:30"])),
            ("amount", Numbers(1, 2, 3, 4)), ("points", Integers(5, 6, 7, 8)));
        var read = Transactions.Read(frame, customer: "household", date: "paid_on", amount: "points");
        Assert.Equal([5L, 5L, 5L, 6L], read.Frame.Values("customer_id"));
        Assert.Equal(new DateTime(2024, 2, 4, 10, 30, 0), read.Frame["order_date"][3]);
        Assert.Equal([5.0, 6, 7, 8], read.Frame["amount"].ToDoubles());
        Assert.Equal("Column 'household' is taken for the customer, 'paid_on' for the date and 'points' for the amount.", read.Description);
    }

    [Fact]
    public void Rows_that_lack_a_part_are_set_aside_and_counted()
    {
        var frame = DataFrame.FromColumns(("customer", TextColumn.From(["a", null, "b", "a"])), ("date", Dates(Days)),
            ("amount", Numbers(1, 2, double.NaN, 4)), ("note", TextColumn.From(["p", "q", "r", "s"])));
        var read = Transactions.Read(frame);
        Assert.Equal([1.0, 4], read.Frame["amount"].ToDoubles());
        Assert.Equal(["q", "r"], read.SetAside.Values("note"));
        Assert.EndsWith(" 2 of 4 rows lack one of them and were set aside; see SetAside.", read.Description);
    }

    [Fact]
    public void Without_an_amount_none_is_looked_for()
    {
        var read = Transactions.Read(DataFrame.FromColumns(("user", Integers(1, 1, 2, 3)), ("date", Dates(Days))), withAmount: false);
        Assert.Equal(["customer_id", "order_date"], read.Frame.ColumnNames);
        Assert.Equal("Column 'user' is taken for the customer and 'date' for the date. To choose others, set customer: or date:.", read.Description);
    }

    [Fact]
    public void Two_different_identifiers_are_ambiguous() => Assert.Equal(
        "Columns 'column1', 'column2' could each be the customer. Set customer: to one of them.",
        Error(() => Transactions.Read(DataFrame.FromColumns(("column1", Integers(1, 1, 2, 3)), ("column2", Integers(8, 9, 9, 7)),
            ("column3", Dates(Days)), ("column4", Numbers(1, 2, 3, 4))))));

    [Fact]
    public void Two_dates_are_ambiguous() => Assert.Equal(
        "Columns 'shipped', 'paid' could each be the date of purchase. Set date: to one of them.",
        Error(() => Transactions.Read(DataFrame.FromColumns(("customer", Integers(1, 1, 2, 3)), ("shipped", Dates(Days)), ("paid", Dates(Days)),
            ("amount", Numbers(1, 2, 3, 4))))));

    [Fact]
    public void Two_amounts_are_ambiguous() => Assert.Equal(
        "Columns 'net_amount', 'gross_amount' could each be the amount. Set amount: to one of them.",
        Error(() => Transactions.Read(DataFrame.FromColumns(("customer", Integers(1, 1, 2, 3)), ("date", Dates(Days)),
            ("net_amount", Numbers(1, 2, 3, 4)), ("gross_amount", Numbers(1, 2, 3, 4))))));

    [Fact]
    public void Quantity_and_price_are_to_be_multiplied_first() => Assert.Equal(
        "There are columns 'Quantity' and 'UnitPrice' but no amount. Add it first: "
        + "frame.With((\"amount\", c => c[\"Quantity\"] * c[\"UnitPrice\"])); or set amount:.",
        Error(() => Transactions.Read(DataFrame.FromColumns(("Customer ID", Integers(1, 1, 2, 3)), ("InvoiceDate", Dates(Days)),
            ("Quantity", Integers(1, 2, 3, 4)), ("UnitPrice", Numbers(1, 2, 3, 4))))));

    [Fact]
    public void A_column_without_dates_is_refused_with_the_first_offender() => Assert.Equal(
        "Column 'when' (integer) does not hold a date in every row; row 1 is '20240230'. Dates are timestamps, or integers or text such as "
        + "20240131 or 2024-01-31; name the column with date:, or convert it first.",
        Error(() => Transactions.Read(DataFrame.FromColumns(("customer", Integers(1, 1)), ("when", Integers(20240229, 20240230)),
            ("amount", Numbers(1, 2))), date: "when")));

    [Fact]
    public void Identifiers_written_as_decimals_are_whole_numbers()
    {
        var read = Transactions.Read(DataFrame.FromColumns(("Customer ID", Numbers(13085, double.NaN, 13085)), ("InvoiceDate", Dates(Days[..3])),
            ("amount", Numbers(1, 2, 3))));
        Assert.Equal([13085L, 13085L], read.Frame.Values("customer_id"));
        Assert.Equal(1, read.SetAside.RowCount);
    }

    [Fact]
    public void A_customer_is_no_fraction() => Assert.Equal(
        "Column 'amount' is number. Customers are told apart by text or whole numbers; name such a column with customer:, or convert this one first.",
        Error(() => Transactions.Read(DataFrame.FromColumns(("customer", Integers(1, 1)), ("date", Dates(Days[..2])), ("amount", Numbers(1, 2.5))),
            customer: "amount")));

    [Fact]
    public void Nothing_that_could_be_a_date() => Assert.Equal(
        "No column holds dates: a timestamp, or yyyymmdd or yyyy-MM-dd in every row. Set date: to one of 'customer', 'amount'.",
        Error(() => Transactions.Read(DataFrame.FromColumns(("customer", Integers(1, 1)), ("amount", Numbers(1, 2))))));

    [Fact]
    public void A_wrong_name_is_answered_with_the_nearest() => Assert.StartsWith("Column 'custmer' is not in the frame. Did you mean 'customer'?",
        Error(() => Transactions.Read(DataFrame.FromColumns(("customer", Integers(1, 1)), ("date", Dates(Days[..2])), ("amount", Numbers(1, 2))), "custmer")));

    [CdnowFact]
    public void Cdnow_needs_no_names()
    {
        var read = Transactions.Read(Cdnow.Read());
        Assert.Equal(("column1", "column3", "column5"), (read.Customer, read.Date, read.Amount));
        Assert.Equal(6_919, read.Frame.RowCount);
    }
}
