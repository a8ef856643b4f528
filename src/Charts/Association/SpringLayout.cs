namespace MarketingNotebooks.Charts.Association;

/// <summary>Places nodes so that connected ones lie near each other and none lies on another: springs along links, repulsion between all.</summary>
/// <remarks>Fruchterman and Reingold (1991), Software: Practice and Experience 21. Starts on a circle, so there is no chance in it.
/// Cost: O(300 · n²).</remarks>
internal static class SpringLayout
{
    private const int Passes = 300;

    /// <summary>Positions in [0, 1]², both ranges filled.</summary>
    public static (double X, double Y)[] Place(int nodes, IReadOnlyList<(int From, int To, double Weight)> links)
    {
        var at = Enumerable.Range(0, nodes).Select(i => (X: Math.Cos(2 * Math.PI * i / nodes), Y: Math.Sin(2 * Math.PI * i / nodes))).ToArray();
        var apart = 1.6 / Math.Sqrt(nodes);
        for (var pass = 0; pass < Passes; pass++)
        {
            var push = new (double X, double Y)[nodes];
            for (var a = 0; a < nodes; a++)
            {
                for (var b = a + 1; b < nodes; b++)
                {
                    var (dx, dy, distance) = Between(at[a], at[b]);
                    Pull(push, a, b, dx, dy, -apart * apart / (distance * distance));
                }
            }
            foreach (var (from, to, weight) in links)
            {
                var (dx, dy, distance) = Between(at[from], at[to]);
                Pull(push, from, to, dx, dy, weight * distance / apart);
            }
            var warmth = 0.1 * (1 - (double)pass / Passes);
            for (var node = 0; node < nodes; node++)
            {
                // A weak pull to the middle keeps groups without a link from drifting off.
                var (dx, dy) = (push[node].X - 0.3 * at[node].X, push[node].Y - 0.3 * at[node].Y);
                var step = Math.Sqrt(dx * dx + dy * dy);
                if (step > 0) at[node] = (at[node].X + dx / step * Math.Min(step, warmth), at[node].Y + dy / step * Math.Min(step, warmth));
            }
        }
        var (left, right, low, high) = (at.Min(p => p.X), at.Max(p => p.X), at.Min(p => p.Y), at.Max(p => p.Y));
        return Array.ConvertAll(at, p => (Share(p.X, left, right), Share(p.Y, low, high)));
    }

    private static (double X, double Y, double Distance) Between((double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        return (dx, dy, Math.Max(1e-3, Math.Sqrt(dx * dx + dy * dy)));
    }

    private static void Pull((double X, double Y)[] push, int a, int b, double dx, double dy, double force)
    {
        push[a] = (push[a].X + force * dx, push[a].Y + force * dy);
        push[b] = (push[b].X - force * dx, push[b].Y - force * dy);
    }

    private static double Share(double value, double low, double high) => high - low > 1e-9 ? (value - low) / (high - low) : 0.5;
}
