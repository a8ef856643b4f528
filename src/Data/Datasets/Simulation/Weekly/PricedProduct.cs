using System.Text.Json.Nodes;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Weekly;

/// <summary>One week of a product whose price moves. Money in cents.</summary>
/// <param name="Price">Of one.</param>
/// <param name="Cost">Of one to the shop.</param>
/// <param name="Units">Pieces sold.</param>
internal readonly record struct PricedWeek(int Price, int Cost, int Units);

/// <summary>Products sold through a partner at prices that move with cost, and with a demand that the data do not show.</summary>
/// <remarks>ln units = level − ε · ln(price / list price) + 0.8 · holiday + ξ; the partner sees ξ and asks more when it is high, so that a
/// regression of units on price finds too small an ε. Freight and harvest move the cost and nothing else: an instrument (Angrist and Krueger
/// 2001, J. Economic Perspectives 15(4)).</remarks>
internal static class PricedProduct
{
    /// <summary>Category and its ε.</summary>
    public static readonly (int Category, double Elasticity)[] Elasticities = [(0, 1.6), (1, 2.3), (3, 1.2), (5, 2.8)];

    /// <summary>Position in the catalogue and ε of each product.</summary>
    public static readonly (int Product, double Elasticity)[] All =
        [.. Elasticities.SelectMany(each => Catalogue.InCategory[each.Category].Take(3).Select(product => (product, each.Elasticity)))];

    private const double PassOn = 0.6; // elasticity of price to cost
    private const double SeesDemand = 0.35; // elasticity of price to the hidden demand
    private const double Hidden = 0.20; // standard deviation of ξ
    private const double PriceNoise = 0.02;
    private const double PerHoliday = 0.8;

    /// <summary>The weeks of a product; always the same for a seed.</summary>
    public static PricedWeek[] Of(World world, int at)
    {
        var product = Catalogue.Products[All[at].Product];
        var rng = world.Stream("prices_weekly").Split(at);
        var freight = Freight(world);
        var (level, harvest) = (rng.NextUniform(4.4, 5.6), 0.0);
        var weeks = new PricedWeek[Weeks.Count];
        for (var week = 0; week < weeks.Length; week++)
        {
            harvest = 0.9 * harvest + rng.NextNormal(0, 0.05);
            var hidden = rng.NextNormal(0, Hidden);
            var cost = freight[week] + harvest;
            var price = (int)(product.Price * PortableMath.Exp(PassOn * cost + SeesDemand * hidden + rng.NextNormal(0, PriceNoise)) + 0.5);
            var demand = level - All[at].Elasticity * PortableMath.Log((double)price / product.Price) + PerHoliday * Weeks.Holiday(week) + hidden;
            weeks[week] = new PricedWeek(price, (int)(product.Cost * PortableMath.Exp(cost) + 0.5), rng.NextPoisson(PortableMath.Exp(demand)));
        }
        return weeks;
    }

    /// <summary>The parameters.</summary>
    public static JsonObject Truth() => new()
    {
        ["formula"] = "ln units = level − elasticity · ln(price / list_price) + holiday_effect · holiday + hidden demand",
        ["elasticities"] = TruthNodes.List(Elasticities, each => new JsonObject
        {
            ["category"] = Catalogue.Categories[each.Category], ["elasticity"] = each.Elasticity,
        }),
        ["products"] = TruthNodes.List(All, each => new JsonObject { ["product_id"] = each.Product + 1, ["elasticity"] = each.Elasticity }),
        ["holiday_effect"] = PerHoliday,
        ["hidden_demand_deviation"] = Hidden,
        ["price_follows_cost"] = PassOn,
        ["price_follows_hidden_demand"] = SeesDemand,
    };

    /// <summary>Logarithm of the cost of freight relative to an ordinary week; it jumps in the autumn of 2024 and comes back in spring.</summary>
    private static double[] Freight(World world)
    {
        var rng = world.Stream("freight");
        var (level, course) = (0.0, new double[Weeks.Count]);
        for (var week = 0; week < course.Length; week++)
        {
            level = 0.92 * level + rng.NextNormal(0, 0.03) + (week == 40 ? 0.30 : 0);
            course[week] = level;
        }
        return course;
    }
}
