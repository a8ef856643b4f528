using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation;

namespace MarketingNotebooks.Data.Datasets;

/// <summary>Writes <c>truth.json</c>: the parameters the company was drawn from, and counts to check against.</summary>
internal static class CompanyTruth
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Json(World world)
    {
        var truth = new JsonObject
        {
            ["about"] = "Parameters of the simulated company. Times in weeks, money in EUR unless a name says otherwise.",
            ["seed"] = world.Options.Seed,
            ["customers"] = world.Customers,
            ["orders"] = world.Orders,
            ["first_day"] = $"{Period.Start:yyyy-MM-dd}",
            ["last_day"] = $"{Period.End:yyyy-MM-dd}",
            ["currency"] = "EUR",
            ["personas"] = Array(Personas.All, persona => Describe(world, persona)),
            ["countries"] = Array(Markets.Countries, country => new JsonObject
            {
                ["country"] = country.Country, ["share"] = country.Share, ["shops_in_chinese"] = country.Chinese,
            }),
            ["channels"] = Array(Markets.Channels, channel => channel),
            ["social_and_display_drift_2025"] = Markets.SocialDrift,
            ["seasons"] = Array(Season.All, season => new JsonObject
            {
                ["name"] = season.Name, ["peak"] = $"{Period.Date(season.Peak):yyyy-MM-dd}",
                ["days_before"] = season.Before, ["days_after"] = season.After,
                ["lift_en"] = season.English, ["lift_zh"] = season.Chinese,
            }),
            ["weekday_factor_monday_first"] = Array(Season.Weekday, factor => factor),
            ["month_factor"] = Array(Season.Month, factor => factor),
            ["return_probability_by_category"] = Pairs(Catalogue.Categories, Catalogue.Returned),
            ["faults"] = world.Faults.Counts(),
        };
        var own = new JsonObject();
        foreach (var table in CompanyTables.All)
            if (table.Truth(world) is { } parameters) own[table.Name] = parameters;
        truth["tables"] = own;
        return truth.ToJsonString(_options) + "\n";
    }

    private static JsonObject Describe(World world, Persona persona)
    {
        var code = System.Array.IndexOf(Personas.All, persona);
        var count = 0;
        for (var customer = 0; customer < world.Customers; customer++)
            if (world.PersonaOf(customer) == code) count++;
        return new JsonObject
        {
            ["name"] = persona.Name,
            ["about"] = persona.About,
            ["share"] = persona.Share,
            ["customers"] = count,
            ["rate"] = new JsonObject { ["r"] = persona.RateShape, ["alpha"] = persona.RateScale },
            ["dropout"] = new JsonObject { ["a"] = persona.DropoutA, ["b"] = persona.DropoutB },
            ["spend"] = new JsonObject { ["p"] = persona.SpendShape, ["q"] = persona.SpendQ, ["gamma"] = persona.SpendGamma },
            ["extra_lines"] = persona.ExtraLines,
            ["category_weights"] = Pairs(Catalogue.Categories, persona.Taste),
            ["seasonality"] = persona.Seasonality,
            ["promotion_lift"] = persona.PromotionLift,
            ["promotion_use"] = persona.PromotionUse,
            ["acquisition_channel_weights"] = Pairs(Markets.Channels, persona.Acquisition),
            ["repeat_channel_weights"] = Pairs(Markets.Channels, persona.Return),
            ["newsletter"] = persona.Newsletter,
            ["birth_years"] = new JsonArray(persona.Born.From, persona.Born.To),
        };
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> describe) => new([.. items.Select(describe)]);

    private static JsonObject Pairs(string[] names, double[] values)
    {
        var pairs = new JsonObject();
        for (var i = 0; i < names.Length; i++) pairs[names[i]] = values[i];
        return pairs;
    }
}
