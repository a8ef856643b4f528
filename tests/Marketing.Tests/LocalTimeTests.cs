using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Cohorts;
using MarketingNotebooks.Marketing.Segmentation;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests;

/// <summary>Changes the process's time zone, so nothing runs beside it.</summary>
[CollectionDefinition(nameof(LocalTimeTests), DisableParallelization = true)]
public sealed class LocalTimeCollection;

[Collection(nameof(LocalTimeTests))]
public sealed class LocalTimeTests : IDisposable
{
    private readonly string? _zone = Environment.GetEnvironmentVariable("TZ");

    public LocalTimeTests() => Set("Asia/Shanghai");

    public void Dispose() => Set(_zone);

    [Fact]
    public void A_local_day_is_the_UTC_day_that_it_begins_in()
    {
        var orders = Orders(("a", "2024-01-05", 1), ("a", "2024-01-30", 1), ("b", "2024-01-31 10:00", 1));
        var local = new DateTime(2024, 2, 1, 8, 0, 0, DateTimeKind.Local); // midnight UTC
        Assert.Equal(new DateTime(2024, 2, 1), local.ToUniversalTime());
        Assert.Equal([2L, 1L], orders.Rfm(asOf: local).Values("recency"));
        Assert.Equal([1L], orders.Rfm(asOf: local.AddHours(-1)).Values("recency"));
        Assert.Equal([2L], orders.Cohorts(until: local).Long.Values("size"));
    }

    private static void Set(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
