namespace MarketingNotebooks.Charts.Tests;

/// <summary>One figure of every builder: what the browser tests draw and validate.</summary>
internal static class Gallery
{
    public static IEnumerable<(string Name, Figure Figure)> All()
    {
        var customers = Samples.Customers();
        yield return ("scatter", Chart.Scatter(customers, x: "recency", y: "monetary", color: "segment", hover: ["customer_id"],
            title: "Customers who bought lately spend most", xUnit: "days", yUnit: "€", logY: true));
        yield return ("scatter-scale", Chart.Scatter(customers, x: "recency", y: "monetary", color: "tenure", size: "age", symbol: "segment", xUnit: "days", yUnit: "€"));
        yield return ("scatter-facets", Chart.Scatter(customers, x: "recency", y: "monetary", color: "segment", facet: "channel", xUnit: "days", yUnit: "€"));
        yield return ("scatter-gl", Chart.Scatter(Samples.Customers(25_000), x: "recency", y: "monetary", color: "segment", logY: true));
        yield return ("line", Chart.Line(Samples.Weekly(), x: "week", y: "sales", color: "channel", title: "E-mail leads all year", yUnit: "€ a week"));
        yield return ("line-values", Chart.Line(x: [1, 2, 3, 4], y: [2.5, 3.5, 3.0, 5.0], markers: true, title: "Four points"));
        yield return ("area", Chart.Area(Samples.Weekly(), x: "week", y: "sales", color: "channel", yUnit: "€ a week"));
        yield return ("bar", Chart.Bar(Samples.Revenue(), x: "segment", y: "revenue", color: "channel", yUnit: "€"));
        yield return ("bar-counts", Chart.Bar(customers, x: "channel", horizontal: true, sort: true, values: true));
        yield return ("bar-share", Chart.Bar(Samples.Revenue(), x: "segment", y: "revenue", color: "channel", mode: BarMode.Share, yUnit: "€"));
        yield return ("histogram", Chart.Histogram(customers, x: "monetary", color: "segment", xUnit: "€"));
        yield return ("histogram-dates", Chart.Histogram(customers, x: "order_date", bins: 12));
        yield return ("histogram-counted", Chart.Histogram(Samples.Customers(60_000), x: "monetary", xUnit: "€"));
        yield return ("heatmap", Chart.Heatmap(Samples.Revenue(), x: "channel", y: "segment", z: "revenue", zUnit: "€"));
        yield return ("heatmap-matrix", Chart.Heatmap(new[,] { { 1.2, -0.4, 0.1 }, { -0.9, 0.8, -0.2 } }, rows: ["loyal", "lost"], columns: ["recency", "frequency", "monetary"]));
        yield return ("grid", Figure.Grid([Chart.Histogram(customers, x: "age"), Chart.Scatter(customers, x: "recency", y: "monetary"),
            Chart.Heatmap(Samples.Revenue(), x: "channel", y: "segment", z: "revenue")], columns: 2, title: "Three views of the customers"));
    }
}
