using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>A kind of fault planted in a raw table. A row has at most one.</summary>
/// <param name="Kind">Name in <c>truth.json</c> and <c>truth_faults</c>.</param>
/// <param name="Column">The damaged column; "" for the whole row.</param>
/// <param name="Rate">Probability that a row gets it.</param>
/// <param name="Damage">Changes the cells of a row, always.</param>
/// <param name="Repeats">True when the clean row stays and the damaged one comes again at the end of its batch, as when an import
/// has run twice.</param>
internal sealed record Fault(string Kind, string Column, double Rate, Action<string[], Rng> Damage, bool Repeats = false)
{
    /// <summary>The whole row twice, letter for letter.</summary>
    public static Fault ExactDuplicate(double rate) => new("exact_duplicate", "", rate, (_, _) => { }, Repeats: true);

    /// <summary>An empty cell.</summary>
    /// <param name="columns">The table's columns.</param>
    /// <param name="column">A column without missing values.</param>
    /// <param name="rate">Probability that a row gets it.</param>
    public static Fault Missing(IReadOnlyList<ColumnNote> columns, string column, double rate) =>
        Cell(columns, "missing", column, rate, (_, _) => "");

    /// <summary>Something in a column of numbers that is no number: a placeholder, a decimal comma, a currency sign.</summary>
    public static Fault WrongType(IReadOnlyList<ColumnNote> columns, string column, double rate) =>
        Cell(columns, "wrong_type", column, rate, (cell, rng) => rng.Next(4) switch
        {
            0 => "N/A",
            1 => "unknown",
            2 => cell.Replace('.', ',') + " €",
            _ => "€" + cell,
        });

    /// <summary>A day that no calendar has, or one long before or after the two years.</summary>
    public static Fault ImpossibleDate(IReadOnlyList<ColumnNote> columns, string column, double rate) =>
        Cell(columns, "impossible_date", column, rate, (cell, rng) => rng.Next(5) switch
        {
            0 => cell[..5] + "02-30" + cell[10..],
            1 => cell[..5] + "13" + cell[7..],
            2 => "0000-00-00" + cell[10..],
            3 => "1970-01-01" + cell[10..],
            _ => "2052" + cell[4..],
        });

    /// <summary>The same category in another spelling.</summary>
    public static Fault Inconsistent(IReadOnlyList<ColumnNote> columns, string column, double rate, Func<string, Rng, string> respell) =>
        Cell(columns, "inconsistent_category", column, rate, respell);

    /// <summary>Cents taken for euros: a hundred times the value.</summary>
    public static Fault Outlier(IReadOnlyList<ColumnNote> columns, string column, double rate) =>
        Cell(columns, "outlier", column, rate, (cell, _) =>
            cell.Contains('.') ? cell.Replace(".", "").TrimStart('0') + ".00" : cell + "00");

    /// <summary>A foreign key that points nowhere.</summary>
    /// <param name="columns">The table's columns.</param>
    /// <param name="column">The foreign key.</param>
    /// <param name="rate">Probability that a row gets it.</param>
    /// <param name="highest">Highest id there is; the fault takes one above it, up to twice it.</param>
    public static Fault Orphan(IReadOnlyList<ColumnNote> columns, string column, double rate, int highest) =>
        Cell(columns, "orphan", column, rate, (_, rng) => $"{highest + 1L + rng.Next(highest)}");

    /// <summary>Upper case, blanks around it, or a dropped letter.</summary>
    public static string Respell(string cell, Rng rng) => rng.Next(4) switch
    {
        0 => cell.ToUpperInvariant(),
        1 => $" {cell}",
        2 => $"{char.ToUpperInvariant(cell[0])}{cell[1..]} ",
        _ => cell.Remove(cell.Length / 2, 1),
    };

    /// <summary>A fault in one cell.</summary>
    public static Fault Cell(IReadOnlyList<ColumnNote> columns, string kind, string column, double rate, Func<string, Rng, string> damage)
    {
        var at = Position(columns, column);
        return new Fault(kind, column, rate, (row, rng) => row[at] = damage(row[at], rng));
    }

    /// <summary>The position of a column.</summary>
    public static int Position(IReadOnlyList<ColumnNote> columns, string column)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Name == column) return i;
        throw new ArgumentException($"There is no column '{column}'.", nameof(column));
    }
}
