using MarketingNotebooks.Charts.Static;

namespace MarketingNotebooks.Charts.Segmentation;

/// <summary>Where the names of arrows stand, in pixels from their tips: near the tip and outward, off all arrows and off each other.</summary>
/// <remarks>The longest arrow chooses first, among places around its tip, each judged by what it would cover; later ones see those before them.
/// With up to twelve names that is enough. Imhof (1975), The American Cartographer 2(2), has the rules; there is no chance in it.</remarks>
internal static class ArrowLabels
{
    private const double FontSize = 12, LineHeight = 18, Gap = 5;
    private static readonly double[] Turns = [0, 0.3, -0.3, 0.6, -0.6, 0.95, -0.95, 1.3, -1.3]; // radians off the arrow's own direction
    private static readonly double[] Reaches = [0, 14, 28, 44];

    /// <summary>A box by its centre.</summary>
    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public double Overlap(Box other) =>
            Math.Max(0, (Width + other.Width) / 2 - Math.Abs(X - other.X)) * Math.Max(0, (Height + other.Height) / 2 - Math.Abs(Y - other.Y));

        /// <summary>The length of a line from the origin to a point that lies in the box.</summary>
        public double Covers(double x, double y)
        {
            var (from, to) = (0.0, 1.0);
            foreach (var (centre, half, end) in ((double, double, double)[])[(X, Width / 2, x), (Y, Height / 2, y)])
            {
                if (Math.Abs(end) < 1e-9)
                {
                    if (Math.Abs(centre) > half) return 0;
                    continue;
                }
                var (first, last) = ((centre - half) / end, (centre + half) / end);
                (from, to) = (Math.Max(from, Math.Min(first, last)), Math.Min(to, Math.Max(first, last)));
            }
            return Math.Max(0, to - from) * Math.Sqrt(x * x + y * y);
        }
    }

    /// <summary>The centre of each name, in pixels from its arrow's tip, rightward and upward.</summary>
    /// <param name="names">What is written.</param>
    /// <param name="tips">Tips of the arrows in pixels from their common origin, rightward and upward.</param>
    /// <param name="room">Pixels to the plot's edges from the origin: left, right, down, up.</param>
    public static (double X, double Y)[] Place(IReadOnlyList<string> names, IReadOnlyList<(double X, double Y)> tips, (double Left, double Right, double Down, double Up) room)
    {
        var shifts = new (double X, double Y)[names.Count];
        var placed = new List<Box>();
        foreach (var at in Enumerable.Range(0, names.Count).OrderByDescending(i => tips[i].X * tips[i].X + tips[i].Y * tips[i].Y))
        {
            var (width, tip) = (TextMeasure.Width(names[at], FontSize) + 6, tips[at]);
            var best = (Cost: double.PositiveInfinity, Shift: (X: 0.0, Y: 0.0));
            foreach (var reach in Reaches)
            {
                foreach (var turn in Turns)
                {
                    var shift = Shift(Math.Atan2(tip.Y, tip.X) + turn, width, reach);
                    var box = new Box(tip.X + shift.X, tip.Y + shift.Y, width, LineHeight);
                    var cost = 12 * Math.Abs(turn) + 0.8 * reach + placed.Sum(box.Overlap) + 8 * tips.Sum(other => box.Covers(other.X, other.Y)) + 6 * Outside(box, room);
                    if (cost < best.Cost - 1e-9) best = (cost, shift);
                }
            }
            shifts[at] = best.Shift;
            placed.Add(new Box(tip.X + best.Shift.X, tip.Y + best.Shift.Y, width, LineHeight));
        }
        return shifts;
    }

    /// <summary>The centre of a box that touches a circle around the tip from outside, in a direction.</summary>
    private static (double X, double Y) Shift(double angle, double width, double reach)
    {
        var (x, y) = (Math.Cos(angle), Math.Sin(angle));
        return (x * (Gap + reach) + Math.Clamp(3 * x, -1, 1) * width / 2, y * (Gap + reach) + Math.Clamp(1.5 * y, -1, 1) * LineHeight / 2);
    }

    private static double Outside(Box box, (double Left, double Right, double Down, double Up) room) =>
        Math.Max(0, box.Width / 2 - box.X - room.Left) + Math.Max(0, box.X + box.Width / 2 - room.Right)
        + Math.Max(0, box.Height / 2 - box.Y - room.Down) + Math.Max(0, box.Y + box.Height / 2 - room.Up);
}
