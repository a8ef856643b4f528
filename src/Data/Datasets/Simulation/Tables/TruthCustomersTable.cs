namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>What is hidden in each customer.</summary>
internal sealed class TruthCustomersTable : ICompanyTable
{
    public string Name => "truth_customers";

    public string About => "One row a customer: the truth that no shop knows, to compare estimates with.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("customer_id", CellType.Integer, "", "`customers.customer_id`.", "as there", CellRange.Key),
        new("persona", CellType.Text, "", "Hidden type.", "by the shares in `truth.json`", CellRange.OneOf([.. Personas.All.Select(persona => persona.Name)])),
        new("rate", CellType.Number, "orders a week", "λ: rate of repeat purchase while active, seasons averaged out.", "Gamma(r, rate α)", CellRange.From(0)),
        new("dropout", CellType.Number, "probability", "p: chance of leaving after each repeat purchase.", "Beta(a, b)", CellRange.Between(0, 1)),
        new("mean_order", CellType.Number, "EUR", "Mean intended order value.", "p/ν with ν ~ Gamma(q, rate γ)", CellRange.From(0)),
        new("left_on", CellType.Date, "", "Day of the order after which the customer left for good; empty if still active at the end.",
            "after each repeat purchase with probability p"),
    ];

    public int Units(World world) => world.Customers;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var customer = from; customer < to; customer++)
        {
            var traits = Traits.Of(world, customer);
            rows.Integer(customer + 1);
            rows.Text(Personas.All[world.PersonaOf(customer)].Name);
            rows.Number((long)(traits.Rate * 1e6 + 0.5), 6);
            rows.Number((long)(traits.Dropout * 1e6 + 0.5), 6);
            rows.Money((long)(traits.MeanOrder * 100 + 0.5));
            rows.Date(Life.Of(world, customer).LeftOn);
            rows.EndRow();
        }
    }
}
