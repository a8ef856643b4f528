using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>The scope of statements on a file: <c>$path</c>, and <c>frame</c> where one is written.</summary>
internal sealed class FileScope(string path, DataFrame? frame = null) : ISqlScope
{
    public string Path => path;

    public IEnumerable<string> FrameNames => [];

    public IEnumerable<string> ValueNames => [];

    public DataFrame? Frame(string name) => name == "frame" ? frame : null;

    public bool TryValue(string name, out object? value)
    {
        value = path;
        return name == "path";
    }
}
