using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Sources;

/// <summary>Compares frames by content.</summary>
internal static class Frames
{
    /// <summary>Names, kinds and every value, NaN equal to NaN and −0 not to 0.</summary>
    public static void Equal(DataFrame expected, DataFrame actual)
    {
        Assert.Equal(expected.Schema.ToString(), actual.Schema.ToString());
        Assert.Equal(expected.RowCount, actual.RowCount);
        foreach (var name in expected.ColumnNames)
        {
            var (left, right) = (expected[name], actual[name]);
            for (var row = 0; row < left.Length; row++)
                if (!Same(left[row], right[row])) Assert.Fail($"Row {row}, column '{name}': expected {left[row] ?? "null"}, got {right[row] ?? "null"}.");
        }
    }

    private static bool Same(object? left, object? right) => left is double a && right is double b
        ? BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b))
        : Equals(left, right);

    /// <summary>The values of a column, null for null.</summary>
    public static object?[] Values(this DataFrame frame, string name) => [.. Enumerable.Range(0, frame.RowCount).Select(row => frame[name][row])];
}
