using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>Characters that tokens are written in.</summary>
public enum TokenAlphabet
{
    /// <summary>Letters a–z and digits 2–7 (RFC 4648 base32, lower case): 5 bits a character.</summary>
    Base32,

    /// <summary>0–9 and a–f: 4 bits a character.</summary>
    Hex,

    /// <summary>Digits: 3.3 bits a character, for systems that take numbers only.</summary>
    Digits,
}

/// <summary>How tokens look.</summary>
public sealed record TokenFormat
{
    /// <summary>Characters that carry the token. Default: base32.</summary>
    public TokenAlphabet Alphabet { get; init; } = TokenAlphabet.Base32;

    /// <summary>Number of those characters. Range: at least 40 and at most 160 bits, so 8 to 32 in base32, 10 to 40 in hex, 13 to 48 digits. Default: 26.</summary>
    /// <remarks>Among n values some two share a token of b bits with a probability of about n²/2ᵇ⁺¹; a column in which that happens is refused.</remarks>
    public int Length { get; init; } = 26;

    /// <summary>Written before each token, such as <c>cust_</c>. Default: empty.</summary>
    public string Prefix { get; init; } = "";

    internal string Letters => Alphabet switch
    {
        TokenAlphabet.Hex => "0123456789abcdef",
        TokenAlphabet.Digits => "0123456789",
        _ => "abcdefghijklmnopqrstuvwxyz234567",
    };

    internal double Bits => Length * Math.Log2(Letters.Length);

    internal void Check() => new OptionChecks(nameof(TokenFormat))
        .Require(Bits is >= 40 and <= 160, nameof(Length), $"worth 40 to 160 bits, {Math.Ceiling(40 / Math.Log2(Letters.Length))} to {Math.Floor(160 / Math.Log2(Letters.Length))} characters of {Alphabet}", Length)
        .Require(Prefix is not null, nameof(Prefix), "a text", Prefix)
        .ThrowIfAny();
}
