using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Traffic;

/// <summary>A visitor of the web shop and everything they did there in four weeks.</summary>
/// <param name="Device">Position in <see cref="Devices"/>.</param>
/// <param name="Channels">Position in <see cref="Markets.Channels"/> of what brought each session.</param>
/// <param name="Events">In the order they happened, each repetition behind all of them.</param>
internal sealed record WebVisitor(int Device, List<int> Channels, List<WebEvent> Events)
{
    /// <summary>First day of the log.</summary>
    public static readonly int First = Period.Day(2025, 11, 3);

    /// <summary>Days of the log.</summary>
    public const int Days = 28;

    /// <summary>Devices; the position is the code.</summary>
    public static readonly string[] Devices = ["mobile", "desktop"];

    /// <summary>Share of visitors on a mobile device.</summary>
    public const double Mobile = 0.62;

    /// <summary>What is logged; the position is the code. A session starts with a visit.</summary>
    public static readonly string[] Steps = ["visit", "view", "cart", "checkout", "purchase"];

    /// <summary>Probability of going on from each step to the next, by device: within a session, after all that was viewed.</summary>
    public static readonly double[][] GoesOn = [[0.58, 0.20, 0.48, 0.55], [0.66, 0.26, 0.62, 0.74]];

    /// <summary>Sessions of a visitor beyond the first: Poisson with this mean.</summary>
    public const double MoreSessions = 0.7;

    /// <summary>Products viewed in a session beyond the first: geometric with this probability of one more.</summary>
    public const double ViewsAgain = 0.5;

    /// <summary>Least seconds between two sessions of a visitor.</summary>
    public const int Apart = 2 * 3_600;

    /// <summary>Most seconds between two events of a session: any gap from this to <see cref="Apart"/> tells sessions apart.</summary>
    public const int Together = 25 * 60;

    /// <summary>Share of events that arrive late.</summary>
    public const double Late = 0.03;

    /// <summary>Mean seconds by which they are late.</summary>
    public const double MeanDelay = 3 * 3_600;

    /// <summary>Most seconds by which an event can be late.</summary>
    public const int MostDelay = 48 * 3_600;

    /// <summary>Share of events that arrive twice.</summary>
    public const double Twice = 0.01;

    private const int MostViews = 12;
    private const int Promptly = 4; // most seconds of an event that is not late
    private const double MeanGap = 70; // seconds between two events of a session

    /// <summary>Number of visitors.</summary>
    public static int Count(World world) => Math.Max(1, world.Customers / 4);

    /// <summary>The life of a visitor in the log; always the same for a seed.</summary>
    public static WebVisitor Of(World world, int visitor)
    {
        var rng = world.Stream("web_events").Split(visitor);
        var device = rng.NextBool(Mobile) ? 0 : 1;
        var starts = new int[1 + rng.NextPoisson(MoreSessions)];
        for (var i = 0; i < starts.Length; i++) starts[i] = rng.Next(Days * 86_400 - MostDelay);
        Array.Sort(starts);
        var (events, channels, free) = (new List<WebEvent>(), new List<int>(), 0);
        foreach (var start in starts)
        {
            if (start < free) continue;
            channels.Add(rng.Next(Markets.Channels.Length));
            free = Session(channels.Count - 1, device, start, events, rng) + Apart;
        }
        Repeat(events, rng);
        return new WebVisitor(device, channels, events);
    }

    /// <summary>Adds the events of a session and gives the second of the last.</summary>
    private static int Session(int session, int device, int start, List<WebEvent> events, Rng rng)
    {
        var at = start;
        Log(0, -1);
        if (!rng.NextBool(GoesOn[device][0])) return at;
        var views = 1;
        while (views < MostViews && rng.NextBool(ViewsAgain)) views++;
        var product = 0;
        for (var i = 0; i < views; i++) Log(1, product = rng.Next(Catalogue.Products.Length));
        for (var step = 2; step < Steps.Length && rng.NextBool(GoesOn[device][step - 1]); step++) Log(step, product);
        return at;

        void Log(int step, int what)
        {
            if (step > 0) at += 1 + Math.Min(Together - 1, (int)rng.NextExponential(1 / MeanGap));
            var late = rng.NextBool(Late);
            var delay = late ? 60 + Math.Min(MostDelay - 60, (int)rng.NextExponential(1 / MeanDelay)) : rng.Next(Promptly + 1);
            events.Add(new WebEvent(session, step, what, First * 86_400 + at, First * 86_400 + at + delay, events.Count));
        }
    }

    private static void Repeat(List<WebEvent> events, Rng rng)
    {
        for (int i = 0, originals = events.Count; i < originals; i++)
            if (rng.NextBool(Twice)) events.Add(events[i] with { Received = events[i].Received + 1 + rng.Next(600) });
    }
}
