using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>A package's version, ordered as NuGet orders them: <c>1.0</c> equals <c>1.0.0</c>, a preview comes before its release.</summary>
internal sealed class PackageVersion : IComparable<PackageVersion>
{
    private readonly int[] numbers;
    private readonly string[] labels;

    private PackageVersion(int[] numbers, string[] labels)
    {
        this.numbers = numbers;
        this.labels = labels;
    }

    /// <summary>Whether it is a preview.</summary>
    public bool IsPreview => labels.Length > 0;

    /// <summary>Reads one to four numbers, perhaps with <c>-label</c> and <c>+build</c> behind them.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PackageVersion? version)
    {
        version = null;
        if (text is null) return false;
        var plain = text.Split('+')[0];
        var dash = plain.IndexOf('-', StringComparison.Ordinal);
        var parts = (dash < 0 ? plain : plain[..dash]).Split('.');
        var numbers = new int[4];
        if (parts.Length > 4 || dash == plain.Length - 1) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        }
        version = new PackageVersion(numbers, dash < 0 ? [] : plain[(dash + 1)..].Split('.'));
        return true;
    }

    public int CompareTo(PackageVersion? other)
    {
        if (other is null) return 1;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] != other.numbers[i]) return numbers[i].CompareTo(other.numbers[i]);
        }
        if (IsPreview != other.IsPreview) return IsPreview ? -1 : 1;
        for (var i = 0; i < Math.Min(labels.Length, other.labels.Length); i++)
        {
            if (CompareLabels(labels[i], other.labels[i]) is not 0 and var order) return order;
        }
        return labels.Length.CompareTo(other.labels.Length);
    }

    private static int CompareLabels(string a, string b)
    {
        var (aIsNumber, bIsNumber) = (int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var x), int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var y));
        return (aIsNumber, bIsNumber) switch
        {
            (true, true) => x.CompareTo(y),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
        };
    }
}
