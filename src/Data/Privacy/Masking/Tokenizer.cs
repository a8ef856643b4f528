using System.Numerics;
using System.Security.Cryptography;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>Replaces values by tokens that nobody without the key can compute or guess. Thread-safe.</summary>
/// <remarks>A token is HMAC-SHA256 (RFC 2104) of the UTF-8 text under a key derived for its purpose, shortened to the format's length. Same key,
/// purpose and text give the same token in every table, so joins and counts survive; another purpose gives unrelated tokens, so that two tables
/// cannot be matched by accident. Text is taken as it is: case and blanks matter. Tokens are pseudonyms, not anonymity: frequencies and
/// everything else in the row stay as they were.</remarks>
public sealed class Tokenizer
{
    private readonly byte[] _key;
    private readonly TokenFormat _format;
    private readonly BigInteger _size;

    /// <summary>Tokens of one purpose.</summary>
    /// <param name="key">The secret.</param>
    /// <param name="purpose">What the value is, such as <c>customer</c>; tokens of different purposes do not match. Not empty.</param>
    /// <param name="format">How tokens look. Default: 26 characters of base32, 130 bits.</param>
    /// <exception cref="ArgumentException">The purpose is empty or the format out of range.</exception>
    public Tokenizer(SecretKey key, string purpose, TokenFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (string.IsNullOrWhiteSpace(purpose)) throw new ArgumentException("A tokenizer's purpose must be a text, such as \"customer\". Got an empty one.", nameof(purpose));
        _format = format ?? new TokenFormat();
        _format.Check();
        _key = key.Derive("token:" + purpose);
        _size = BigInteger.Pow(_format.Letters.Length, _format.Length);
    }

    /// <summary>The token of a value.</summary>
    /// <param name="value">Any text of well-formed Unicode.</param>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public string Token(string value)
    {
        var mac = Authenticate(_key, value);
        var (letters, token) = (_format.Letters, new char[_format.Length]);
        if (BitOperations.IsPow2(letters.Length)) LastBits(mac, letters, token);
        else Remainder(mac, letters, token);
        return _format.Prefix + new string(token);
    }

    /// <summary>HMAC-SHA256 of a text's UTF-8 bytes.</summary>
    internal static byte[] Authenticate(byte[] key, string value) => HMACSHA256.HashData(key, TextMapping.Utf8(value));

    /// <summary>256 bits modulo at most 2^160: no token is likelier than another by more than one part in 2^96.</summary>
    private void Remainder(byte[] mac, string letters, Span<char> token)
    {
        var rest = new BigInteger(mac, isUnsigned: true, isBigEndian: true) % _size;
        for (var i = token.Length - 1; i >= 0; i--)
        {
            (rest, var letter) = BigInteger.DivRem(rest, letters.Length);
            token[i] = letters[(int)letter];
        }
    }

    /// <summary>The same for a power of two, where the remainder is the last bits.</summary>
    private static void LastBits(byte[] mac, string letters, Span<char> token)
    {
        var (width, bits, held, at) = (BitOperations.Log2((uint)letters.Length), 0u, 0, mac.Length);
        for (var i = token.Length - 1; i >= 0; i--)
        {
            if (held < width) (bits, held) = (bits | (uint)mac[--at] << held, held + 8);
            token[i] = letters[(int)(bits & ((1u << width) - 1))];
            (bits, held) = (bits >> width, held - width);
        }
    }
}
