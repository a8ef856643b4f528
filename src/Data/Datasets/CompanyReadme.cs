using System.Text;
using MarketingNotebooks.Data.Datasets.Simulation;

namespace MarketingNotebooks.Data.Datasets;

/// <summary>Writes the data dictionary from what the tables say of themselves, so that it cannot fall behind.</summary>
internal static class CompanyReadme
{
    private static string Opening(World world) => $"""
        # The simulated company

        An online tea and home-goods shop selling in English and Chinese, from {Period.Start:yyyy-MM-dd} to {Period.End:yyyy-MM-dd}: {world.Customers:N0} customers,
        {world.Orders:N0} orders. Written by `mn data generate --seed {world.Options.Seed} --customers {world.Customers}`; do not edit by hand. The same command gives the same
        bytes everywhere.

        Files are UTF-8 CSV with a header, commas and line feeds; an empty cell is a missing value; money is in euros.
        Tables that start with `raw_` are copies with planted faults, as a careless system would export them; those that start with
        `truth_` hold what no shop knows. `truth.json` holds the parameters everything was drawn from, and under `faults` the number
        of planted faults by table, kind and column.

        **Licence.** Generated, no real person or shop in it. Dedicated to the public domain under
        [CC0 1.0](https://creativecommons.org/publicdomain/zero/1.0/).

        ## How it was drawn

        Every customer has a hidden persona: {string.Join(", ", Personas.All.Select(persona => persona.Name))}.
        Its members' rates of purchase are gamma distributed, their chances of dropping out after a repeat purchase beta distributed
        (BG/NBD, Fader, Hardie and Lee 2005); order values are gamma distributed around a mean that differs between customers
        (gamma-gamma). Holidays and promotions speed up the clock on which purchases happen; over the two
        years clock and calendar advance alike.

        ## Known biases

        - Every customer listed has bought at least once; visitors without an order are in `touchpoints` and `web_events` only.
        - Most customers were won in the first year, so later cohorts are smaller and seen for a shorter time.
        - Every weekly table, `touchpoints`, `web_events` and the outcome of `email_test` describe worlds of their own, drawn apart from `orders`:
          their sales do not add up to it, and their visitors are not its customers. Tables by week are the same for every number of customers.
        - `touchpoints` follow a Markov chain and `media_weekly` is additive, so the methods built on just these assumptions do better here
          than they would in life.
        - `ratings` are given by chance among products bought; who never bought a product has no rating of it. In `survey` those who are
          pleased answer more often.
        - The raw copies of orders and their lines cover the second half of 2025 only.
        - Prices and costs in the shop and the persona of a customer never change; nobody comes back after dropping out.
        - An order's amount is made of whole products and so differs from the intended value drawn for it: it lies 4 to 13 %
          above it on average, most for the smallest baskets, which must hold one product.
        - Channel, country and language depend on persona or on each other as `truth.json` says, and on nothing else; age and name
          influence nothing.
        - All times are UTC; countries differ in nothing but language.

        """;

    public static string Text(World world)
    {
        var text = new StringBuilder(Opening(world).ReplaceLineEndings("\n"));
        text.Append("\n## Tables\n");
        foreach (var table in CompanyTables.All)
        {
            text.Append($"\n### {table.Name}\n\n{table.About}\n\n| column | type | unit | range | meaning | how it was drawn |\n|---|---|---|---|---|---|\n");
            foreach (var column in table.Columns)
                text.Append($"| {column.Name} | {Word(column.Type)} | {column.Unit} | {column.Range} | {column.Meaning} | {column.Drawn} |\n");
        }
        return text.ToString();
    }

    private static string Word(CellType type) => type switch
    {
        CellType.Date => "date",
        CellType.Time => "timestamp",
        _ => type.ToString().ToLowerInvariant(),
    };
}
