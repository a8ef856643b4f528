namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>The name of a column or table for use in <see cref="SqlText"/>: quoted, whatever it contains.</summary>
/// <param name="Name">The name, e.g. of a column that a parameter of the notebook chooses.</param>
public readonly record struct SqlName(string Name)
{
    /// <summary>The name in quotes, as SQL writes it.</summary>
    public override string ToString() => Quote(Name);

    internal static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text of our own as a literal, for places where SQL takes no parameter.</summary>
    internal static string Literal(string text) => !text.Contains('\0') ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : throw new ArgumentException("A name or path must not contain a NUL character.");
}
