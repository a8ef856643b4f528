using System.Globalization;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>How a column's values become values of a .NET type.</summary>
internal static class ValueConversion
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The conversion, or null when there is none. It throws <see cref="OverflowException"/> or <see cref="FormatException"/> for a value that
    /// the type cannot hold.</summary>
    /// <param name="kind">What the column holds.</param>
    /// <param name="type">The type wanted, not a nullable.</param>
    public static Func<object, object>? For(ColumnKind kind, Type type)
    {
        if (type == typeof(object)) return value => value;
        switch (kind)
        {
            case ColumnKind.Boolean:
                return type == typeof(bool) ? value => value : null;
            case ColumnKind.Integer:
                if (type == typeof(long)) return value => value;
                if (type.IsEnum) return value => Enum.ToObject(type, Convert.ChangeType(value, type.GetEnumUnderlyingType(), Culture));
                return IsInteger(type) || IsReal(type) ? value => Convert.ChangeType(value, type, Culture) : null;
            case ColumnKind.Number:
                if (type == typeof(double)) return value => value;
                return IsReal(type) ? value => Convert.ChangeType(value, type, Culture) : null;
            case ColumnKind.Text:
                if (type == typeof(string)) return value => value;
                if (type.IsEnum) return value => Enum.Parse(type, (string)value, ignoreCase: true);
                if (type == typeof(Guid)) return value => Guid.Parse((string)value);
                if (type == typeof(char)) return value => char.Parse((string)value);
                return type == typeof(Uri) ? value => new Uri((string)value, UriKind.RelativeOrAbsolute) : null;
            case ColumnKind.Timestamp:
                if (type == typeof(DateTime)) return value => value;
                if (type == typeof(DateTimeOffset)) return value => new DateTimeOffset((DateTime)value);
                if (type != typeof(DateOnly)) return null;
                return value => ((DateTime)value).TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime((DateTime)value) : throw new FormatException("A time of day.");
            default:
                if (type == typeof(TimeSpan)) return value => value;
                return type == typeof(TimeOnly) ? value => TimeOnly.FromTimeSpan((TimeSpan)value) : null;
        }
    }

    /// <summary>The C# type that holds every value of a kind.</summary>
    public static string Usual(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => "bool",
        ColumnKind.Integer => "long",
        ColumnKind.Number => "double",
        ColumnKind.Text => "string",
        ColumnKind.Timestamp => "DateTime",
        _ => "TimeSpan",
    };

    private static bool IsInteger(Type type) => type == typeof(int) || type == typeof(short) || type == typeof(byte) || type == typeof(sbyte)
        || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong);

    private static bool IsReal(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(decimal);
}
