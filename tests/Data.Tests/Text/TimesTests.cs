using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Tests.Texts;

public class TimesTests
{
    [Fact]
    public void Times_before_1970_are_cut_down()
    {
        Assert.Equal(-1, Times.FromDateTime(DateTime.UnixEpoch.AddTicks(-1)));
        Assert.Equal(DateTime.UnixEpoch, Times.ToDateTime(0));
        Assert.Equal(DateTime.MinValue, Times.ToDateTime(Times.MinValue));
        Assert.Equal("9999-12-31 23:59:59.999999", Times.ToText(Times.MaxValue));
        Assert.Equal("1969-12-31", Times.ToText(-Times.Day));
    }

    [Theory]
    [InlineData(1, 1, 1, -719162)]
    [InlineData(1970, 1, 1, 0)]
    [InlineData(2000, 2, 29, 11016)]
    [InlineData(9999, 12, 31, 2932896)]
    [InlineData(1900, 2, 29, null)]
    [InlineData(2024, 4, 31, null)]
    [InlineData(0, 1, 1, null)]
    [InlineData(2024, 13, 1, null)]
    [InlineData(2024, 1, 0, null)]
    [InlineData(-1_000_000, -5, -7, null)]
    public void Days_are_counted_from_1970(int year, int month, int day, int? expected)
    {
        Assert.Equal(expected is not null, Times.TryDays(year, month, day, out var days));
        Assert.Equal(expected ?? 0, days);
    }

    [Theory]
    [InlineData("amuont", "amount")]
    [InlineData("CHANEL", "channel")]
    [InlineData("zzz", null)]
    public void Spelling_finds_the_nearest(string word, string? nearest) =>
        Assert.Equal(nearest, Spelling.Nearest(word, ["order_id", "amount", "channel"]));
}
