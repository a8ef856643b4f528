using MarketingNotebooks.Learning.Association;

namespace MarketingNotebooks.Learning.Tests.Association;

/// <summary>The 9,835 baskets of R's arules (Hahsler, Hornik and Reutterer 2006).</summary>
internal static class Groceries
{
    private static readonly string File = Path.Combine(Environment.GetEnvironmentVariable("MARKETING_NOTEBOOKS_DATA") ?? "", "groceries", "groceries.csv");

    public static string? Obstacle => System.IO.File.Exists(File) ? null
        : "The Groceries data are not there: run `mn data fetch groceries`, or set MARKETING_NOTEBOOKS_DATA to the folder that holds groceries/groceries.csv.";

    public static BasketSet Read() => BasketSet.From(System.IO.File.ReadLines(File).Select(line => line.Split(',', StringSplitOptions.RemoveEmptyEntries).AsEnumerable()));
}

/// <summary>A test that needs Groceries and is skipped, with the reason, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GroceriesFactAttribute : FactAttribute
{
    public GroceriesFactAttribute() => Skip = Groceries.Obstacle;
}
