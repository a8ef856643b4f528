namespace MarketingNotebooks.Data.Datasets;

/// <summary>Settings of <see cref="Company"/>. Vary one with <c>options with { Seed = 7 }</c>.</summary>
public sealed record CompanyOptions
{
    /// <summary>Seed of every random draw: the same seed and number of customers give the same bytes on every platform, at any
    /// number of threads. Default: 42.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Customers who bought at least once; the other tables grow with them (about 4.8 orders a customer), those by week do not.
    /// Range: 1 to 10,000,000. Default: 4,000, the size of the committed <c>data/</c> folder.</summary>
    public int Customers { get; init; } = 4_000;

    /// <summary>Most threads to use; null for all processors. Changes no result. Range: ≥ 1. Default: null.</summary>
    public int? Threads { get; init; }

    internal const int MostCustomers = 10_000_000;

    internal CompanyOptions Checked()
    {
        var errors = new List<string>();
        if (Customers is < 1 or > MostCustomers)
            errors.Add($"CompanyOptions.Customers must be in [1, {MostCustomers:N0}]. Got {Customers:N0}.");
        if (Threads is < 1) errors.Add($"CompanyOptions.Threads must be ≥ 1 or null. Got {Threads}.");
        return errors.Count == 0 ? this : throw new ArgumentException(string.Join(" ", errors));
    }
}
