namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a customer.</summary>
internal sealed class CustomersTable : ICompanyTable
{
    public string Name => "customers";

    public string About => "One row a customer who bought at least once, in order of first purchase.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("customer_id", CellType.Integer, "", "Key.", "1, 2, … by day of first purchase", CellRange.Key),
        new("name", CellType.Text, "", "Invented name, in Chinese characters for those who shop in Chinese.", "at random from short lists"),
        new("email", CellType.Text, "", "Invented address at example.com; unique.", "from the name and the key"),
        new("country", CellType.Text, "ISO 3166-1", "Where orders are sent.", "by the shares in `truth.json`", CellRange.OneOf([.. Markets.Countries.Select(country => country.Country)])),
        new("language", CellType.Text, "", "Language of the shop they use: en or zh.", "by country", CellRange.OneOf(Markets.Languages)),
        new("birth_year", CellType.Integer, "year", "Year of birth.", "mean of two uniform draws over the persona's range", CellRange.Between(Personas.All.Min(persona => persona.Born.From), Personas.All.Max(persona => persona.Born.To))),
        new("channel", CellType.Text, "", "Channel that won the customer.", "by persona; social and display gain weight from 2025 on", CellRange.OneOf(Markets.Channels)),
        new("signup_date", CellType.Date, "", "Day of registration, on or before the first order.", "first order less a geometric wait (mean 1 day)"),
        new("newsletter", CellType.Boolean, "", "Subscribed to the newsletter.", "by persona"),
    ];

    public int Units(World world) => world.Customers;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var stream = world.Stream(Name);
        for (var customer = from; customer < to; customer++)
        {
            var rng = stream.Split(customer);
            var persona = Personas.All[world.PersonaOf(customer)];
            var (name, email) = PersonName.Of(customer, world.LanguageOf(customer), rng);
            var span = persona.Born.To - persona.Born.From + 1;
            rows.Integer(customer + 1);
            rows.Text(name);
            rows.Text(email);
            rows.Text(Markets.Countries[world.CountryOf(customer)].Country);
            rows.Text(Markets.Languages[world.LanguageOf(customer)]);
            rows.Integer(persona.Born.From + (rng.Next(span) + rng.Next(span)) / 2);
            rows.Text(Markets.Channels[world.ChannelOf(customer)]);
            rows.Date(Math.Max(0, world.FirstDayOf(customer) - Wait(rng)));
            rows.Boolean(rng.NextBool(persona.Newsletter));
            rows.EndRow();
        }
    }

    private static int Wait(Numerics.Rng rng)
    {
        var days = 0;
        while (days < 30 && rng.NextBool()) days++;
        return days;
    }
}
