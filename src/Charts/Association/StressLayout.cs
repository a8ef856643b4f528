namespace MarketingNotebooks.Charts.Association;

/// <summary>Places nodes so that distances on the page are near those along links: what is joined lies side by side, what hangs on one node stands
/// around it. Then labels that would cover each other are moved apart.</summary>
/// <remarks>Majorisation of stress with weights 1 / d² (Gansner, Koren and North 2004, Graph Drawing). Starts on a circle, so there is no chance in it.
/// Cost: O(passes · n²).</remarks>
internal static class StressLayout
{
    private const int Passes = 200;
    private const double Unconnected = 3;   // links; keeps groups apart without pushing them off
    private const double LetterWidth = 0.016, LineHeight = 0.09; // of the plot's width and height, at the size figures are shown: a node with its label

    /// <summary>Positions in [0, 1]², both ranges filled, and how much higher than usual the plot must be for labels to stay apart: ≥ 1.</summary>
    /// <param name="labels">Letters of the label above each node.</param>
    /// <param name="links">Pairs of nodes.</param>
    public static ((double X, double Y)[] Places, double Height) Place(IReadOnlyList<int> labels, IReadOnlyList<(int From, int To)> links)
    {
        var nodes = labels.Count;
        var distance = Distances(nodes, links);
        var at = Enumerable.Range(0, nodes).Select(i => (X: Math.Cos(2 * Math.PI * i / nodes), Y: Math.Sin(2 * Math.PI * i / nodes))).ToArray();
        for (var pass = 0; pass < Passes; pass++)
            for (var node = 0; node < nodes; node++) at[node] = Settled(node, at, distance);
        var places = Filled(at);
        for (var pass = 0; pass < Passes && Separate(places, labels);) pass++;
        return (Filled(places), Math.Max(1, places.Max(p => p.Y) - places.Min(p => p.Y)));
    }

    /// <summary>Links along the shortest way between each two nodes (Floyd 1962).</summary>
    private static double[,] Distances(int nodes, IReadOnlyList<(int From, int To)> links)
    {
        var distance = new double[nodes, nodes];
        for (var a = 0; a < nodes; a++)
            for (var b = 0; b < nodes; b++) distance[a, b] = a == b ? 0 : double.PositiveInfinity;
        foreach (var (from, to) in links) distance[from, to] = distance[to, from] = 1;
        for (var via = 0; via < nodes; via++)
            for (var a = 0; a < nodes; a++)
                for (var b = 0; b < nodes; b++) distance[a, b] = Math.Min(distance[a, b], distance[a, via] + distance[via, b]);
        for (var a = 0; a < nodes; a++)
            for (var b = 0; b < nodes; b++) distance[a, b] = double.IsInfinity(distance[a, b]) ? Unconnected : distance[a, b];
        return distance;
    }

    /// <summary>Where the others want a node: each at its distance, in the direction where the node is.</summary>
    private static (double X, double Y) Settled(int node, (double X, double Y)[] at, double[,] distance)
    {
        var (x, y, weights) = (0.0, 0.0, 0.0);
        for (var other = 0; other < at.Length; other++)
        {
            if (other == node) continue;
            var (dx, dy, wanted) = (at[node].X - at[other].X, at[node].Y - at[other].Y, distance[node, other]);
            var scale = wanted / Math.Max(1e-9, Math.Sqrt(dx * dx + dy * dy));
            var weight = 1 / (wanted * wanted);
            (x, y, weights) = (x + weight * (at[other].X + scale * dx), y + weight * (at[other].Y + scale * dy), weights + weight);
        }
        return weights > 0 ? (x / weights, y / weights) : at[node];
    }

    /// <summary>Moves labels that cover each other up and down; false when none did.</summary>
    private static bool Separate((double X, double Y)[] places, IReadOnlyList<int> labels)
    {
        var moved = false;
        for (var a = 0; a < places.Length; a++)
        {
            for (var b = a + 1; b < places.Length; b++)
            {
                var (dx, dy) = (Math.Abs(places[a].X - places[b].X), places[b].Y - places[a].Y);
                if (dx >= LetterWidth * (labels[a] + labels[b]) / 2 || Math.Abs(dy) >= LineHeight) continue;
                var step = 0.5 * (LineHeight - Math.Abs(dy)) * (dy < 0 ? -1 : 1) + 1e-6;
                (places[a].Y, places[b].Y, moved) = (places[a].Y - step, places[b].Y + step, true);
            }
        }
        return moved;
    }

    private static (double X, double Y)[] Filled((double X, double Y)[] at)
    {
        var (left, right, low, high) = (at.Min(p => p.X), at.Max(p => p.X), at.Min(p => p.Y), at.Max(p => p.Y));
        return Array.ConvertAll(at, p => (Share(p.X, left, right), Share(p.Y, low, high)));
    }

    private static double Share(double value, double low, double high) => high - low > 1e-9 ? (value - low) / (high - low) : 0.5;
}
