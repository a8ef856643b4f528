using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Masking;

/// <summary>Keyed tokens as a verb of frames.</summary>
public static class TokenFrames
{
    /// <summary>Replaces each value of a column by its token; nulls stay null. Equal values get equal tokens, in every table with the same key and purpose.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A column's name. Kinds other than text are tokenised as the text they show, so that 7 and "7" agree.</param>
    /// <param name="key">Name of the environment variable that holds the key; see <see cref="SecretKey"/>.</param>
    /// <param name="purpose">What the value is. Default: the column's name; give it where two tables name the same thing differently.</param>
    /// <param name="format">How tokens look. Default: 26 characters of base32.</param>
    /// <param name="progress">Share of the distinct values done.</param>
    /// <param name="cancellationToken">Stops between distinct values.</param>
    /// <exception cref="ArgumentException">There is no such column, no key is named, or two values of the column share a token.</exception>
    /// <exception cref="InvalidOperationException">The variable does not hold a key.</exception>
    public static DataFrame Tokenize(this DataFrame frame, string column, string key, string? purpose = null, TokenFormat? format = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        frame.Schema.Position(column);
        if (string.IsNullOrEmpty(key)) throw new ArgumentException(Unkeyed(column), nameof(key));
        var tokenizer = new Tokenizer(SecretKey.FromEnvironment(key), purpose ?? column, format);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return frame.With(column, TextMapping.Map(frame, column, value =>
        {
            var token = tokenizer.Token(value);
            return seen.Add(token) ? token : throw new ArgumentException(
                $"Two values of column '{column}' have the same token of {(format ?? new TokenFormat()).Bits:0} bits. Raise TokenFormat.Length.", nameof(format));
        }, progress, cancellationToken));
    }

    /// <summary>Replaces each value of a column by its HMAC-SHA256 in hex; refuses to hash without a key.</summary>
    /// <remarks>A plain hash of an e-mail address, telephone or customer number hides nothing: who has a list of candidates, or can count through
    /// all numbers, hashes them all and looks yours up. With a key nobody else can compute the hash.</remarks>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A column's name.</param>
    /// <param name="key">Name of the environment variable that holds the key. Without one the call is refused.</param>
    /// <param name="progress">Share of the distinct values done.</param>
    /// <param name="cancellationToken">Stops between distinct values.</param>
    /// <exception cref="ArgumentException">There is no such column, or no key is named.</exception>
    /// <exception cref="InvalidOperationException">The variable does not hold a key.</exception>
    public static DataFrame Hash(this DataFrame frame, string column, string? key = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        frame.Schema.Position(column);
        if (string.IsNullOrEmpty(key)) throw new ArgumentException(Unkeyed(column), nameof(key));
        var secret = SecretKey.FromEnvironment(key).Derive("hash:" + column);
        return frame.With(column, TextMapping.Map(frame, column, value => Convert.ToHexStringLower(Tokenizer.Authenticate(secret, value)), progress, cancellationToken));
    }

    private static string Unkeyed(string column) =>
        $"Hashing column '{column}' without a key is refused: who hashes a list of likely values finds each of yours in it (a dictionary attack). "
        + "Name an environment variable that holds a key, e.g. key: \"SHOP_KEY\".";
}
