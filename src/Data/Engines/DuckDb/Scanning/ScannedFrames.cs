using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Scanning;

/// <summary>The frames that a statement turned out to name; each is run and registered once, when its name is first met.</summary>
internal sealed class ScannedFrames(ISqlScope scope) : IDisposable
{
    private readonly Dictionary<DataFrame, FrameScan> _scans = [];

    /// <summary>What went wrong when a frame was run, for the caller to throw on: native code in between knows no exceptions.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Keeps the first failure.</summary>
    public void Fail(Exception error) => Failure ??= error;

    /// <summary>The frame of a name, or null when there is none.</summary>
    public FrameScan? Find(string name)
    {
        if (scope.Frame(name) is not { } frame) return null;
        if (!_scans.TryGetValue(frame, out var scan)) _scans.Add(frame, scan = new FrameScan(name, frame.Table, this));
        return scan;
    }

    public void Dispose()
    {
        foreach (var scan in _scans.Values) scan.Dispose();
    }
}
