using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Sources;

public sealed class SourceTests
{
    [Fact]
    public void An_unknown_scheme_is_named_and_what_follows_is_not_repeated()
    {
        var error = Assert.Throws<ArgumentException>(() => Source.Open("oracle://me:secret@host/shop"));
        Assert.Equal("Source.Open takes addresses that start with 'pg://', 'clickhouse://' or 'duckdb:'. Got one that starts with 'oracle:'. (Parameter 'url')", error.Message);
    }
}
