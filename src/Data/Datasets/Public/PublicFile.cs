namespace MarketingNotebooks.Data.Datasets.Public;

/// <summary>One file of a public data set, and what proves that a copy is whole.</summary>
public sealed record PublicFile
{
    /// <summary>Its name in the data set's folder.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is fetched, by http or https.</summary>
    public required Uri Address { get; init; }

    /// <summary>Its size, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The SHA-256 of its bytes, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Rows of data, a header not counted; null when unknown.</summary>
    public long? Rows { get; init; }

    /// <summary>What each column means, in the file's order.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}
