using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Traffic;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row an entry in the web shop's log.</summary>
internal sealed class WebEventsTable : ICompanyTable
{
    private const long EventsOfVisitor = 1_000;

    public string Name => "web_events";

    public string About => $"One row an entry in the web shop's log, in order of arrival, over {WebVisitor.Days} days from {Period.Date(WebVisitor.First):yyyy-MM-dd} on: some came "
        + "late and so out of order, some twice under the same event_id. Visitors are anonymous and not linked to `customers`.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("received_at", CellType.Time, "", "When the log got it.", $"up to 4 seconds after it happened; {100 * WebVisitor.Late:0} in 100 late, exponential (mean 3 hours)"),
        new("event_id", CellType.Integer, "", "Number of the event; twice where it was delivered twice.", "visitor and position", CellRange.From(1)),
        new("event_time", CellType.Time, "", "When it happened.", "uniform starts; exponential gaps within a session (mean 70 s)"),
        new("visitor_id", CellType.Integer, "", "Visitor.", "1, 2, …", CellRange.Key),
        new("device", CellType.Text, "", "Device of the visitor.", $"{100 * WebVisitor.Mobile:0} in 100 mobile", CellRange.OneOf(WebVisitor.Devices)),
        new("channel", CellType.Text, "", "What brought the session.", "at random", CellRange.OneOf(Markets.Channels)),
        new("event", CellType.Text, "", "What the visitor did.", "a session goes from step to step with the probabilities in `truth.json`", CellRange.OneOf(WebVisitor.Steps)),
        new("product_id", CellType.Integer, "", "`products.product_id`; empty for a visit.", "at random; the last one viewed from the cart on",
            CellRange.Between(1, Catalogue.Products.Length)),
    ];

    public int Units(World world) => world.Web.Count;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var at = from; at < to; at++)
        {
            var (visitor, number) = world.Web.Row(at);
            var life = WebVisitor.Of(world, visitor);
            var each = life.Events[number];
            rows.Moment(each.Received);
            rows.Integer(visitor * EventsOfVisitor + each.Original + 1);
            rows.Moment(each.At);
            rows.Integer(visitor + 1);
            rows.Text(WebVisitor.Devices[life.Device]);
            rows.Text(Markets.Channels[life.Channels[each.Session]]);
            rows.Text(WebVisitor.Steps[each.Step]);
            rows.Integer(each.Product < 0 ? null : each.Product + 1);
            rows.EndRow();
        }
    }

    public JsonNode Truth(World world) => new JsonObject
    {
        ["first_day"] = $"{Period.Date(WebVisitor.First):yyyy-MM-dd}",
        ["days"] = WebVisitor.Days,
        ["visitors"] = WebVisitor.Count(world),
        ["sessions"] = world.Web.Sessions,
        ["rows"] = world.Web.Count,
        ["repeated_rows"] = world.Web.Repeated,
        ["late_events"] = world.Web.Late,
        ["late_means_seconds_or_more"] = 60,
        ["longest_gap_within_session_seconds"] = WebVisitor.Together,
        ["shortest_gap_between_sessions_seconds"] = WebVisitor.Apart,
        ["goes_on"] = TruthNodes.List(WebVisitor.Devices.Select((_, device) => device), device =>
        {
            var pairs = TruthNodes.Pairs(WebVisitor.Steps[1..], WebVisitor.GoesOn[device]);
            pairs.Insert(0, "device", WebVisitor.Devices[device]);
            return pairs;
        }),
        ["sessions_that_reached"] = TruthNodes.List(WebVisitor.Devices.Select((_, device) => device), device =>
        {
            var pairs = TruthNodes.Pairs(WebVisitor.Steps, [.. world.Web.Reached[device].Select(count => (double)count)]);
            pairs.Insert(0, "device", WebVisitor.Devices[device]);
            return pairs;
        }),
    };
}
