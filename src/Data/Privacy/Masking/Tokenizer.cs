using System.Numerics;
using System.Security.Cryptography;
using System.Text;

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
    /// <param name="value">Any text; well-formed Unicode, or two broken texts could share a token.</param>
    public string Token(string value)
    {
        // 256 bits modulo at most 2^160: no token is likelier than another by more than one part in 2^96.
        var rest = new BigInteger(Authenticate(_key, value), isUnsigned: true, isBigEndian: true) % _size;
        var (letters, token) = (_format.Letters, new char[_format.Length]);
        for (var i = token.Length - 1; i >= 0; i--)
        {
            (rest, var letter) = BigInteger.DivRem(rest, letters.Length);
            token[i] = letters[(int)letter];
        }
        return _format.Prefix + new string(token);
    }

    /// <summary>HMAC-SHA256 of a text's UTF-8 bytes.</summary>
    internal static byte[] Authenticate(byte[] key, string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value));
}
