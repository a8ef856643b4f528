using System.Globalization;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Chances that somebody who knows the quasi-identifiers picks the right row.</summary>
/// <remarks>Prosecutor: knows that the person is in the table; the chance is 1/f in a group of f rows. Journalist and marketer: look the table's
/// rows up among a population, where F ≥ f people share the group; the chance is 1/F. F is unknown. It is estimated as in μ-Argus
/// (Benedetti and Franconi 1998): given f, F is negative binomial with the sampling fraction as success probability. Unique rows that are
/// unique in the population are estimated after Zayatz (1991), with the table's own distribution of group sizes for the population's.
/// Names after El Emam and Dankar (2008), J. Am. Med. Inform. Assoc. 15(5).</remarks>
/// <param name="Population">People among whom the table's were drawn; the table's rows when it is everybody.</param>
/// <param name="ProsecutorHighest">1 / smallest group.</param>
/// <param name="ProsecutorMean">Groups / rows.</param>
/// <param name="JournalistHighest">Expected 1/F of the smallest group.</param>
/// <param name="Marketer">Mean over rows of the expected 1/F: the share of rows rightly matched.</param>
/// <param name="PopulationUniques">Expected number of rows that nobody else in the population resembles.</param>
public sealed record ReidentificationRisk(long Population, double ProsecutorHighest, double ProsecutorMean, double JournalistHighest,
    double Marketer, double PopulationUniques)
{
    internal string PopulationText => string.Create(CultureInfo.InvariantCulture, $"a population of {Population:N0}");

    internal static ReidentificationRisk Of(int[] sizes, int rows, long population)
    {
        if (rows == 0) return new ReidentificationRisk(population, 0, 0, 0, 0, 0);
        var fraction = rows / (double)population;
        var classes = sizes.GroupBy(size => size).ToDictionary(group => group.Key, group => group.Count());
        var smallest = classes.Keys.Min();
        var marketer = classes.Sum(each => each.Value * (each.Key * (InverseMean(each.Key, fraction) / rows)));
        return new ReidentificationRisk(population, 1.0 / smallest, sizes.Length / (double)rows, InverseMean(smallest, fraction), marketer,
            classes.GetValueOrDefault(1) * UniqueGivenUnique(classes, rows, population));
    }

    /// <summary>E[1/F | f] where F is the number of trials up to the f-th success of probability p: p ∫₀¹ uᶠ⁻¹ / (p + (1 − p) u) du.</summary>
    /// <remarks>The integral of G(s)/s over the probability generating function G, with u = p s / (1 − (1 − p) s). For one row p/(1 − p)·ln(1/p).</remarks>
    internal static double InverseMean(int f, double p)
    {
        var q = 1 - p;
        if (p >= 0.5)
        {
            // Σ qᵏ B(f, k + 1): all terms positive, each at most half of the one before.
            var (sum, term) = (0.0, 1.0 / f);
            for (var k = 1; term > sum * 1e-17; k++)
            {
                sum += term;
                term *= q * k / (f + k);
            }
            return p * sum;
        }
        var integral = -Math.Log(p) / q;
        for (var m = 1; m < f; m++) integral = (1.0 / m - p * integral) / q;
        return p * integral;
    }

    /// <summary>P(unique in the population | unique in the table), Zayatz (1991).</summary>
    internal static double UniqueGivenUnique(Dictionary<int, int> classes, int rows, long population)
    {
        if (rows == population || !classes.TryGetValue(1, out var uniques)) return classes.ContainsKey(1) ? 1 : 0;
        // Hypergeometric: of the population's j members of a group exactly one is drawn.
        var fraction = rows / (double)population;
        var one = 0.0;
        foreach (var (size, count) in classes)
        {
            var log = Math.Log(size * fraction);
            for (var i = 0; i < size - 1; i++) log += Math.Log(Math.Max(population - rows - i, double.Epsilon) / (population - 1.0 - i));
            one += count * Math.Exp(log);
        }
        return uniques * fraction / one;
    }
}
