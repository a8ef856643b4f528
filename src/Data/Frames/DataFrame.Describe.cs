
namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>One row a column: <c>column, kind, rows, nulls, distinct</c>, then for integers and numbers
    /// <c>mean, std, min, q25, median, q75, max</c>, and for text and times <c>least</c> and <c>greatest</c>. Runs the plan.</summary>
    /// <remarks>NaN is left out of the numbers' summaries. Cost: O(rows · log rows) a numeric column.</remarks>
    public DataFrame Describe()
    {
        var summaries = Schema.Select(each => Summary(each)).ToList();
        TextColumn Texts(Func<ColumnSummary, string?> value) => TextColumn.From(summaries.Select(value));
        Column Whole(Func<ColumnSummary, long> value) => new Column<long>(ColumnKind.Integer, [.. summaries.Select(value)]);
        Column Numbers(Func<ColumnSummary, double?> value) => new Column<double>(ColumnKind.Number,
            [.. summaries.Select(summary => value(summary) ?? 0)], Validity.FromFlags([.. summaries.Select(summary => value(summary).HasValue)]));
        return FromColumns(("column", Texts(s => s.Name)), ("kind", Texts(s => s.Kind)), ("rows", Whole(s => s.Rows)),
            ("nulls", Whole(s => s.Nulls)), ("distinct", Whole(s => s.Distinct)),
            ("mean", Numbers(s => s.Numbers?.Mean)), ("std", Numbers(s => s.Numbers?.StdDev)), ("min", Numbers(s => s.Numbers?.Min)),
            ("q25", Numbers(s => s.Numbers?.Q25)), ("median", Numbers(s => s.Numbers?.Median)), ("q75", Numbers(s => s.Numbers?.Q75)),
            ("max", Numbers(s => s.Numbers?.Max)), ("least", Texts(s => s.Least)), ("greatest", Texts(s => s.Greatest)));
    }

    private ColumnSummary Summary(Field field)
    {
        var frame = Select(field.Name);
        var counts = frame.Aggregate(("rows", Agg.Count()), ("values", Agg.Count(field.Name)), ("distinct", Agg.CountDistinct(field.Name)),
            ("least", Agg.Min(field.Name)), ("greatest", Agg.Max(field.Name)));
        var (rows, values, distinct) = ((long)counts["rows"][0]!, (long)counts["values"][0]!, (long)counts["distinct"][0]!);
        var summary = new ColumnSummary(field.Name, field.Kind.Word(), rows, rows - values, distinct, null, null, null);
        if (!field.Kind.IsNumeric())
        {
            var ends = counts.Select(("least", c => c["least"].ToText()), ("greatest", c => c["greatest"].ToText()));
            return summary with { Least = ends.Text("least").Text(0), Greatest = ends.Text("greatest").Text(0) };
        }
        var numbers = frame.Where(c => !c[field.Name].IsNaN()).Aggregate(("mean", Agg.Mean(field.Name)), ("std", Agg.StdDev(field.Name)),
            ("min", Agg.Min(c => c[field.Name].ToNumber())), ("q25", Agg.Quantile(field.Name, 0.25)), ("median", Agg.Median(field.Name)),
            ("q75", Agg.Quantile(field.Name, 0.75)), ("max", Agg.Max(c => c[field.Name].ToNumber())));
        double? Number(string name) => (double?)numbers[name][0];
        return summary with
        {
            Numbers = new NumberSummary(Number("mean"), Number("std"), Number("min"), Number("q25"), Number("median"), Number("q75"), Number("max")),
        };
    }

    private sealed record NumberSummary(double? Mean, double? StdDev, double? Min, double? Q25, double? Median, double? Q75, double? Max);

    private sealed record ColumnSummary(string Name, string Kind, long Rows, long Nulls, long Distinct, NumberSummary? Numbers, string? Least, string? Greatest);
}
