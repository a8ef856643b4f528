using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Cleaning;

public sealed class CategorySpellingsTests
{
    private static readonly DataFrame Frame = DataFrame.FromColumns(("channel", TextColumn.From(
        [.. Enumerable.Repeat("email", 60), .. Enumerable.Repeat("search", 36), "EMAIL", " Search ", "emial", "fax", null])));

    [Fact]
    public void Rare_spellings_join_the_common_value_and_strangers_stay()
    {
        var found = CategorySpellings.Find(Frame, "channel", 0.05);
        Assert.Equal([["EMAIL", "email", 1L], [" Search ", "search", 1L], ["emial", "email", 1L]], found.Rows());
        var merged = Frame.MergeSpellings("channel", 0.05);
        Assert.Equal([["email", 62L], ["search", 37L], ["fax", 1L], [null, 1L]], merged.GroupBy("channel").Count().Rows());
    }

    [Fact]
    public void Short_codes_are_not_spellings_of_each_other()
    {
        var frame = DataFrame.FromColumns(("country", TextColumn.From([.. Enumerable.Repeat("UK", 60), "US", " uk", "UKR"])));
        Assert.Equal([[" uk", "UK", 1L]], CategorySpellings.Find(frame, "country", 0.05).Rows());
    }

    [Fact]
    public void A_share_out_of_range_is_refused() =>
        Assert.StartsWith("minShare must be in (0, 1]. Got 0.", Assert.Throws<ArgumentException>(() => CategorySpellings.Find(Frame, "channel", 0)).Message);
}
