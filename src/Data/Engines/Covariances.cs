using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Covariances and correlations of groups, over rows where both sides have a value.</summary>
internal static class Covariances
{
    /// <summary>Two passes: the means first, then the products about them (Chan, Golub and LeVeque 1983).</summary>
    public static Column<double> Compute(AggregateKind function, Column first, Column second, SlotSums sums)
    {
        var groups = sums.Groups;
        var both = Validity.And(first.Validity, second.Validity);
        var x = Deviations(first);
        var y = Deviations(second);
        var products = Sum(x, y);
        var counts = sums.Counts(both);
        var defined = Array.ConvertAll(counts, count => count > 1);
        var results = new double[products.Length];
        if (function == AggregateKind.Covariance)
            for (var slot = 0; slot < results.Length; slot++) results[slot] = products[slot] / (counts[slot] - 1);
        else
        {
            var (xx, yy) = (Sum(x, x), Sum(y, y));
            for (var slot = 0; slot < results.Length; slot++)
            {
                defined[slot] &= xx[slot] != 0 && yy[slot] != 0;
                results[slot] = Math.Clamp(products[slot] / Scale(xx[slot], yy[slot]), -1, 1);
            }
        }
        return new Column<double>(ColumnKind.Number, groups.Gather(results), Validity.FromFlags(groups.Gather(defined)));

        // One root is more exact than two, but the product may leave the range of doubles.
        static double Scale(double x, double y) => Math.Sqrt(x * y) is > 1e-150 and < 1e150 and var root ? root : Math.Sqrt(x) * Math.Sqrt(y);

        double[] Deviations(Column column)
        {
            var numbers = ConversionFunctions.Doubles(column);
            var deviations = numbers.Values;
            // Twice: the second mean takes out what rounding left of the first, so that a constant deviates by exactly zero.
            for (var pass = 0; pass < 2; pass++) deviations = Centred(deviations);
            return deviations;
        }

        double[] Centred(double[] values)
        {
            var means = sums.Means(new Column<double>(ColumnKind.Number, values, both));
            var centred = new double[values.Length];
            Ranges.For(centred.Length, (start, end) =>
            {
                for (var row = start; row < end; row++) centred[row] = values[row] - means[groups.Slots[row]];
            });
            return centred;
        }

        double[] Sum(double[] left, double[] right)
        {
            var terms = new double[left.Length];
            Ranges.For(terms.Length, (start, end) =>
            {
                for (var row = start; row < end; row++) terms[row] = left[row] * right[row];
            });
            return sums.Numbers(new Column<double>(ColumnKind.Number, terms, both));
        }
    }
}
