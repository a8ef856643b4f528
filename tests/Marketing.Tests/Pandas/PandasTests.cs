using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Baskets;
using MarketingNotebooks.Marketing.Cohorts;
using MarketingNotebooks.Marketing.Journeys;
using MarketingNotebooks.Marketing.Segmentation;
using MarketingNotebooks.Marketing.Tests.Journeys;

namespace MarketingNotebooks.Marketing.Tests.Pandas;

/// <summary>The verbs against the same computed by pandas in <c>verbs.py</c>.</summary>
public sealed class PandasTests
{
    [PandasFact]
    public void Verbs_give_what_pandas_gives()
    {
        var folder = Directory.CreateTempSubdirectory("mn-pandas-").FullName;
        try
        {
            var rng = new Numerics.Rng(21);
            var events = Events.Frame(Events.Random(5_000, 60, 4, ["home", "tea", "cart", "pay"]).Where(each => each.Step is not null));
            // The last purchase on the last day of a month, so that the month is complete.
            var orders = Frames.Orders([.. Enumerable.Range(0, 4_000).Select(_ =>
                ($"c{rng.Next(500)}", $"{new DateTime(2024, 1, 1).AddMinutes(rng.Next(690_000)):yyyy-MM-dd HH:mm}", rng.Next(-500, 6_000) / 100.0)), ("c1", "2025-04-30 23:00", 5)]);
            events.WriteCsv(Path.Combine(folder, "events.csv"));
            orders.WriteCsv(Path.Combine(folder, "orders.csv"));
            Assert.Equal("", PandasFactAttribute.Run(PandasFactAttribute.Python!, Path.Combine(AppContext.BaseDirectory, "Pandas", "verbs.py"), folder));

            DataFrame Read(string name) => DataFrame.ReadCsv(Path.Combine(folder, $"{name}.csv"));
            Engines.Same(Read("sessions").With(("seconds", c => c["seconds"].ToNumber())), events.Sessions("user", "time", page: "step")
                .Select(("user", c => c["user"]), ("session", c => c["session"]), ("events", c => c["events"]), ("pages", c => c["pages"]),
                    ("first_page", c => c["first_page"]), ("last_page", c => c["last_page"]), ("seconds", c => (c["duration"].TotalDays() * 86_400).Round(6))));
            var users = events.Where(c => !c["user"].IsNull() & !c["time"].IsNull());
            Engines.Same(Read("baskets"), users.BasketMatrix("user", "step", values: BasketValues.Counts));
            Engines.Same(Read("rfm").OrderBy("customer_id"), orders.Rfm("customer_id", "order_date", "amount").OrderBy("customer_id")
                .Select("customer_id", "recency", "frequency", "monetary", "r", "f", "m"));
            // Our table has zeros where pandas has no row.
            Engines.Same(Read("cohorts"), orders.Cohorts("customer_id", "order_date").Long.Where(c => c["active"] > 0)
                .Select(("first", c => c["cohort"]), ("age", c => c["age"]), ("active", c => c["active"])));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
