using MarketingNotebooks.Data.Datasets;

namespace MarketingNotebooks.Data.Tests.Datasets;

/// <summary>Companies that several tests look at, each made once.</summary>
internal static class Shops
{
    /// <summary>Customers of <see cref="Large"/>.</summary>
    public const int LargeCustomers = 30_000;

    private static readonly Lazy<CompanyData> Small = new(() => Company.Generate());
    private static readonly Lazy<CompanyData> Big = new(() => Company.Generate(new CompanyOptions { Customers = LargeCustomers }));

    /// <summary>The company of the committed folder.</summary>
    public static CompanyData Committed => Small.Value;

    /// <summary>One large enough to recover parameters from.</summary>
    public static CompanyData Large => Big.Value;
}
