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
        new RatingsTable(),
        new ReviewsTable(),
        new TouchpointsTable(),
        new EmailTestTable(),
        new WebEventsTable(),
        new SurveyTable(),
        new MediaWeeklyTable(),
        new RegionsWeeklyTable(),
        new PricesWeeklyTable(),
        new KeywordAuctionsTable(),
        new RawCustomersTable(),
        new RawOrdersTable(),
        new RawOrderLinesTable(),
        new TruthCustomersTable(),
        new TruthTastesTable(),
        new TruthReviewsTable(),
        new TruthFaultsTable(),
    ];
}
