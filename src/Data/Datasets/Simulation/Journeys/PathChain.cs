using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Journeys;

/// <summary>The Markov chain that visitors follow from channel to channel until they buy or give up.</summary>
/// <remarks>States are the channels of <see cref="Markets.Channels"/>, then conversion, then giving up. As the next state depends on the
/// present one alone, removing a channel means that whoever would step into it gives up instead: the removal effects of Anderl, Becker,
/// von Wangenheim and Schumann (2016), Int. J. Research in Marketing 33(3), are the truth here, not an approximation.</remarks>
internal static class PathChain
{
    /// <summary>Most touches of a journey; reached with probability below 10⁻⁶.</summary>
    public const int MostTouches = 30;

    /// <summary>Probability of each channel to be the first touch.</summary>
    //                                     search social email affiliate display direct
    public static readonly double[] Start = [0.26, 0.24, 0.04, 0.10, 0.26, 0.10];

    /// <summary>Probability of the next state: six channels, conversion, giving up.</summary>
    public static readonly double[][] Next =
    [
        [0.14, 0.06, 0.10, 0.10, 0.06, 0.16, 0.14, 0.24], // search
        [0.22, 0.14, 0.05, 0.05, 0.10, 0.08, 0.04, 0.32], // social
        [0.10, 0.04, 0.14, 0.04, 0.03, 0.22, 0.18, 0.25], // email
        [0.10, 0.04, 0.07, 0.08, 0.04, 0.10, 0.24, 0.33], // affiliate
        [0.20, 0.13, 0.04, 0.06, 0.18, 0.06, 0.01, 0.32], // display
        [0.10, 0.03, 0.11, 0.05, 0.03, 0.20, 0.22, 0.26], // direct
    ];

    /// <summary>Mean cost of a touch in cents.</summary>
    public static readonly double[] Cost = [62, 34, 2, 45, 8, 0];

    private static int Channels => Start.Length;

    /// <summary>The channels touched, in order, and whether the journey ended with a purchase.</summary>
    public static (List<int> Path, bool Converted) Walk(Rng rng)
    {
        var path = new List<int> { rng.NextCategorical(Start) };
        while (path.Count < MostTouches)
        {
            var next = rng.NextCategorical(Next[path[^1]]);
            if (next >= Channels) return (path, next == Channels);
            path.Add(next);
        }
        return (path, false);
    }

    /// <summary>Probability that a journey ends with a purchase: start · (I − Q)⁻¹ · r, by Gaussian elimination.</summary>
    /// <param name="without">A channel whose visitors give up; −1 for none.</param>
    public static double Conversion(int without = -1)
    {
        // (I − Q) v = r, where v is the probability of conversion from each channel; without a channel, its v is 0.
        var rows = new double[Channels][];
        for (var i = 0; i < Channels; i++)
        {
            rows[i] = new double[Channels + 1];
            for (var j = 0; j < Channels; j++) rows[i][j] = (i == j ? 1 : 0) - (i == without || j == without ? 0 : Next[i][j]);
            rows[i][Channels] = i == without ? 0 : Next[i][Channels];
        }
        for (var pivot = 0; pivot < Channels; pivot++) // diagonally dominant: no exchange of rows needed
            for (var row = 0; row < Channels; row++)
            {
                if (row == pivot) continue;
                var factor = rows[row][pivot] / rows[pivot][pivot];
                for (var j = pivot; j <= Channels; j++) rows[row][j] -= factor * rows[pivot][j];
            }
        var total = 0.0;
        for (var i = 0; i < Channels; i++) total += Start[i] * rows[i][Channels] / rows[i][i];
        return total;
    }

    /// <summary>1 − conversion without the channel / conversion, for each channel.</summary>
    public static double[] RemovalEffects()
    {
        var all = Conversion();
        return [.. Start.Select((_, channel) => 1 - Conversion(channel) / all)];
    }
}
