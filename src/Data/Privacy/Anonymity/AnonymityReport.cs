using System.Globalization;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>How well the people of a table hide among each other. Immutable.</summary>
/// <param name="Quasi">The columns that somebody may know about a person.</param>
/// <param name="Sensitive">The column that nobody should learn; null when none was named.</param>
/// <param name="Rows">Rows measured.</param>
/// <param name="Classes">Groups of rows that agree in all quasi-identifiers.</param>
/// <param name="K">Rows of the smallest group: the table is k-anonymous for this k (Sweeney 2002). 0 without rows.</param>
/// <param name="Uniques">Rows that are alone in their group.</param>
/// <param name="DistinctL">Fewest distinct sensitive values in a group (Machanavajjhala and others 2007). 0 without a sensitive column.</param>
/// <param name="EntropyL">Least e^entropy of the sensitive values of a group: 1 where all agree. 0 without a sensitive column.</param>
/// <param name="Closeness">Greatest distance t between the sensitive values of a group and those of all rows (Li and others 2007). Range: 0 to 1.</param>
/// <param name="Risk">Chances of being recognised.</param>
/// <param name="Sizes">Rows of each group, in order of first appearance.</param>
[TypeFormatterSource(typeof(AnonymityFormatters))]
public sealed record AnonymityReport(IReadOnlyList<string> Quasi, string? Sensitive, int Rows, int Classes, int K, int Uniques,
    int DistinctL, double EntropyL, double Closeness, ReidentificationRisk Risk, IReadOnlyList<int> Sizes)
{
    /// <summary>Mean number of rows in a group. 0 without rows.</summary>
    public double MeanClass => Classes == 0 ? 0 : (double)Rows / Classes;

    /// <summary>Rows in groups of fewer than <paramref name="k"/>.</summary>
    /// <param name="k">Range: ≥ 1.</param>
    public int RowsBelow(int k) => Sizes.Where(size => size < k).Sum();

    /// <summary>The measures as a table: <c>measure</c>, <c>value</c>, <c>meaning</c>.</summary>
    public DataFrame ToFrame()
    {
        var rows = new List<(string Measure, double Value, string Meaning)>
        {
            ("k", K, "rows in the smallest group"), ("groups", Classes, $"that agree in {string.Join(", ", Quasi)}"),
            ("unique rows", Uniques, "alone in their group"), ("mean group", MeanClass, "rows"),
            ("prosecutor risk, highest", Risk.ProsecutorHighest, "of the most exposed row, known to be in the table"),
            ("prosecutor risk, mean", Risk.ProsecutorMean, "of a row known to be in the table"),
            ("journalist risk, highest", Risk.JournalistHighest, $"of the most exposed row, looked for in {Risk.PopulationText}"),
            ("marketer risk", Risk.Marketer, $"share of rows rightly matched with {Risk.PopulationText}"),
            ("population uniques", Risk.PopulationUniques, "rows that are unique there too, estimated"),
        };
        if (Sensitive is not null)
            rows.AddRange([("distinct l", DistinctL, $"fewest values of {Sensitive} in a group"), ("entropy l", EntropyL, "the same, weighed by how even they are"),
                ("t", Closeness, "distance of a group's values from everybody's")]);
        return DataFrame.FromColumns(("measure", TextColumn.From(rows.Select(row => row.Measure))),
            ("value", new Column<double>(ColumnKind.Number, [.. rows.Select(row => row.Value)])), ("meaning", TextColumn.From(rows.Select(row => row.Meaning))));
    }

    /// <summary>The finding in a sentence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Rows:N0} rows in {Classes:N0} groups by {string.Join(", ", Quasi)}: k = {K}, {Uniques:N0} unique{(Sensitive is null ? "" : $", l = {DistinctL}, t = {Closeness:0.00}")}");
}

/// <summary>How a measure of anonymity shows itself.</summary>
public sealed class AnonymityFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<AnonymityReport>("text/html", report => HtmlTable.Render(report.ToFrame())),
        new MimeFormatter<AnonymityReport>("text/plain", report => report + "\n" + TextTable.Render(report.ToFrame())),
    ];
}
