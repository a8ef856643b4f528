namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>The first characters of a code; a star stands for each one cut off.</summary>
internal sealed class PrefixHierarchy : Hierarchy
{
    private readonly int[] _lengths;

    public PrefixHierarchy(int[] lengths)
    {
        if (lengths.Length == 0 || lengths[^1] < 1 || lengths.Zip(lengths.Skip(1)).Any(pair => pair.Second >= pair.First))
            throw new ArgumentException($"Lengths of Hierarchy.Prefix must fall and be at least 1. Got {(lengths.Length == 0 ? "none" : string.Join(", ", lengths))}.", nameof(lengths));
        _lengths = [.. lengths];
    }

    public override int Height => _lengths.Length + 1;

    private protected override string Coarser(string value, int level)
    {
        var kept = Math.Min(_lengths[level - 1], value.Length);
        return value[..kept] + new string('*', value.Length - kept);
    }
}
