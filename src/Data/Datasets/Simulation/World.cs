using MarketingNotebooks.Data.Datasets.Simulation.Traffic;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>What all tables share: who the customers are and when they ordered. About 6 bytes a customer and 8 an order.</summary>
internal sealed class World
{
    /// <summary>Units that are made together; chunks of work begin at multiples of it.</summary>
    public const int Batch = 1_024;

    private readonly ShopClock[] _clocks = ShopClock.All();
    private readonly Lazy<FaultLedger> _faults;
    private readonly Lazy<WebLog> _web;
    private readonly byte[] _persona;
    private readonly byte[] _country;
    private readonly byte[] _language;
    private readonly byte[] _channel;
    private readonly short[] _firstDay;
    private ulong[] _orders = [];

    private World(CompanyOptions options, CancellationToken cancellationToken)
    {
        (Options, Cancellation) = (options, cancellationToken);
        _persona = new byte[options.Customers];
        _country = new byte[options.Customers];
        _language = new byte[options.Customers];
        _channel = new byte[options.Customers];
        _firstDay = Acquisition.Days(this);
        _faults = new Lazy<FaultLedger>(() => FaultLedger.Of(this));
        _web = new Lazy<WebLog>(() => WebLog.Of(this));
    }

    public CompanyOptions Options { get; }

    /// <summary>Stops what is found on first use: <see cref="Faults"/> and <see cref="Web"/>.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Number of customers; customer c has id c + 1, in order of first purchase.</summary>
    public int Customers => Options.Customers;

    /// <summary>Number of orders; order o has id o + 1, in order of time.</summary>
    public int Orders => _orders.Length;

    /// <summary>Every planted fault, found by making the raw tables once.</summary>
    public FaultLedger Faults => _faults.Value;

    /// <summary>The order in which the web shop's log got its entries, found by making every visitor once; 8 bytes an entry.</summary>
    public WebLog Web => _web.Value;

    public static World Build(CompanyOptions options, CancellationToken cancellationToken = default)
    {
        var world = new World(options, cancellationToken);
        var batches = (options.Customers + Batch - 1) / Batch;
        var found = new List<ulong>[batches];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        Parallel.For(0, batches, parallel, batch =>
        {
            var last = Math.Min(options.Customers, (batch + 1) * Batch);
            var orders = found[batch] = new List<ulong>(4 * Batch);
            for (var customer = batch * Batch; customer < last; customer++)
            {
                world.Settle(customer);
                var times = Life.Of(world, customer).Orders;
                for (var nth = 0; nth < times.Count; nth++) orders.Add(OrderKey.Pack(times[nth], customer, nth));
            }
        });
        var all = new ulong[found.Sum(list => list.Count)];
        var used = 0;
        foreach (var list in found)
        {
            list.CopyTo(all, used);
            used += list.Count;
        }
        Array.Sort(all);
        world._orders = all;
        return world;
    }

    /// <summary>The random stream of a name; tables split it by unit.</summary>
    public Rng Stream(string name)
    {
        var hash = 14695981039346656037UL; // FNV-1a: a name's stream never depends on which others exist
        foreach (var letter in name) hash = (hash ^ letter) * 1099511628211UL;
        return Rng.Stream(Options.Seed, unchecked((long)hash));
    }

    public int PersonaOf(int customer) => _persona[customer];

    public int CountryOf(int customer) => _country[customer];

    public int LanguageOf(int customer) => _language[customer];

    public int ChannelOf(int customer) => _channel[customer];

    /// <summary>Day of the first purchase, since <see cref="Period.Start"/>.</summary>
    public int FirstDayOf(int customer) => _firstDay[customer];

    public ShopClock ClockOf(int customer) => _clocks[_persona[customer] * Markets.Languages.Length + _language[customer]];

    public OrderKey Order(int order) => OrderKey.Unpack(_orders[order]);

    /// <summary>The first order on or after a day.</summary>
    public int FirstOrderOn(int day)
    {
        var at = Array.BinarySearch(_orders, OrderKey.Pack(day * Period.Minutes, 0, 0));
        return at < 0 ? ~at : at;
    }

    private void Settle(int customer)
    {
        var rng = Stream("people").Split(customer);
        var persona = rng.NextCategorical(Personas.Shares);
        var country = rng.NextCategorical(Markets.CountryShares);
        _persona[customer] = (byte)persona;
        _country[customer] = (byte)country;
        _language[customer] = (byte)(rng.NextBool(Markets.Countries[country].Chinese) ? 1 : 0);
        _channel[customer] = (byte)rng.NextCategorical(Markets.Acquisition(Personas.All[persona], _firstDay[customer]));
    }
}
