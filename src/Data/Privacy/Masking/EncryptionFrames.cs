using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>Encryption of columns as verbs of frames.</summary>
/// <remarks>AES-256-GCM with a random nonce a cell: equal values look different, so an encrypted column can be neither joined nor counted; use tokens
/// for that. The length of a value shows, and which rows have none. One key is good for 2³² cells in all (NIST SP 800-38D, 8.3): nonces are random.</remarks>
public static class EncryptionFrames
{
    /// <summary>Encrypts each value of a column; nulls stay null. Other kinds than text are encrypted as the text they show.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A column's name. It is authenticated with each value: decrypt under the same name, or give <c>named</c>.</param>
    /// <param name="key">Name of the environment variable that holds the key; see <see cref="SecretKey"/>.</param>
    /// <param name="progress">Share of the rows done.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <exception cref="ArgumentException">There is no such column, or it is encrypted already.</exception>
    /// <exception cref="InvalidOperationException">The variable does not hold a key.</exception>
    public static DataFrame Encrypt(this DataFrame frame, string column, string key, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var texts = TextMapping.Texts(frame, column);
        using var cipher = new ColumnCipher(SecretKey.FromEnvironment(key), column);
        var cells = new string?[texts.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            if (row % TextMapping.Batch == 0) TextMapping.Step(row, cells.Length, progress, cancellationToken);
            var text = texts.Text(row);
            if (text?.StartsWith(ColumnCipher.Prefix, StringComparison.Ordinal) == true)
                throw new ArgumentException($"Column '{column}' is encrypted already: row {row} begins with '{ColumnCipher.Prefix}'.", nameof(column));
            cells[row] = text is null ? null : cipher.Encrypt(text);
        }
        progress?.Report(1);
        return frame.With(column, TextColumn.From(cells));
    }

    /// <summary>The values that <see cref="Encrypt"/> hid, as text.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A column's name.</param>
    /// <param name="key">Name of the environment variable that holds the key.</param>
    /// <param name="named">The column's name when it was encrypted. Default: its name now.</param>
    /// <param name="progress">Share of the rows done.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <exception cref="ArgumentException">There is no such column, or it is not text.</exception>
    /// <exception cref="InvalidOperationException">The variable does not hold a key, or not the one that fits.</exception>
    public static DataFrame Decrypt(this DataFrame frame, string column, string key, string? named = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var texts = frame.Text(column);
        var secret = SecretKey.FromEnvironment(key);
        using var cipher = new ColumnCipher(secret, named ?? column);
        var values = new string?[texts.Length];
        for (var row = 0; row < values.Length; row++)
        {
            if (row % TextMapping.Batch == 0) TextMapping.Step(row, values.Length, progress, cancellationToken);
            values[row] = texts.Text(row) is not { } cell ? null : cipher.Decrypt(cell, out var obstacle)
                ?? throw new InvalidOperationException($"Row {row} of column '{column}' cannot be decrypted with the {secret}: {obstacle}.");
        }
        progress?.Report(1);
        return frame.With(column, TextColumn.From(values));
    }
}
