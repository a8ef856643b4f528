using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Random frames beside the tables of an engine that hold them. A few seeds share theirs: bringing them there costs more than most plans.</summary>
/// <param name="there">Brings a frame to the engine.</param>
internal sealed class RandomTables(Func<DataFrame, DataFrame> there)
{
    private const int Shared = 8;
    private readonly Dictionary<string, (DataFrame Here, DataFrame There)> _pairs = [];
    private int _block = -1;

    /// <summary>Starts the plan of a seed.</summary>
    public void Begin(int seed)
    {
        if (seed / Shared == _block) return;
        _block = seed / Shared;
        _pairs.Clear();
    }

    /// <summary>Facts: empty, of few rows or of some dozens.</summary>
    /// <param name="which">0 to 2.</param>
    public (DataFrame Here, DataFrame There) Facts(int which) => Pair($"facts{which}", random => RandomFrames.Facts(random, which switch { 0 => 0, 1 => random.Next(1, 6), _ => random.Next(6, 40) }));

    /// <summary>Rows to join.</summary>
    /// <param name="rows">How many.</param>
    public (DataFrame Here, DataFrame There) Lookup(int rows) => Pair($"lookup{rows}", random => RandomFrames.Lookup(random, rows));

    private (DataFrame Here, DataFrame There) Pair(string name, Func<Random, DataFrame> draw)
    {
        if (_pairs.TryGetValue(name, out var known)) return known;
        var frame = draw(new Random(HashCode(name)));
        var pair = (frame, there(frame));
        _pairs.Add(name, pair);
        return pair;
    }

    /// <summary>The same in every process, unlike string's own.</summary>
    private int HashCode(string name) => name.Aggregate(_block, (code, letter) => unchecked(code * 31 + letter));
}
