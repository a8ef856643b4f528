using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Sources;

/// <summary>Addresses of databases: what is taken, what is refused, and that no secret shows. Nothing connects here.</summary>
public sealed class SourceTests
{
    private const string Secret = "s3cret/?#@:ö";

    [Fact]
    public void An_unknown_scheme_is_named_and_what_follows_is_not_repeated()
    {
        var error = Assert.Throws<ArgumentException>(() => Source.Open("oracle://me:secret@host/shop"));
        Assert.Equal("Source.Open takes addresses that start with 'pg://', 'clickhouse://' or 'duckdb:'. Got one that starts with 'oracle:'. (Parameter 'url')", error.Message);
    }

    [Fact]
    public void What_names_no_scheme_is_not_repeated_and_a_file_has_no_slashes_before_it()
    {
        Assert.DoesNotContain("s3cret", Assert.Throws<ArgumentException>(() => Source.Open("me;s3cret@host")).Message, StringComparison.Ordinal);
        Assert.StartsWith("A DuckDB file is named without slashes before it", Assert.Throws<ArgumentException>(() => Source.Open("duckdb://shop.duckdb")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pg://me:$MN_TEST_SECRET@db.example:5433/shop", "pg://me:$MN_TEST_SECRET@db.example:5433/shop")]
    [InlineData("clickhouse://me:$MN_TEST_SECRET@a:8123,b:8124/shop?cluster=two", "clickhouse://me:$MN_TEST_SECRET@a:8123,b:8124/shop")]
    [InlineData("clickhouse://me:s3cret%2F%3F%23%40%3A%C3%B6@a/shop?tls=true", "clickhouse://me:***@a/shop")]
    public void A_secret_never_shows(string url, string shown)
    {
        Environment.SetEnvironmentVariable("MN_TEST_SECRET", Secret);
        using var source = Source.Open(url);
        Assert.Equal(shown, source.ToString());
        var address = SourceAddress.Parse(url);
        Assert.Equal(Secret, address.Password);
        Assert.Equal("said *** and *** twice", address.Mask($"said {Secret} and {Uri.EscapeDataString(Secret)} twice"));
    }

    [Fact]
    public void A_variable_can_hold_user_password_and_host_at_once()
    {
        Environment.SetEnvironmentVariable("MN_TEST_WHOLE_ADDRESS", "me:s3cret@db.example:5433");
        var address = SourceAddress.Parse("pg://$MN_TEST_WHOLE_ADDRESS/shop");
        Assert.Equal(("me", "s3cret", "db.example", 5433, "shop"), (address.User, address.Password, address.Host, address.Port, address.Database));
        Assert.Equal("pg://$MN_TEST_WHOLE_ADDRESS/shop", address.Shown);
        Assert.Equal("*** and ***", address.Mask("s3cret and me:s3cret@db.example:5433"));
    }

    [Theory]
    [InlineData("pg://me:s3cret/shop", "The port of pg://me:***/shop must be a number in [1, 65535]. A user and a password stand before the host, with an @ between.")]
    [InlineData("pg://me:s3cret@host:99999/shop", "The port of pg://me:***@host:99999/shop must be a number in [1, 65535]. A user and a password stand before the host, with an @ between.")]
    [InlineData("pg://me:s3?cret@host/shop", "The address pg://me:*** takes the options ?tls=true or ?tls=false, joined by &. Got another one. A password with a question mark goes into an environment variable, or is written with %3F.")]
    [InlineData("pg://me:s3/cr?et@host/shop", "The address pg://me:*** takes the options ?tls=true or ?tls=false, joined by &. Got another one. A password with a question mark goes into an environment variable, or is written with %3F.")]
    [InlineData("clickhouse://me@host/shop?password=s3cret", "The address clickhouse://me@host/shop takes the options ?tls=true or ?tls=false and ?cluster=name, joined by &. Got another one. A password with a question mark goes into an environment variable, or is written with %3F.")]
    [InlineData("pg:me:s3cret", "An address of a source starts with its scheme. Got one without '://'. Write it as scheme://user:$PASSWORD_VARIABLE@host:port/database.")]
    [InlineData("pg:///shop", "The address pg:///shop names no host. Write it as scheme://user:$PASSWORD_VARIABLE@host:port/database.")]
    [InlineData("clickhouse://a,b/shop", "clickhouse://a,b/shop lists several servers: name the cluster that they form, e.g. …/shop?cluster=name.")]
    [InlineData("pg://me:$MN_NOT_SET@host/shop", "The environment variable 'MN_NOT_SET' that pg://me:$MN_NOT_SET@host/shop names is not set. Set it before the notebook's kernel starts.")]
    public void What_is_wrong_with_an_address_is_said_without_its_secret(string url, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Source.Open(url)).Message);

    [Theory]
    [InlineData("pg://me:$MN_TEST_SECRET@127.0.0.1:1/shop")]
    [InlineData("clickhouse://me:$MN_TEST_SECRET@127.0.0.1:1/shop")]
    public void A_server_that_is_not_there_is_named_and_the_secret_is_not(string url)
    {
        Environment.SetEnvironmentVariable("MN_TEST_SECRET", Secret);
        using var source = Source.Open(url);
        var error = Assert.Throws<SourceException>(() => source.Table("orders"));
        Assert.StartsWith($"{url} cannot be reached", error.Message);
        Assert.EndsWith("Check that the server runs, the address, and the network.", error.Message);
        Assert.DoesNotContain(Secret, error.ToString());
    }
}
