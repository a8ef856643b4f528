using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Marketing.Tests;

/// <summary>CDNOW's 1/10 sample (Fader and Hardie): 6,919 transactions of 2,357 customers in 1997 and 1998.</summary>
internal static class Cdnow
{
    private static readonly string Folder = Path.Combine(Environment.GetEnvironmentVariable("MARKETING_NOTEBOOKS_DATA") ?? "", "cdnow");

    public static string Sample => Path.Combine(Folder, "CDNOW_sample.txt");

    public static string Summary => Path.Combine(Folder, "cdnow_customers_summary.csv");

    public static string? Obstacle => File.Exists(Sample) && File.Exists(Summary)
        ? null
        : "CDNOW is not there: fetch it and set MARKETING_NOTEBOOKS_DATA to the folder that holds cdnow/CDNOW_sample.txt.";

    /// <summary>As a notebook reads it: no header, columns column1 to column5.</summary>
    public static DataFrame Read() => DataFrame.ReadCsv(Sample, new CsvOptions { Header = false });

    /// <summary>The file parsed without the library: sample id, yyyymmdd, dollars.</summary>
    public static IEnumerable<(string Customer, int Date, double Dollars)> Lines() => File.ReadLines(Sample).Select(line =>
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (parts[1], int.Parse(parts[2]), double.Parse(parts[4]));
    });
}

/// <summary>A test that needs CDNOW and is skipped, with the reason, where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CdnowFactAttribute : FactAttribute
{
    public CdnowFactAttribute() => Skip = Cdnow.Obstacle;
}
