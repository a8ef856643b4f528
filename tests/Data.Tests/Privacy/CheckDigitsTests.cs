using MarketingNotebooks.Data.Privacy.Detection;

namespace MarketingNotebooks.Data.Tests.Privacy;

/// <summary>Numbers that standards and authorities publish as examples; each with one character changed fails.</summary>
public sealed class CheckDigitsTests
{
    [Theory]
    [InlineData("resident", "11010519491231002X")] // GB 11643-1999, annex
    [InlineData("resident", "440524188001010014")] // GB 11643-1999, annex
    [InlineData("luhn", "4111111111111111")]
    [InlineData("luhn", "79927398713")]
    [InlineData("iban", "GB82WEST12345698765432")]
    [InlineData("iban", "DE89370400440532013000")]
    [InlineData("spanish", "12345678Z")]
    [InlineData("spanish", "X1234567L")]
    [InlineData("french", "255081416802538")]
    [InlineData("italian", "RSSMRA85T10A562S")]
    [InlineData("hongkong", "A123456(3)")]
    [InlineData("hongkong", "AB987654(3)")]
    [InlineData("taiwanese", "A123456789")]
    [InlineData("singaporean", "S1234567D")]
    public void Published_examples_pass_and_changed_ones_fail(string which, string number)
    {
        Func<string, bool> test = which switch
        {
            "resident" => CheckDigits.ChineseResident, "luhn" => CheckDigits.Luhn, "iban" => CheckDigits.Iban, "spanish" => CheckDigits.Spanish,
            "french" => CheckDigits.French, "italian" => CheckDigits.Italian, "hongkong" => CheckDigits.HongKong, "taiwanese" => CheckDigits.Taiwanese, _ => CheckDigits.Singaporean,
        };
        Assert.True(test(number));
        var at = number.Length - 4;
        Assert.False(test(number[..at] + (number[at] == '9' ? '0' : (char)(number[at] + 1)) + number[(at + 1)..]));
        Assert.False(test(""));
    }

    [Fact]
    public void A_resident_id_needs_a_day_that_exists() => Assert.False(CheckDigits.ChineseResident("110105194913310027"));
}
