using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Masking;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class MaskTests
{
    [Theory]
    [InlineData("victor.klein1@example.com", "v•••@e•••.com")]
    [InlineData("a@b.co.uk", "a•••@b•••.uk")]
    [InlineData("not an address", "•••")]
    [InlineData("@example.com", "•••")]
    [InlineData("a@b.", "•••")]
    public void Addresses(string value, string masked) => Assert.Equal(masked, Mask.Email(value));

    [Theory]
    [InlineData("+44 20 7946 0958", "+•• •• •••• ••58")]
    [InlineData("13912345678", "•••••••••78")]
    [InlineData("12345", "•••")]
    [InlineData("call 555-0123 Bob", "•••• •••-••23 •••")]
    public void Telephones(string value, string masked) => Assert.Equal(masked, Mask.Phone(value));

    [Theory]
    [InlineData("Victor Klein", "V. K.")]
    [InlineData("王秀英", "王•")]
    [InlineData("  ", "•••")]
    public void Names(string value, string masked) => Assert.Equal(masked, Mask.Name(value));

    [Fact]
    public void The_last_characters_stay_only_when_as_many_are_hidden()
    {
        Assert.Equal("•••1111", Mask.KeepLast()("4111111111111111"));
        Assert.Equal("•••", Mask.KeepLast()("12345678"));
        Assert.Equal("Mask.KeepLast keeps 1 to 8 characters. Got 9. (Parameter 'count')", Assert.Throws<ArgumentException>(() => Mask.KeepLast(9)).Message);
    }

    [Fact]
    public void A_masked_column_keeps_its_nulls_and_the_others()
    {
        var frame = DataFrame.FromColumns(("email", Make.Texts("a@b.de", null, "c@d.de")), ("n", Make.Integers(1, 2, 123456789)));
        Assert.Equal(["a•••@b•••.de", null, "c•••@d•••.de"], frame.Mask("email", Mask.Email).Values("email"));
        Assert.Equal(["•••", "•••", "•••89"], frame.Mask("n", Mask.KeepLast(2)).Values("n"));
    }
}
