using System.Globalization;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>The values a column may hold, whatever the seed and the size: the dictionary states it and a test holds the tables to it.</summary>
internal sealed class CellRange
{
    private readonly string[]? _values;

    private CellRange(double low, double high, string[]? values = null) => (Low, High, _values) = (low, high, values);

    /// <summary>Least number; −∞ for none.</summary>
    public double Low { get; }

    /// <summary>Greatest number; ∞ for none.</summary>
    public double High { get; }

    /// <summary>The texts allowed; null when numbers are.</summary>
    public IReadOnlyList<string>? Values => _values;

    /// <summary>Numbers from low to high, both included.</summary>
    public static CellRange Between(double low, double high) => new(low, high);

    /// <summary>Numbers from low on, itself included.</summary>
    public static CellRange From(double low) => new(low, double.PositiveInfinity);

    /// <summary>A key of another table or of this one: whole numbers from 1.</summary>
    public static CellRange Key => From(1);

    /// <summary>A few texts.</summary>
    public static CellRange OneOf(params string[] values) => new(double.NegativeInfinity, double.PositiveInfinity, values);

    /// <summary>As the dictionary has it.</summary>
    public override string ToString() => _values is not null ? string.Join(", ", _values)
        : double.IsInfinity(High) ? $"≥ {Shown(Low)}" : $"{Shown(Low)} to {Shown(High)}";

    private static string Shown(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
