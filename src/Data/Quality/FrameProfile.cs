using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>What a frame holds, column by column and as a whole. Immutable.</summary>
/// <param name="Rows">Rows of the frame.</param>
/// <param name="Columns">One profile a column, in their order.</param>
/// <param name="DuplicateRows">Rows that repeat an earlier one in every column.</param>
/// <param name="Associations"><c>left, right, measure, value, rows</c>, strongest first: <c>pearson</c> and <c>spearman</c> for two columns of numbers or times,
/// <c>correlation_ratio</c> for a category and a number, <c>cramers_v</c> for two categories of at most fifty values.</param>
/// <param name="SampledRows">Rows that associations and leaks were computed from.</param>
/// <param name="Alerts">What to look into, the gravest first.</param>
[TypeFormatterSource(typeof(QualityFormatters))]
public sealed record FrameProfile(int Rows, ImmutableArray<ColumnProfile> Columns, int DuplicateRows, DataFrame Associations, int SampledRows, ImmutableArray<ProfileAlert> Alerts)
{
    /// <summary>The profile of one column.</summary>
    /// <param name="name">A column's name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ColumnProfile this[string name] => Columns.FirstOrDefault(each => each.Name == name)
        ?? throw new ArgumentException($"Column '{name}' is not in the profile. Columns: {string.Join(", ", Columns.Select(each => each.Name))}.");

    /// <summary>One row a column: <c>column, kind, missing, distinct, top, mean, std, min, median, max, skewness, zeros, negatives, outliers, shape</c>; outliers by the IQR rule;
    /// <c>shape</c> is the distribution in small bars for numbers and the commonest pattern for text. A distinct count that is an estimate is marked in <c>exact</c>.</summary>
    public DataFrame Table => DataFrame.FromColumns(
        ("column", Texts(c => c.Name)), ("kind", Texts(c => c.Kind.Word())), ("missing", Whole(c => c.Missing)), ("distinct", Whole(c => c.Distinct)),
        ("exact", new Column<bool>(ColumnKind.Boolean, [.. Columns.Select(c => c.DistinctIsExact)])),
        ("top", Texts(c => c.Top.IsEmpty ? null : string.Create(CultureInfo.InvariantCulture, $"{c.Top[0].Value} ({c.Top[0].Rows:N0})"))),
        ("mean", Numbers(c => c.Numbers?.Mean)), ("std", Numbers(c => c.Numbers?.StdDev)), ("min", Numbers(c => c.Numbers?.Min)), ("median", Numbers(c => c.Numbers?.Median)),
        ("max", Numbers(c => c.Numbers?.Max)), ("skewness", Numbers(c => c.Numbers?.Skewness)), ("zeros", Whole(c => c.Numbers?.Zeros)), ("negatives", Whole(c => c.Numbers?.Negatives)),
        ("outliers", Whole(c => c.Numbers?.IqrOutliers)), ("shape", Texts(Shape)));

    /// <summary>The alerts as a frame: <c>alert, columns, message</c>.</summary>
    public DataFrame AlertTable => DataFrame.FromColumns(("alert", TextColumn.From(Alerts.Select(each => each.Kind.ToString()))),
        ("columns", TextColumn.From(Alerts.Select(each => each.Columns))), ("message", TextColumn.From(Alerts.Select(each => each.Message))));

    /// <summary>A headline, the alerts and the table, as text.</summary>
    public override string ToString() => $"{Headline}\n{TextTable.Render(AlertTable, Alerts.Length)}\n{TextTable.Render(Table, Columns.Length)}";

    internal string ToHtml() => new StringBuilder("<p class=\"mn-profile\"><strong>").Append(Headline).Append("</strong></p>").Append(HtmlTable.Render(AlertTable, Alerts.Length))
        .Append(HtmlTable.Render(Table, Columns.Length)).ToString();

    private string Headline => string.Create(CultureInfo.InvariantCulture,
        $"{Rows:N0} rows × {Columns.Length} columns, {Columns.Sum(each => (long)each.Missing):N0} cells missing, {DuplicateRows:N0} rows repeated, {Alerts.Length} alerts.")
        + (SampledRows < Rows ? string.Create(CultureInfo.InvariantCulture, $" Associations from a sample of {SampledRows:N0} rows.") : "");

    private static string? Shape(ColumnProfile column)
    {
        if (column.Texts is { } texts) return texts.Patterns[0].Pattern;
        if (column.Times is { } times) return string.Create(CultureInfo.InvariantCulture, $"{times.First:yyyy-MM-dd} to {times.Last:yyyy-MM-dd}, {times.EmptyDays:N0} empty days");
        if (column.Numbers is not { } numbers) return null;
        const string bars = " ▁▂▃▄▅▆▇█";
        const int width = 15;
        var sums = new long[Math.Min(width, numbers.Histogram.Length)];
        for (var bar = 0; bar < numbers.Histogram.Length; bar++) sums[bar * sums.Length / numbers.Histogram.Length] += numbers.Histogram[bar];
        var most = Math.Max(1, sums.Max());
        return string.Concat(sums.Select(count => bars[count == 0 ? 0 : (int)Math.Clamp(Math.Ceiling(8.0 * count / most), 1, 8)]));
    }

    private TextColumn Texts(Func<ColumnProfile, string?> value) => TextColumn.From(Columns.Select(value));

    private Column<long> Whole(Func<ColumnProfile, long?> value) => new(ColumnKind.Integer, [.. Columns.Select(each => value(each) ?? 0)], Validity.FromFlags([.. Columns.Select(each => value(each).HasValue)]));

    private Column<double> Numbers(Func<ColumnProfile, double?> value) =>
        new(ColumnKind.Number, [.. Columns.Select(each => value(each) ?? 0)], Validity.FromFlags([.. Columns.Select(each => value(each) is { } number && !double.IsNaN(number))]));
}
