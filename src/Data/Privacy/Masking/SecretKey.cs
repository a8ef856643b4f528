using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>A 256-bit key that is named, never written: it comes from an environment variable and appears in no message, property or text.</summary>
/// <remarks>Tokens and encryption each use a key of their own, derived with HKDF-SHA256 (RFC 5869), so that neither tells anything about the
/// other. Who holds the key can undo encryption and test guesses against tokens: store it where the table is not.</remarks>
public sealed partial class SecretKey
{
    /// <summary>Bytes of a key: 32.</summary>
    public const int Size = 32;

    private readonly byte[] _bytes;

    private SecretKey(string variable, byte[] bytes) => (Variable, _bytes) = (variable, bytes);

    /// <summary>The environment variable that holds the key.</summary>
    public string Variable { get; }

    /// <summary>Reads the key that an environment variable holds in base64.</summary>
    /// <param name="variable">The variable's name, such as <c>SHOP_KEY</c>: up to 40 letters, digits and underscores.</param>
    /// <exception cref="ArgumentException">The name is none; the text is not repeated, for it might be the key.</exception>
    /// <exception cref="InvalidOperationException">The variable is not set or does not hold 32 bytes of key in base64.</exception>
    public static SecretKey FromEnvironment(string variable)
    {
        if (variable is null || !VariableName().IsMatch(variable))
            throw new ArgumentException($"A key is given by the name of an environment variable: up to 40 letters, digits and underscores. Got {variable?.Length ?? 0} characters that are none (not shown: they might be the key).", nameof(variable));
        var text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(text))
            throw new InvalidOperationException($"Environment variable '{variable}' is not set. Put a key into it outside the notebook; SecretKey.Generate() makes one.");
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length))
            throw new InvalidOperationException($"Environment variable '{variable}' must hold {Size} bytes in base64. Got text that is not base64; SecretKey.Generate() makes a key.");
        if (length != Size)
            throw new InvalidOperationException($"Environment variable '{variable}' must hold {Size} bytes in base64. Got {length} bytes; SecretKey.Generate() makes a key.");
        if (bytes.Take(Size).Distinct().Count() < 8)
            throw new InvalidOperationException($"Environment variable '{variable}' holds a key of a few repeated bytes, which can be guessed. Use one from SecretKey.Generate().");
        return new SecretKey(variable, bytes[..Size]);
    }

    /// <summary>A new random key in base64, to be put into an environment variable.</summary>
    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Where the key comes from; never the key.</summary>
    public override string ToString() => $"256-bit key from ${Variable}";

    /// <summary>A key of its own for one purpose.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, Size, salt: "MarketingNotebooks.Privacy.1"u8.ToArray(), info: Encoding.UTF8.GetBytes(purpose));

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,39}\z")]
    private static partial Regex VariableName();
}
