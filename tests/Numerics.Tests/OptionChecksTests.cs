namespace MarketingNotebooks.Numerics.Tests;

public class OptionChecksTests
{
    [Fact]
    public void All_mistakes_come_in_one_error()
    {
        var checks = new OptionChecks("ShopOptions").AtLeast("Days", 0, 1).NotNegative("Price", -2).Positive("Rate", double.NaN).Threads(0)
            .Require(false, "Name", "one of a, b", null).Require(true, "Fine", "fine", 1);
        Assert.Equal("ShopOptions.Days must be ≥ 1. Got 0.\nShopOptions.Price must be finite and ≥ 0. Got -2.\n"
            + "ShopOptions.Rate must be finite and > 0. Got NaN.\nShopOptions.Threads must be ≥ 1, or null for all processors. Got 0.\n"
            + "ShopOptions.Name must be one of a, b. Got null.", Assert.Throws<ArgumentException>(checks.ThrowIfAny).Message);
    }

    [Fact]
    public void Allowed_values_pass() =>
        new OptionChecks("ShopOptions").AtLeast("Days", 1, 1).NotNegative("Price", 0).Positive("Rate", 1e-300).Threads(null).ThrowIfAny();
}
