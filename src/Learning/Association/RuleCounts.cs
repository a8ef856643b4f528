using MathNet.Numerics;

namespace MarketingNotebooks.Learning.Association;

/// <summary>The four counts behind a rule X ⇒ Y, and every measure of it.</summary>
/// <remarks>With s the share of baskets: s(X) = <paramref name="Antecedent"/> / N, and so on. But for conviction, a measure that would divide 0 by 0 has the
/// value of independence. Sources: Tan, Kumar and Srivastava (2002), KDD, for most; Brin and others (1997), SIGMOD, for lift and conviction;
/// Zhang (2000), "Association Rules"; Yates (1934) for the correction of χ².</remarks>
/// <param name="Baskets">All baskets, N. ≥ 1.</param>
/// <param name="Antecedent">Baskets that hold X. ≥ 1.</param>
/// <param name="Consequent">Baskets that hold Y. ≥ 1.</param>
/// <param name="Both">Baskets that hold X and Y.</param>
public readonly record struct RuleCounts(int Baskets, int Antecedent, int Consequent, int Both)
{
    /// <summary>s(X ∪ Y): the share of baskets that hold all items. Range: [0, 1].</summary>
    public double Support => (double)Both / Baskets;

    /// <summary>s(X ∪ Y) / s(X): the share of the baskets with X that hold Y as well. Range: [0, 1].</summary>
    public double Confidence => (double)Both / Antecedent;

    /// <summary>s(X ∪ Y) / (s(X) s(Y)): how many times more often together than by chance. 1 for independence. Range: ≥ 0.</summary>
    public double Lift => (double)Both * Baskets / ((double)Antecedent * Consequent);

    /// <summary>s(X ∪ Y) − s(X) s(Y): share of baskets beyond chance. 0 for independence. Range: [−0.25, 0.25].</summary>
    public double Leverage => Support - (double)Antecedent / Baskets * ((double)Consequent / Baskets);

    /// <summary>s(X) s(¬Y) / s(X ∪ ¬Y): how many times more often the rule would fail by chance. 1 for independence, ∞ for a rule that never fails,
    /// even where Y is in every basket and it could not. Range: ≥ 0.</summary>
    public double Conviction => Both == Antecedent ? double.PositiveInfinity
        : (double)Antecedent * (Baskets - Consequent) / ((double)Baskets * (Antecedent - Both));

    /// <summary>Zhang's measure: how often baskets with X hold Y less how often those without X do, over the larger of the two. 0 for independence,
    /// 1 where Y never comes without X, −1 where it never comes with X. Range: [−1, 1].</summary>
    public double Zhang
    {
        get
        {
            var (x, y) = ((double)Antecedent / Baskets, (double)Consequent / Baskets);
            var largest = Math.Max(Support * (1 - x), x * (y - Support));
            return largest > 0 ? Math.Clamp(Leverage / largest, -1, 1) : 0;
        }
    }

    /// <summary>Baskets with all items over baskets with X or Y. Range: [0, 1].</summary>
    public double Jaccard => Both / ((double)Antecedent + Consequent - Both);

    /// <summary>Mean of the confidences of X ⇒ Y and Y ⇒ X. Baskets without either do not matter. Range: [0, 1].</summary>
    public double Kulczynski => 0.5 * ((double)Both / Antecedent + (double)Both / Consequent);

    /// <summary>Geometric mean of the same two confidences. Range: [0, 1].</summary>
    public double Cosine => Both / Math.Sqrt((double)Antecedent * Consequent);

    /// <summary>Pearson's χ² of the table X, ¬X against Y, ¬Y, with Yates' correction for continuity; 0 where X or Y is in all baskets. Range: ≥ 0.</summary>
    public double ChiSquared
    {
        get
        {
            double n = Baskets, x = Antecedent, y = Consequent;
            var margins = x * (n - x) * y * (n - y);
            if (margins <= 0) return 0;
            var gap = Math.Max(0, Math.Abs(n * Both - x * y) - n / 2);
            return n * (gap / margins) * gap;
        }
    }

    /// <summary>The chance of a χ² at least as large, with 1 degree of freedom, were X and Y independent; two-sided, and rough where an expected
    /// count is below 5. Range: [0, 1].</summary>
    public double PValue => SpecialFunctions.Erfc(Math.Sqrt(ChiSquared / 2));
}
