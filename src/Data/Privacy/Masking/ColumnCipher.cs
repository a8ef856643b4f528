using System.Security.Cryptography;
using System.Text;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>AES-256-GCM of single values (NIST SP 800-38D).</summary>
/// <remarks>A cell is <c>mn1.</c> and base64 of nonce (12 bytes, random), tag (16 bytes) and ciphertext. The associated data is <c>mn1:</c> and the
/// column's name, so that a value moved into another column fails to decrypt; it does not depend on the row, so rows may be sorted, filtered and joined.</remarks>
internal static class ColumnCipher
{
    public const string Mark = "mn1.";
    private const int Nonce = 12;
    private const int Tag = 16;

    public static byte[] AssociatedData(string column) => Encoding.UTF8.GetBytes("mn1:" + column);

    public static string Encrypt(AesGcm cipher, string value, byte[] associated) =>
        Mark + Convert.ToBase64String(Seal(cipher, RandomNumberGenerator.GetBytes(Nonce), TextMapping.Utf8(value), associated));

    /// <summary>The value; null when cell, key and associated data do not belong together.</summary>
    public static string? Decrypt(AesGcm cipher, string cell, byte[] associated)
    {
        if (!cell.StartsWith(Mark, StringComparison.Ordinal)) return null;
        var bytes = new byte[cell.Length];
        if (!Convert.TryFromBase64String(cell[Mark.Length..], bytes, out var length) || length < Nonce + Tag) return null;
        var value = new byte[length - Nonce - Tag];
        try
        {
            cipher.Decrypt(bytes.AsSpan(0, Nonce), bytes.AsSpan(Nonce + Tag, value.Length), bytes.AsSpan(Nonce, Tag), value, associated);
            return Encoding.UTF8.GetString(value);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Nonce, tag and ciphertext, one after the other.</summary>
    public static byte[] Seal(AesGcm cipher, byte[] nonce, byte[] value, byte[] associated)
    {
        var cell = new byte[Nonce + Tag + value.Length];
        nonce.CopyTo(cell, 0);
        cipher.Encrypt(nonce, value, cell.AsSpan(Nonce + Tag), cell.AsSpan(Nonce, Tag), associated);
        return cell;
    }

    public static AesGcm Open(byte[] key) => new(key, Tag);
}
