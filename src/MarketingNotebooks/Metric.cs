using System.Globalization;
using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks;

/// <summary>A named headline number of a notebook, kept in its outputs and compared with the ledger by <c>mn check</c>.</summary>
[TypeFormatterSource(typeof(MetricFormatters))]
public sealed partial record Metric
{
    /// <summary>The widest tolerance allowed: 1 % of the value.</summary>
    public const double WidestTolerance = 0.01;

    /// <summary>The MIME type under which a metric stands in a notebook's outputs: JSON with <c>name</c>, <c>value</c> and <c>tolerance</c>.</summary>
    public const string MimeType = "application/vnd.marketing-notebooks.metric+json";

    private Metric(string name, double value, double tolerance) => (Name, Value, Tolerance) = (name, value, tolerance);

    /// <summary>Lower-case words joined by underscores or dots, unique in the notebook.</summary>
    public string Name { get; }

    /// <summary>The value, finite.</summary>
    public double Value { get; }

    /// <summary>Greatest difference allowed as a share of the value. Range: 0 to 0.01; 0 for counts.</summary>
    public double Tolerance { get; }

    /// <summary>Records a count: the ledger must hold it exactly.</summary>
    /// <param name="name">Lower-case words joined by underscores or dots, e.g. <c>customers.active</c>.</param>
    /// <param name="value">The count.</param>
    public static void Record(string name, long value) => Record(name, value, 0);

    /// <summary>Records a number.</summary>
    /// <param name="name">Lower-case words joined by underscores or dots, e.g. <c>revenue.top_decile_share</c>.</param>
    /// <param name="value">A finite number.</param>
    /// <param name="tolerance">Greatest difference allowed, as a share of the value. Range: 0 to 0.01. Default: 1e-9.</param>
    /// <exception cref="ArgumentException">The name is not of that form, the value not finite, or the tolerance out of range.</exception>
    public static void Record(string name, double value, double tolerance = 1e-9)
    {
        if (!NamePattern().IsMatch(name))
            throw new ArgumentException($"A metric's name is lower-case words joined by '_' or '.', such as revenue.top_decile_share. Got '{name}'.", nameof(name));
        if (!double.IsFinite(value))
            throw new ArgumentException($"Metric '{name}' must be finite. Got {value}; check the cells above for empty groups or division by zero.", nameof(value));
        if (tolerance is not (>= 0 and <= WidestTolerance))
            throw new ArgumentException($"The tolerance of metric '{name}' must be in [0, {WidestTolerance}], a share of the value. Got {tolerance}.", nameof(tolerance));
        NotebookHost.Show(new Metric(name, value, tolerance));
    }

    /// <summary><c>name = value</c>.</summary>
    public override string ToString() => $"{Name} = {Value.ToString("R", CultureInfo.InvariantCulture)}";

    [GeneratedRegex(@"^[a-z][a-z0-9]*([._][a-z0-9]+)*\z")]
    private static partial Regex NamePattern();
}
