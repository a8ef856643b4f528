using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Marketing.Tests;

/// <summary>Runs a verb on tables of DuckDB and compares with the .NET engine.</summary>
internal static class Engines
{
    /// <summary>Both give the same rows in the same order; numbers up to the last digits.</summary>
    public static void Agree(DataFrame frame, Func<DataFrame, DataFrame> verb)
    {
        using var source = Source.Open("duckdb::memory:");
        source.Write("rows", frame);
        Same(verb(frame).Collect(), verb(source.Table("rows")).Collect());
    }

    /// <summary>Same names, kinds and cells.</summary>
    public static void Same(DataFrame expected, DataFrame got)
    {
        Assert.Equal(expected.Schema.ToString(), got.Schema.ToString());
        Assert.Equal(expected.RowCount, got.RowCount);
        foreach (var name in expected.ColumnNames)
        {
            var (a, b) = (expected.Values(name), got.Values(name));
            for (var row = 0; row < a.Length; row++)
                Assert.True(a[row] is double x && b[row] is double y ? Math.Abs(x - y) <= 1e-9 * Math.Max(1, Math.Abs(x)) : Equals(a[row], b[row]),
                    $"Column '{name}', row {row}: {a[row] ?? "null"} against {b[row] ?? "null"}.");
        }
    }
}
