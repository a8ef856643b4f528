using System.Globalization;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Where an axis has labels, and what they say.</summary>
internal static class AxisTicks
{
    private static readonly (double Milliseconds, string Format)[] Spans =
    [
        (1_000, "HH:mm:ss"), (5_000, "HH:mm:ss"), (15_000, "HH:mm:ss"), (60_000, "HH:mm"), (300_000, "HH:mm"), (900_000, "HH:mm"), (3_600_000, "HH:mm"),
        (10_800_000, "HH:mm"), (21_600_000, "d MMM HH:mm"), (86_400_000, "d MMM"), (172_800_000, "d MMM"), (604_800_000, "d MMM"), (1_209_600_000, "d MMM"),
    ];

    /// <summary>Steps of 1, 2 or 5 times a power of ten.</summary>
    public static List<(double Value, string Label)> Linear(double low, double high, int about) =>
        Every(low, high, Building.Ticks.Round((high - low) / Math.Max(1, about)));

    /// <summary>Multiples of a step.</summary>
    public static List<(double Value, string Label)> Every(double low, double high, double step)
    {
        if (!(step > 0) || !double.IsFinite(step)) return [];
        var ticks = new List<(double, string)>();
        for (var index = Math.Ceiling(low / step - 1e-9); index * step <= high + step * 1e-9 && ticks.Count < 50; index++)
        {
            var value = index * step;
            ticks.Add((value, Number(value, step)));
        }
        return ticks;
    }

    /// <summary>Powers of ten, with 2 and 5 when few powers are in range. Bounds and values are logarithms.</summary>
    public static List<(double Value, string Label)> Log(double low, double high, int about)
    {
        var ticks = new List<(double, string)>();
        var leads = high - low < 1.2 ? new[] { 1.0, 2, 3, 5, 7 } : high - low < 2.5 ? [1.0, 2, 5] : [1.0];
        var stride = Math.Max(1, (int)Math.Ceiling((high - low) / about));
        for (var power = (int)Math.Floor(low); power <= high; power += stride)
            foreach (var lead in leads)
            {
                var value = power + Math.Log10(lead);
                if (value >= low - 1e-9 && value <= high + 1e-9) ticks.Add((value, Number(lead * Math.Pow(10, power), Math.Pow(10, power))));
            }
        return ticks;
    }

    /// <summary>Round times: seconds to weeks, then months and years. Milliseconds since 1970 UTC.</summary>
    public static List<(double Value, string Label)> Dates(double low, double high, int about)
    {
        var ticks = new List<(double, string)>();
        var wanted = (high - low) / Math.Max(1, about);
        var (span, format) = Spans.FirstOrDefault(each => each.Milliseconds >= wanted);
        if (span > 0)
        {
            for (var value = Math.Ceiling(low / span) * span; value <= high; value += span) ticks.Add((value, Time(value).ToString(format, CultureInfo.InvariantCulture)));
            return ticks;
        }
        var months = new[] { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200 }.First(each => each * 2.63e9 >= wanted || each == 1_200);
        var start = Time(low);
        var month = (start.Year * 12 + start.Month - 1) / months * months;
        for (; ticks.Count < 60 && month / 12 is >= 1 and <= 9999; month += months)
        {
            var time = new DateTime(month / 12, month % 12 + 1, 1, 0, 0, 0, DateTimeKind.Utc);
            var value = (time - DateTime.UnixEpoch).TotalMilliseconds;
            if (value > high) break;
            if (value >= low) ticks.Add((value, time.ToString(months >= 12 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture)));
        }
        return ticks;
    }

    /// <summary>A number in three figures, without trailing zeros.</summary>
    public static string Short(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return "0";
        var rounded = double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var text = Number(rounded, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(rounded))) - 2));
        return text.Contains('.', StringComparison.Ordinal) && char.IsAsciiDigit(text[^1]) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A number with as many decimals as its step needs; thousands and above shortened to k, M, B as Plotly does.</summary>
    public static string Number(double value, double step)
    {
        if (Math.Abs(value) < step * 1e-6) return "0";
        var (divisor, suffix) = Math.Abs(value) switch { >= 1e12 => (1e12, "T"), >= 1e9 => (1e9, "B"), >= 1e6 => (1e6, "M"), >= 10_000 => (1e3, "k"), _ => (1.0, "") };
        if (step / divisor < 1e-6) return value.ToString("G4", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step / divisor) - 1e-9), 0, 8);
        if (Math.Abs(value) < 1e-5) return value.ToString("0.#e0", CultureInfo.InvariantCulture);
        var text = (value / divisor).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        if (suffix.Length > 0 && decimals > 0) text = text.TrimEnd('0').TrimEnd('.');
        return text.Replace('-', '−') + suffix;
    }

    private static DateTime Time(double milliseconds) =>
        DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(milliseconds, -62_135_596_800_000, 253_402_300_799_000));
}
