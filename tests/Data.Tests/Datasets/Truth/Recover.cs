using System.Text.Json;
using MarketingNotebooks.Data.Datasets;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

/// <summary>Compares estimates with the truth. A miss of four standard errors has probability 6·10⁻⁵, and seeds are fixed.</summary>
internal static class Recover
{
    public const double Errors = 4;

    /// <summary>The estimate lies within four standard errors of the truth, and those are small enough to notice its absence.</summary>
    /// <param name="truth">What truth.json says.</param>
    /// <param name="estimate">What a simple estimator finds.</param>
    /// <param name="error">Its standard error.</param>
    /// <param name="what">For the message.</param>
    public static void Within(double truth, double estimate, double error, string what = "") => Assert.True(
        Math.Abs(estimate - truth) <= Errors * error, $"{what}: the truth is {truth:0.####}, the estimate {estimate:0.####} ± {error:0.####}.");

    /// <summary>A share of n trials is the stated probability.</summary>
    public static void Share(double probability, double hits, double trials, string what = "") =>
        Within(probability, hits / trials, Math.Sqrt(probability * (1 - probability) / trials), what);

    /// <summary>The truth of a table.</summary>
    public static JsonElement Of(CompanyData shop, string table) => shop.Truth.GetProperty("tables").GetProperty(table);

    /// <summary>A number of it.</summary>
    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    /// <summary>The members of a list.</summary>
    public static JsonElement[] List(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray()];

    /// <summary>Φ, by Abramowitz and Stegun 7.1.26: error below 1.5·10⁻⁷.</summary>
    public static double Normal(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + 0.3275911 * x);
        var tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.Exp(-x * x);
        return z >= 0 ? 1 - tail / 2 : tail / 2;
    }
}
