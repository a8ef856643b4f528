using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Opinions;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a person asked: customers by mail, then a panel.</summary>
internal sealed class SurveyTable : ICompanyTable
{
    public string Name => "survey";

    public string About => "One row a person asked. Source `customers`: invited by mail and asked about satisfaction; many did not answer, and those who are pleased "
        + "answered more often. Source `panel`: asked about the brand, half of them after its video.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("survey_id", CellType.Integer, "", "Key; with gaps.", "ascending", CellRange.Key),
        new("wave", CellType.Date, "", "First day of the quarter asked in.", "uniform; for customers after that of the first order"),
        new("source", CellType.Text, "", "Who was asked.", "customers or panel", CellRange.OneOf("customers", "panel")),
        new("customer_id", CellType.Integer, "", "`customers.customer_id`; empty for the panel.", $"invited with probability {SurveyAnswer.Invited}", CellRange.Key),
        new("responded", CellType.Boolean, "", "Answered; the panel always did.", "by recommendation, see `truth.json`"),
        new("recommends", CellType.Integer, "points", "Would recommend the shop (NPS); empty without an answer.", "linear in satisfaction, with noise, rounded and cut",
            CellRange.Between(0, 10)),
        .. SurveyAnswer.Drivers.Select(driver => new ColumnNote($"satisfied_{driver}", CellType.Integer, "points", $"Satisfied with {driver}; empty without an answer.",
            "by the shares in `truth.json`", CellRange.Between(1, 5))),
        new("exposed", CellType.Boolean, "", "Panel: was shown the brand's video first.", "by the toss of a coin"),
        new("aware", CellType.Boolean, "", "Panel: knows the brand when it is named.", "by wave and video"),
        new("considers", CellType.Boolean, "", "Panel: would consider it.", "of those aware, by video"),
        new("intends", CellType.Boolean, "", "Panel: means to buy within three months.", "of those who consider it"),
    ];

    public int Units(World world) => world.Customers + BrandPanel.Count(world);

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var unit = from; unit < to; unit++)
        {
            if (unit >= world.Customers) Panel(unit, BrandPanel.Of(world, unit - world.Customers), rows);
            else if (SurveyAnswer.Of(world, unit) is { } answer) Customer(unit, answer, rows);
        }
    }

    public JsonNode Truth(World world)
    {
        var (invited, answered) = (new int[3], new int[3]); // detractors, passives, promoters
        for (var customer = 0; customer < world.Customers; customer++)
        {
            if (SurveyAnswer.Of(world, customer) is not { } answer) continue;
            var group = answer.Recommends >= 9 ? 2 : answer.Recommends >= 7 ? 1 : 0;
            invited[group]++;
            if (answer.Responded) answered[group]++;
        }
        return new JsonObject
        {
            ["recommendation_at_3_of_5"] = SurveyAnswer.Centre,
            ["weights"] = TruthNodes.Pairs(SurveyAnswer.Drivers, SurveyAnswer.Weights),
            ["noise_deviation"] = SurveyAnswer.Noise,
            ["satisfaction_shares"] = TruthNodes.List(SurveyAnswer.Levels, TruthNodes.Numbers),
            ["responds"] = TruthNodes.Pairs(["promoters", "passives", "detractors"], [SurveyAnswer.Responds(10), SurveyAnswer.Responds(8), SurveyAnswer.Responds(5)]),
            ["invited"] = invited.Sum(),
            ["nps_of_invited"] = Score(invited),
            ["nps_of_respondents"] = Score(answered),
            ["awareness_first_wave"] = BrandPanel.Awareness,
            ["awareness_growth_a_wave"] = BrandPanel.Growth,
            ["lift_of_awareness"] = BrandPanel.LiftOfAwareness,
            ["consideration_of_aware"] = BrandPanel.Consideration,
            ["lift_of_consideration"] = BrandPanel.LiftOfConsideration,
            ["intention_of_considering"] = BrandPanel.Intention,
        };

        static double Score(int[] groups) => TruthNodes.Round(100.0 * (groups[2] - groups[0]) / Math.Max(1, groups.Sum()));
    }

    private static void Customer(int unit, SurveyAnswer answer, RowSink rows)
    {
        rows.Integer(unit + 1);
        rows.Date(SurveyAnswer.Day(answer.Wave));
        rows.Text("customers");
        rows.Integer(unit + 1);
        rows.Boolean(answer.Responded);
        rows.Integer(answer.Responded ? answer.Recommends : null);
        foreach (var level in answer.Satisfied) rows.Integer(answer.Responded ? level : null);
        for (var i = 0; i < 4; i++) rows.Boolean(null);
        rows.EndRow();
    }

    private static void Panel(int unit, BrandPanel answer, RowSink rows)
    {
        rows.Integer(unit + 1);
        rows.Date(SurveyAnswer.Day(answer.Wave));
        rows.Text("panel");
        rows.Integer(null);
        rows.Boolean(true);
        rows.Integer(null);
        foreach (var _ in SurveyAnswer.Drivers) rows.Integer(null);
        rows.Boolean(answer.Exposed);
        rows.Boolean(answer.Aware);
        rows.Boolean(answer.Considers);
        rows.Boolean(answer.Intends);
        rows.EndRow();
    }
}
