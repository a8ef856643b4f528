using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Ten million orders, in memory and as a file for the peer: channel (5), customer (1 M), amount (two decimals), weight (any double), day.</summary>
public sealed class BenchmarkOrders
{
    private const int Rows = 10_000_000;
    private const int Customers = 1_000_000;
    private static readonly string[] Channels = ["search", "email", "social", "affiliate", "direct"];
    private readonly (string, Column)[] _columns;

    /// <summary>Draws the orders and writes them to a file in <paramref name="folder"/>.</summary>
    public BenchmarkOrders(string folder)
    {
        var rng = new Rng(5);
        var data = Matrix.Create(Rows, 5, (_, column) => column switch
        {
            0 => rng.Next(Channels.Length),
            1 => rng.Next(Customers),
            2 => Math.Round(rng.NextGamma(2, 20), 2),
            3 => rng.NextDouble(),
            _ => rng.Next(730),
        });
        File = Npy.Write(folder, "orders.npy", data);
        _columns =
        [
            ("channel", new TextColumn(Array.ConvertAll(data.Column(0), code => (int)code), Channels)),
            ("customer", new Column<long>(ColumnKind.Integer, Array.ConvertAll(data.Column(1), code => (long)code))),
            ("amount", new Column<double>(ColumnKind.Number, data.Column(2))),
            ("weight", new Column<double>(ColumnKind.Number, data.Column(3))),
            ("day", new Column<long>(ColumnKind.Timestamp, Array.ConvertAll(data.Column(4), day => (long)day * 86_400_000_000))),
        ];
    }

    /// <summary>The file for the peer, a matrix of doubles.</summary>
    public string File { get; }

    /// <summary>A frame made anew: nothing is kept from the run before.</summary>
    public DataFrame Frame() => DataFrame.FromColumns(_columns);
}
