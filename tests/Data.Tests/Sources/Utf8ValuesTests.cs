using System.Globalization;
using System.Text;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Tests.Sources;

public class Utf8ValuesTests
{
    [Fact]
    public void Numbers_are_the_nearest_double()
    {
        var random = new Random(3);
        for (var i = 0; i < 200_000; i++)
        {
            var text = (i % 4) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)).ToString("R", CultureInfo.InvariantCulture),
                1 => $"{random.NextInt64(0, 1L << random.Next(1, 62))}.{random.NextInt64(0, 1L << random.Next(1, 62))}",
                2 => (random.Next(1, 100_000_000) / 100m).ToString(CultureInfo.InvariantCulture),
                _ => $"{random.Next(1, 1000)}.{random.NextInt64():D19}{random.NextInt64():D19}e{random.Next(-320, 300)}",
            };
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected) || !double.IsFinite(expected)) continue;
            Assert.True(Utf8Values.TryNumber(Encoding.ASCII.GetBytes(text), (byte)'.', out var value), text);
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), text);
        }
    }

    [Theory]
    [InlineData("1.5", true)]
    [InlineData("-.5", true)]
    [InlineData("5.", true)]
    [InlineData("-0", true)]
    [InlineData("1e-7", true)]
    [InlineData("9007199254740993", true)]
    [InlineData("123456789012345678901234567890", true)]
    [InlineData("007", false)]
    [InlineData("1.2.3", false)]
    [InlineData("1e", false)]
    [InlineData("+1", false)]
    [InlineData("1e999", false)]
    [InlineData("1,5", false)]
    [InlineData(".", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData("0x1", false)]
    public void Numbers_have_one_form(string text, bool number)
    {
        Assert.Equal(number, Utf8Values.TryNumber(Encoding.ASCII.GetBytes(text), (byte)'.', out var value));
        if (number) Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-1", true)]
    [InlineData("9223372036854775807", true)]
    [InlineData("-9223372036854775808", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("-9223372036854775809", false)]
    [InlineData("18446744073709551617", false)]
    [InlineData("00", false)]
    [InlineData("-0", false)]
    [InlineData("+1", false)]
    [InlineData("1 ", false)]
    [InlineData("", false)]
    [InlineData("-", false)]
    public void Integers_are_canonical(string text, bool integer)
    {
        Assert.Equal(integer, Utf8Values.TryInteger(Encoding.ASCII.GetBytes(text), out var value));
        if (integer) Assert.Equal(long.Parse(text, CultureInfo.InvariantCulture), value);
    }

    [Fact]
    public void Every_day_of_ten_thousand_years_is_its_number()
    {
        for (var day = DateTime.MinValue; day.Year < 9999; day = day.AddDays(17))
        {
            Assert.True(Utf8Values.TryTimestamp(Encoding.ASCII.GetBytes(day.ToString("yyyy-MM-dd")), out var micros));
            Assert.Equal(Times.FromDateTime(day), micros);
        }
        Assert.False(Utf8Values.TryTimestamp("1900-02-29"u8, out _));
        Assert.True(Utf8Values.TryTimestamp("2000-02-29"u8, out _));
        Assert.False(Utf8Values.TryTimestamp("0000-01-01"u8, out _));
    }

    [Theory]
    [InlineData("2024-01-02 03:04", "2024-01-02T03:04:00Z")]
    [InlineData("2024-01-02T03:04:05.5Z", "2024-01-02T03:04:05.5Z")]
    [InlineData("2024/01/02", "2024-01-02T00:00:00Z")]
    [InlineData("2024-01-02 00:30+01", "2024-01-01T23:30:00Z")]
    [InlineData("2024-01-02 24:00", null)]
    [InlineData("2024-01-02 03:04:60", null)]
    [InlineData("2024-01-02 03:04+19:00", null)]
    [InlineData("2024-01/02", null)]
    [InlineData("2024-1-2", null)]
    [InlineData("2024-01-02x", null)]
    [InlineData("2024-01-02 ", null)]
    [InlineData("0001-01-01 00:00+05:00", null)]
    public void Timestamps_are_iso(string text, string? expected)
    {
        var found = Utf8Values.TryTimestamp(Encoding.ASCII.GetBytes(text), out var micros);
        Assert.Equal(expected is not null, found);
        if (expected is not null) Assert.Equal(DateTime.Parse(expected, null, DateTimeStyles.RoundtripKind), Times.ToDateTime(micros));
    }

    [Theory]
    [InlineData("P1DT2H3M4.5S", 93784500000L)]
    [InlineData("-PT1M", -60000000L)]
    [InlineData("P2D", 172800000000L)]
    [InlineData("P", null)]
    [InlineData("PT", null)]
    [InlineData("P1DT", null)]
    [InlineData("P1H", null)]
    [InlineData("PT1D", null)]
    [InlineData("PT1S2H", null)]
    [InlineData("P1Y", null)]
    [InlineData("PT1.5M", null)]
    public void Durations_are_iso(string text, long? expected)
    {
        Assert.Equal(expected is not null, Utf8Values.TryDuration(Encoding.ASCII.GetBytes(text), out var micros));
        if (expected is not null) Assert.Equal(expected, micros);
    }

    [Fact]
    public void The_dictionary_gives_each_text_one_code()
    {
        var dictionary = new Utf8Dictionary();
        var codes = new Dictionary<string, int>();
        var random = new Random(5);
        for (var i = 0; i < 50_000; i++)
        {
            var text = new string((char)('a' + random.Next(3)), random.Next(30)) + random.Next(5000);
            var code = dictionary.Code(Encoding.UTF8.GetBytes(text));
            Assert.Equal(code, codes.TryGetValue(text, out var known) ? known : codes[text] = codes.Count);
        }
        Assert.Equal(codes.Count, dictionary.Count);
        foreach (var (text, code) in codes) Assert.Equal(text, Encoding.UTF8.GetString(dictionary[code]));
    }
}
