using System.Security.Cryptography;
using System.Text;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>AES-256-GCM of the values of one column under one key (NIST SP 800-38D). Not thread-safe.</summary>
/// <remarks>A cell is <c>mn1.</c> and base64 of the key's mark (4 bytes), nonce (12 bytes, random), tag (16 bytes) and ciphertext. The mark is derived from
/// the key and tells nothing about it; with it another key is told from a changed value. The associated data is <c>mn1:</c> and the column's name, so that
/// a value moved into another column fails to decrypt; it does not depend on the row, so rows may be sorted, filtered and joined.</remarks>
internal sealed class ColumnCipher(SecretKey key, string column) : IDisposable
{
    public const string Prefix = "mn1.";
    private const int Mark = 4;
    private const int Nonce = 12;
    private const int Tag = 16;

    private readonly AesGcm _cipher = Open(key.Derive("encryption"));
    private readonly byte[] _mark = key.Derive("encryption mark")[..Mark];
    private readonly byte[] _associated = Encoding.UTF8.GetBytes("mn1:" + column);

    public string Encrypt(string value) =>
        Prefix + Convert.ToBase64String([.. _mark, .. Seal(_cipher, RandomNumberGenerator.GetBytes(Nonce), TextMapping.Utf8(value), _associated)]);

    /// <summary>The value; or null, and why there is none.</summary>
    public string? Decrypt(string cell, out string obstacle)
    {
        obstacle = "it is no encrypted value, or was cut";
        if (!cell.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var bytes = new byte[cell.Length];
        if (!Convert.TryFromBase64String(cell[Prefix.Length..], bytes, out var length) || length < Mark + Nonce + Tag) return null;
        obstacle = "it was encrypted with another key";
        if (!bytes.AsSpan(0, Mark).SequenceEqual(_mark)) return null;
        obstacle = "it was changed, or belongs to a column of another name (then give named:)";
        var value = new byte[length - Mark - Nonce - Tag];
        try
        {
            _cipher.Decrypt(bytes.AsSpan(Mark, Nonce), bytes.AsSpan(Mark + Nonce + Tag, value.Length), bytes.AsSpan(Mark + Nonce, Tag), value, _associated);
            return Encoding.UTF8.GetString(value);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose() => _cipher.Dispose();

    /// <summary>Nonce, tag and ciphertext, one after the other.</summary>
    internal static byte[] Seal(AesGcm cipher, byte[] nonce, byte[] value, byte[] associated)
    {
        var cell = new byte[Nonce + Tag + value.Length];
        nonce.CopyTo(cell, 0);
        cipher.Encrypt(nonce, value, cell.AsSpan(Nonce + Tag), cell.AsSpan(Nonce, Tag), associated);
        return cell;
    }

    internal static AesGcm Open(byte[] key) => new(key, Tag);
}
