using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>A scope in which a text names nothing but the tables of its database.</summary>
internal sealed class EmptyScope : ISqlScope
{
    public static EmptyScope Instance { get; } = new();

    public IEnumerable<string> FrameNames => [];

    public IEnumerable<string> ValueNames => [];

    public DataFrame? Frame(string name) => null;

    public bool TryValue(string name, out object? value)
    {
        value = null;
        return false;
    }
}
