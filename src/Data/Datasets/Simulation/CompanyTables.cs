using MarketingNotebooks.Data.Datasets.Simulation.Tables;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>The tables of the company, in the order they are written.</summary>
internal static class CompanyTables
{
    public static readonly IReadOnlyList<ICompanyTable> All =
    [
        new CustomersTable(),
        new ProductsTable(),
        new PromotionsTable(),
        new OrdersTable(),
        new OrderLinesTable(),
        new RawCustomersTable(),
        new RawOrdersTable(),
        new RawOrderLinesTable(),
        new TruthCustomersTable(),
        new TruthFaultsTable(),
    ];
}
