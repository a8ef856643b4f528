namespace MarketingNotebooks.Data.Datasets.Simulation.Traffic;

/// <summary>The order in which all events arrived, 8 bytes an event, and what is counted of them.</summary>
internal sealed class WebLog
{
    private const int VisitorBits = 22;
    private const int EventBits = 16;
    private readonly ulong[] _arrivals;

    private WebLog(ulong[] arrivals) => _arrivals = arrivals;

    /// <summary>Rows of the log.</summary>
    public int Count => _arrivals.Length;

    /// <summary>Sessions of all visitors.</summary>
    public int Sessions { get; private init; }

    /// <summary>Rows that repeat another.</summary>
    public int Repeated { get; private init; }

    /// <summary>Rows, repetitions aside, that arrived a minute or more after they happened.</summary>
    public int Late { get; private init; }

    /// <summary>Sessions that reached each step, by device.</summary>
    public required int[][] Reached { get; init; }

    /// <summary>The log of a company; the same at any number of threads.</summary>
    public static WebLog Of(World world)
    {
        var visitors = WebVisitor.Count(world);
        var batches = (visitors + World.Batch - 1) / World.Batch;
        var found = new (List<ulong> Keys, int Sessions, int Repeated, int Late, int[][] Reached)[batches];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = world.Options.Threads ?? Environment.ProcessorCount,
            CancellationToken = world.Cancellation,
        };
        Parallel.For(0, batches, parallel, batch =>
        {
            var (keys, sessions, repeated, late) = (new List<ulong>(), 0, 0, 0);
            int[][] reached = [new int[WebVisitor.Steps.Length], new int[WebVisitor.Steps.Length]];
            for (var visitor = batch * World.Batch; visitor < Math.Min(visitors, (batch + 1) * World.Batch); visitor++)
            {
                var life = WebVisitor.Of(world, visitor);
                sessions += life.Channels.Count;
                var furthest = new int[life.Channels.Count];
                for (var i = 0; i < life.Events.Count; i++)
                {
                    var each = life.Events[i];
                    keys.Add(Pack(each.Received, visitor, i));
                    furthest[each.Session] = Math.Max(furthest[each.Session], each.Step);
                    if (each.Original != i) repeated++;
                    else if (each.Received - each.At >= 60) late++;
                }
                foreach (var last in furthest)
                    for (var step = 0; step <= last; step++) reached[life.Device][step]++;
            }
            found[batch] = (keys, sessions, repeated, late, reached);
        });
        var all = new ulong[found.Sum(each => each.Keys.Count)];
        var used = 0;
        foreach (var (keys, _, _, _, _) in found)
        {
            keys.CopyTo(all, used);
            used += keys.Count;
        }
        Array.Sort(all);
        return new WebLog(all)
        {
            Sessions = found.Sum(each => each.Sessions),
            Repeated = found.Sum(each => each.Repeated),
            Late = found.Sum(each => each.Late),
            Reached = [.. WebVisitor.Devices.Select((_, device) =>
                WebVisitor.Steps.Select((_, step) => found.Sum(each => each.Reached[device][step])).ToArray())],
        };
    }

    /// <summary>Visitor and event of a row.</summary>
    public (int Visitor, int Event) Row(int at) =>
        ((int)(_arrivals[at] >> EventBits) & ((1 << VisitorBits) - 1), (int)_arrivals[at] & ((1 << EventBits) - 1));

    // Seconds since the first day of the log need 22 bits.
    private static ulong Pack(int received, int visitor, int at) =>
        (ulong)(received - WebVisitor.First * 86_400) << (VisitorBits + EventBits) | (ulong)visitor << EventBits | (uint)at;
}
