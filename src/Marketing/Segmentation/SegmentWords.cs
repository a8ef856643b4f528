using System.Globalization;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>Differences as words.</summary>
internal sealed class SegmentWords(SegmentProfileOptions options)
{
    /// <summary>From this ratio on, or below its inverse, a difference is said as a multiple.</summary>
    private const double Multiple = 1.5;

    /// <summary>One sentence of a segment.</summary>
    /// <param name="segment">Its name.</param>
    /// <param name="customers">Its size.</param>
    /// <param name="share">Its share of all.</param>
    /// <param name="differences">Its differences, the largest first.</param>
    public string Sentence(string segment, int customers, double share, IEnumerable<SegmentDifference> differences)
    {
        var large = differences.Where(IsSaid).ToList();
        var sure = large.Where(each => each.AdjustedPValue <= options.Significance).Take(options.MostSaid).Select(Phrase).ToList();
        var words = sure.Count > 0 ? string.Join(", ", sure)
            : large.Count == 0 ? "close to the average"
            : "no difference that chance could not have made";
        var few = customers < options.FewCustomers ? $" Only {customers} {Noun(customers)}: too few to be sure." : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{segment} — {customers:N0} {Noun(customers)} ({Percent(share)}): {words}.{few}");
    }

    /// <summary>The largest differences as notes, whatever the tests say.</summary>
    public string Apart(IEnumerable<SegmentDifference> differences)
    {
        var said = differences.Where(IsSaid).Take(options.MostSaid).Select(Note).ToList();
        return said.Count == 0 ? "close to the average" : string.Join("; ", said);
    }

    /// <summary>Rare levels set nobody apart: they are most segments' zero.</summary>
    private bool IsSaid(SegmentDifference each) =>
        Math.Abs(each.Difference) >= options.LeastDifference && (each.Level is null || each.Difference > 0);

    private static string Note(SegmentDifference each) => each.Level is null
        ? $"{each.Feature} {(each.Difference > 0 ? "high" : "low")}: {Short(each.Value)} against {Short(each.Average)} ({each.Difference:+0.0;-0.0} sd)"
        : $"{each.Feature} {each.Level}: {Percent(each.Value)} against {Percent(each.Average)} ({each.Difference:+0.0;-0.0} sd)";

    private string Phrase(SegmentDifference each)
    {
        // Of a boolean, or a column of yes and no, the feature's own name is the phrase.
        if (each.Level is "yes" or "no") return $"{(each.Level == "no" ? "not " : "")}{each.Feature} for {Percent(each.Value)} ({Percent(each.Average)} of all, {Times(each.Ratio)})";
        if (each.Level is not null) return $"{each.Feature} is {each.Level} for {Percent(each.Value)} ({Percent(each.Average)} of all, {Times(each.Ratio)})";
        var (value, average) = (Amount(each.Feature, each.Value), Amount(each.Feature, each.Average));
        if ((options.Phrases.GetValueOrDefault(each.Feature) ?? Standard(each)) is { } phrase)
            return phrase.Replace("{value}", value, StringComparison.Ordinal).Replace("{average}", average, StringComparison.Ordinal)
                .Replace("{ratio}", Times(each.Ratio), StringComparison.Ordinal);
        return each.Ratio is >= Multiple or > 0 and <= 1 / Multiple
            ? $"{each.Feature} {Times(each.Ratio)} the average ({value} against {average})"
            : $"{each.Feature} {(each.Difference > 0 ? "above" : "below")} the average ({value} against {average})";
    }

    /// <summary>Phrases of the features that <see cref="Rfm"/> makes. A feature with negative values has been transformed.</summary>
    private static string? Standard(SegmentDifference each) => double.IsNaN(each.Ratio) ? null : each.Feature switch
    {
        "recency" => "last bought {value} ago (mean {average})",
        "frequency" => $"bought {{value}} {Unit("times", each.Value)} (mean {{average}})",
        "monetary" when each.Ratio is >= Multiple or > 0 and <= 1 / Multiple => "spends {ratio} the average ({value} against {average})",
        "monetary" => "spends {value} against {average} on average",
        "average" => "{value} an order (mean {average})",
        _ => null,
    };

    private string Amount(string feature, double value)
    {
        var unit = options.Units.GetValueOrDefault(feature) ?? (feature == "recency" ? "days" : "");
        return unit switch
        {
            "" => Round(value),
            "€" or "$" or "£" or "¥" => $"{(value < 0 ? "−" : "")}{unit} {Round(Math.Abs(value))}",
            _ => $"{Round(value)} {Unit(unit, value)}",
        };
    }

    private string Noun(int count) => count == 1 ? Singular(options.Noun) : options.Noun;

    private static string Unit(string unit, double value) => Round(value) == "1" ? Singular(unit) : unit;

    private static string Singular(string plural) => plural.EndsWith("ies", StringComparison.Ordinal) ? $"{plural[..^3]}y"
        : plural.EndsWith('s') ? plural[..^1] : plural;

    private static string Times(double ratio) => double.IsNaN(ratio) ? "not comparable to" : string.Create(CultureInfo.InvariantCulture,
        $"{(ratio >= 10 ? ratio.ToString("N0", CultureInfo.InvariantCulture) : ratio >= 1 ? ratio.ToString("0.0", CultureInfo.InvariantCulture) : ratio.ToString("0.00", CultureInfo.InvariantCulture))}×");

    private static string Percent(double share) => share is > 0 and < 0.01 ? "under 1 %" : share is > 0.99 and < 1 ? "over 99 %" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    /// <summary>Three digits or so: what a reader keeps.</summary>
    private static string Round(double value) =>
        value.ToString(Math.Abs(value) switch { >= 100 => "N0", >= 10 => "0.#", >= 0.1 or 0 => "0.##", _ => "G2" }, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Short(double value) => Math.Abs(value) >= 100 ? value.ToString("N0", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) is >= 0.1 or 0 ? "0.0#" : "G2", CultureInfo.InvariantCulture);
}
