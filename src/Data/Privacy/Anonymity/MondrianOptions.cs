using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Settings of <see cref="Mondrian"/>.</summary>
public sealed record MondrianOptions
{
    /// <summary>Fewest rows in a group. Range: ≥ 2. Default: 5.</summary>
    public int K { get; init; } = 5;

    /// <summary>A column that nobody should learn, for <see cref="DistinctL"/>, <see cref="EntropyL"/> and <see cref="Closeness"/>. Default: none.</summary>
    public string? Sensitive { get; init; }

    /// <summary>Fewest distinct sensitive values in a group. Range: ≥ 1. Default: 1, no demand.</summary>
    public int DistinctL { get; init; } = 1;

    /// <summary>Least e^entropy of the sensitive values of a group. Range: ≥ 1. Default: 1, no demand.</summary>
    public double EntropyL { get; init; } = 1;

    /// <summary>Greatest distance t of a group's sensitive values from everybody's. Range: 0 to 1. Default: 1, no demand.</summary>
    public double Closeness { get; init; } = 1;

    /// <summary>Trees (<see cref="Hierarchy.Tree"/>) of categorical columns, by name. Text without one is ordered by its letters and published as a set of values. Default: none.</summary>
    public IReadOnlyDictionary<string, Hierarchy> Hierarchies { get; init; } = new Dictionary<string, Hierarchy>();

    internal void Check(IReadOnlyList<string> quasi) => new OptionChecks(nameof(MondrianOptions))
        .AtLeast(nameof(K), K, 2).AtLeast(nameof(DistinctL), DistinctL, 1)
        .Require(EntropyL >= 1 && double.IsFinite(EntropyL), nameof(EntropyL), "finite and ≥ 1", EntropyL)
        .Require(Closeness is >= 0 and <= 1, nameof(Closeness), "in [0, 1]", Closeness)
        .Require(Sensitive is not null || (DistinctL == 1 && EntropyL == 1 && Closeness == 1), nameof(Sensitive), "named when l or t is demanded", Sensitive)
        .Require(Hierarchies.Values.All(each => each is TreeHierarchy), nameof(Hierarchies), "made by Hierarchy.Tree; numbers and dates need none", string.Join(", ", Hierarchies.Where(each => each.Value is not TreeHierarchy).Select(each => each.Key)))
        .Require(Hierarchies.Keys.All(quasi.Contains), nameof(Hierarchies), $"for quasi-identifiers ({string.Join(", ", quasi)})", string.Join(", ", Hierarchies.Keys.Except(quasi)))
        .ThrowIfAny();
}
