using MarketingNotebooks.Charts.Association;
using MarketingNotebooks.Charts.Cohorts;
using MarketingNotebooks.Charts.Estimates;
using MarketingNotebooks.Charts.LifetimeValue;
using MarketingNotebooks.Charts.Quality;
using MarketingNotebooks.Charts.Segmentation;
using MarketingNotebooks.Data.Quality;
using MarketingNotebooks.Learning.Association;
using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Decomposition;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Charts.Tests;

/// <summary>One figure of every builder: what the browser tests draw and validate.</summary>
internal static class Gallery
{
    private static double[,] Cohorts(int count)
    {
        var shares = new double[count, count];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++) shares[i, j] = i + j >= count ? double.NaN : j == 0 ? 1 : 0.42 / Math.Sqrt(j) + 0.01 * i;
        return shares;
    }

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
        yield return ("box", Chart.Box(customers, y: "monetary", x: "segment", color: "repeat", yUnit: "€", logY: true));
        yield return ("box-counted", Chart.Box(Samples.Customers(60_000), y: "monetary", x: "segment", yUnit: "€"));
        yield return ("pie", Chart.Pie(Samples.Revenue(), names: "channel", values: "revenue", hole: 0.45, unit: "€", title: "Social brings most revenue"));
        yield return ("treemap", Chart.Treemap(Samples.Revenue(), ["segment", "channel"], values: "revenue", unit: "€"));
        yield return ("scatter3d", Chart.Scatter3D(customers, x: "recency", y: "tenure", z: "monetary", color: "segment", xUnit: "days", yUnit: "days", zUnit: "€"));
        yield return ("elbow", SegmentationCharts.Elbow([2, 3, 4, 5, 6, 7, 8], [152.3, 78.9, 57.2, 46.5, 39.0, 34.3, 30.1]));
        yield return ("silhouette", SegmentationCharts.SilhouetteBlades(Enumerable.Range(0, 300).Select(i => 0.75 - i % 100 * 0.009), Enumerable.Range(0, 300).Select(i => i / 100), names: Samples.Segments));
        yield return ("segment-treemap", SegmentationCharts.SegmentTreemap(["Champions", "Loyal", "At risk", "New", "Lost"], [420, 910, 680, 350, 1_240], [312.5, 148.2, 96.4, 41.0, 22.9], "revenue a customer", "€"));
        yield return ("segment-profile", SegmentationCharts.SegmentProfile(new[,] { { -1.1, 1.4, 1.9 }, { -0.2, 0.3, 0.1 }, { 1.3, -0.9, -0.7 } }, ["Champions", "Loyal", "Lost"], ["recency", "frequency", "monetary"]));
        var shoppers = Samples.Shoppers(600);
        yield return ("segment-profile-frame", SegmentationCharts.SegmentProfile(shoppers.Frame, "kind", ["orders_a_year", "order_value", "recency", "reduced", "presents"]));
        var components = PrincipalComponents.Fit(shoppers.Rows);
        var tree = Hierarchical.Fit(shoppers.Rows);
        yield return ("dendrogram", SegmentationCharts.Dendrogram(tree, clusters: 4));
        yield return ("dendrogram-full", SegmentationCharts.Dendrogram(Hierarchical.Fit(Samples.Shoppers(16).Rows, new() { Linkage = Linkage.Average }), rowNames: [.. Enumerable.Range(1, 16).Select(i => $"customer {i}")]));
        yield return ("projection", SegmentationCharts.Projection(components, tree.Cut(4), ["regulars", "gifters", "bargain hunters", "passers-by"]));
        yield return ("projection-noise", SegmentationCharts.Projection(components, Dbscan.Fit(shoppers.Rows, new() { Epsilon = 0.8, MinPoints = 8 }).Labels, loadings: 3, most: 300));
        var (values, four) = (shoppers.Frame["order_value"].ToDoubles(), tree.Cut(4));
        Figure Pair(IReadOnlyList<int> labels) => SegmentationCharts.ClusterScatter(shoppers.Frame["orders_a_year"].ToDoubles().Select(Math.Exp), values.Select(Math.Exp), labels,
            ["regulars", "gifters", "bargain hunters", "passers-by"], "orders a year", "order value", yUnit: "€", logX: true, logY: true);
        yield return ("cluster-scatter", Pair([.. four.Select((label, i) => i % 9 == 0 ? -1 : label)]));
        yield return ("cluster-grid", Figure.Grid([Pair(four), Pair([.. four.Select((label, i) => i % 9 == 0 ? -1 : label)])], title: "Two ways to draw the borders"));
        var flat = PrincipalComponents.Fit(Matrix.Create(200, 5, (i, j) => i * (j + 1) / 20.0 + Math.Sin(31 * i + 7 * j)).WithColumnNames("orders_a_year", "order_value", "november_december", "gifts_and_teaware", "on_promotion"));
        yield return ("projection-flat", SegmentationCharts.Projection(flat, [.. Enumerable.Range(0, 200).Select(i => i / 70)]));
        yield return ("projection3d-flat", SegmentationCharts.Projection3D(flat, [.. Enumerable.Range(0, 200).Select(i => i / 70)]));
        yield return ("projection3d", SegmentationCharts.Projection3D(components, tree.Cut(4)));
        yield return ("stability", SegmentationCharts.Stability([2, 3, 4, 5, 6, 7], [[0.7, 0.8, 0.6], [0.8, 0.85, 0.75], [0.95, 0.97, 0.92], [0.7, 0.8, 0.66], [0.6, 0.7, 0.5], [0.5, 0.62, 0.4]]));
        yield return ("stability-measured", SegmentationCharts.Stability(ClusterStability.Compare(shoppers.Rows, [2, 3, 4, 5, 6], options: new() { Resamples = 10 })));
        yield return ("criterion", SegmentationCharts.Criterion([2, 3, 4, 5, 2, 3, 4, 5], ["full", "full", "full", "full", "diagonal", "diagonal", "diagonal", "diagonal"], [20_426, 19_505, 18_824, 18_936, 20_940, 19_672, 19_116, 18_970]));
        yield return ("rules-scatter", AssociationCharts.RulesScatter(Samples.Rules()));
        yield return ("rules-network", AssociationCharts.RulesNetwork(Samples.Rules()));
        yield return ("cohorts", CohortCharts.CohortHeatmap(Cohorts(8), Enumerable.Range(1, 8).Select(month => $"2024-{month:00}"), Enumerable.Range(0, 8).Select(i => 300 + 17 * i)));
        yield return ("lorenz", ValueCharts.Lorenz(Enumerable.Range(1, 400).Select(i => Math.Exp(i / 80.0))));
        yield return ("missing", QualityCharts.MissingMap(customers));
        var profile = customers.Profile();
        yield return ("associations", QualityCharts.Associations(profile));
        yield return ("distributions", QualityCharts.Distributions(profile, ["age", "monetary", "segment", "channel"]));
        yield return ("failures", QualityCharts.Failures(customers.Check(Expect.NotNull("age"), Expect.Between("monetary", 0, 200))));
        yield return ("forest", EstimateCharts.Forest(["search", "social", "e-mail", "display"], [0.42, 0.31, 0.12, 0.05], [0.35, 0.22, 0.06, -0.04], [0.49, 0.40, 0.18, 0.14],
            truth: [0.4, 0.35, 0.2, 0.05], reference: 0, label: "effect", unit: "€ per €"));
        yield return ("nulls", Chart.Scatter(customers, x: "age", y: "monetary", xUnit: "years", yUnit: "€"));
        yield return ("chinese", Chart.Bar(x: ["搜索引擎", "社交媒体", "电子邮件", "直接访问"], y: [420, 310, 120, 90], title: "搜索引擎带来的收入最多，其次是社交媒体，电子邮件和直接访问远远落在后面，值得重新分配预算", xLabel: "渠道", yLabel: "收入", yUnit: "元"));
        yield return ("long-names", Chart.Bar(x: ["Jasmine green tea, loose leaf", "Earl Grey, 50 bags", "Stoneware teapot, 1.2 litres", "Bamboo tray, large", "Oolong sampler", "Matcha whisk and bowl"], y: [12, 40, 22, 31, 8, 17], yLabel: "orders"));
        yield return ("grid", Figure.Grid([Chart.Histogram(customers, x: "age"), Chart.Scatter(customers, x: "recency", y: "monetary"),
            Chart.Heatmap(Samples.Revenue(), x: "channel", y: "segment", z: "revenue")], columns: 2, title: "Three views of the customers"));
    }
}
