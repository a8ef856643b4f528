using System.Security.Cryptography;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Masking;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class TokenTests
{
    private static readonly DataFrame Customers = DataFrame.FromColumns(("customer_id", Make.Integers(7, 8, 9)), ("email", Make.Texts("a@b.de", null, "c@d.de")));

    /// <summary>RFC 4231, test cases 2 and 1.</summary>
    [Theory]
    [InlineData("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    public void HMAC_is_that_of_RFC_4231(string key, string text, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Tokenizer.Authenticate(Convert.FromHexString(key), text)));

    [Fact]
    public void Equal_values_join_across_tables_and_purposes_do_not()
    {
        var key = Keys.New();
        var orders = DataFrame.FromColumns(("buyer", Make.Texts("9", "7", "7")));
        var left = Customers.Tokenize("customer_id", key, "customer");
        var right = orders.Tokenize("buyer", key, "customer").Rename(("buyer", "customer_id"));
        Assert.Equal(3, right.Join(left, on: "customer_id").RowCount);
        Assert.Empty(Customers.Tokenize("customer_id", key, "order").Values("customer_id").Intersect(left.Values("customer_id")));
        Assert.Empty(Customers.Tokenize("customer_id", Keys.New(), "customer").Values("customer_id").Intersect(left.Values("customer_id")));
        Assert.Null(Customers.Tokenize("email", key).Values("email")[1]);
        var twice = Customers.Tokenize("email", key).Select("email");
        Assert.Equal(2, twice.Join(twice, on: "email").RowCount); // a missing value links nobody
    }

    [Fact]
    public void A_token_is_the_HMAC_modulo_its_length_under_a_key_derived_for_its_purpose()
    {
        var variable = Keys.New();
        var root = Convert.FromBase64String(Environment.GetEnvironmentVariable(variable)!);
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 32, "MarketingNotebooks.Privacy.1"u8.ToArray(), "token:customer"u8.ToArray());
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(derived, "7"u8.ToArray()));
        var tokenizer = new Tokenizer(SecretKey.FromEnvironment(variable), "customer", new TokenFormat { Alphabet = TokenAlphabet.Hex, Length = 32, Prefix = "c_" });
        Assert.Equal("c_" + mac[32..], tokenizer.Token("7"));
        // Base32 of RFC 4648 takes five bits a letter: the last 130 of the MAC, most significant first.
        var bits = string.Concat(mac.Select(digit => Convert.ToString(Convert.ToInt32(digit.ToString(), 16), 2).PadLeft(4, '0')))[^130..];
        Assert.Equal(string.Concat(bits.Chunk(5).Select(five => "abcdefghijklmnopqrstuvwxyz234567"[Convert.ToInt32(new string(five), 2)])), new Tokenizer(SecretKey.FromEnvironment(variable), "customer").Token("7"));
        var digits = System.Numerics.BigInteger.Parse("0" + mac, System.Globalization.NumberStyles.HexNumber) % System.Numerics.BigInteger.Pow(10, 15);
        Assert.Equal(digits.ToString("D15"), new Tokenizer(SecretKey.FromEnvironment(variable), "customer", new TokenFormat { Alphabet = TokenAlphabet.Digits, Length = 15 }).Token("7"));
    }

    [Theory]
    [InlineData(TokenAlphabet.Base32, 26, "^[a-z2-7]{26}$")]
    [InlineData(TokenAlphabet.Digits, 13, "^[0-9]{13}$")]
    [InlineData(TokenAlphabet.Hex, 40, "^[0-9a-f]{40}$")]
    public void Tokens_have_the_form_asked_for(TokenAlphabet alphabet, int length, string form)
    {
        var tokenizer = new Tokenizer(SecretKey.FromEnvironment(Keys.New()), "p", new TokenFormat { Alphabet = alphabet, Length = length });
        for (var i = 0; i < 50; i++) Assert.Matches(form, tokenizer.Token(i.ToString()));
    }

    [Fact]
    public void Too_short_a_token_is_refused() => Assert.Equal(
        "TokenFormat.Length must be worth 40 to 160 bits, 13 to 48 characters of Digits. Got 12.",
        Assert.Throws<ArgumentException>(() => Customers.Tokenize("email", Keys.New(), format: new TokenFormat { Alphabet = TokenAlphabet.Digits, Length = 12 })).Message);

    [Fact]
    public void Hashing_without_a_key_is_refused_with_the_reason()
    {
        var message = "Hashing column 'email' without a key is refused: who hashes a list of likely values finds each of yours in it (a dictionary attack). "
            + "Name an environment variable that holds a key, e.g. key: \"SHOP_KEY\". (Parameter 'key')";
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Customers.Hash("email")).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Customers.Tokenize("email", "")).Message);
        Assert.Matches("^[0-9a-f]{64}$", (string)Customers.Hash("email", Keys.New()).Values("email")[0]!);
    }

    [Fact]
    public void A_key_comes_from_a_variable_and_appears_nowhere()
    {
        var variable = Keys.New();
        var text = Environment.GetEnvironmentVariable(variable)!;
        Assert.Equal($"256-bit key from ${variable}", SecretKey.FromEnvironment(variable).ToString());
        Assert.DoesNotContain(text, System.Text.Json.JsonSerializer.Serialize(SecretKey.FromEnvironment(variable)));
        var message = Assert.Throws<ArgumentException>(() => SecretKey.FromEnvironment(text)).Message;
        Assert.DoesNotContain(text[..10], message);
        Assert.Contains("Got 44 characters that are none", message);
    }

    [Theory]
    [InlineData(null, "is not set. Put a key into it outside the notebook; SecretKey.Generate() makes one.")]
    [InlineData("hunter2!", "must hold 32 bytes in base64. Got text that is not base64; SecretKey.Generate() makes a key.")]
    [InlineData("aHVudGVyMg==", "must hold 32 bytes in base64. Got 7 bytes; SecretKey.Generate() makes a key.")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "holds a key of a few repeated bytes, which can be guessed. Use one from SecretKey.Generate().")]
    public void A_variable_without_a_key_is_named_with_a_remedy(string? text, string rest)
    {
        var variable = Keys.Holding(text);
        Assert.Equal($"Environment variable '{variable}' {rest}", Assert.Throws<InvalidOperationException>(() => SecretKey.FromEnvironment(variable)).Message);
    }
}
