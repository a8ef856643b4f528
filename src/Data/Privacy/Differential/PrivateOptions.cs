using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>How a private answer is drawn.</summary>
public sealed record PrivateOptions
{
    /// <summary>ε of this answer. Range: 2⁻²⁰ to 50. Default: 0.1.</summary>
    public double Epsilon { get; init; } = 0.1;

    /// <summary>δ of this answer. Range: 0 to below 1. 0: discrete Laplace (two-sided geometric) noise; above: discrete Gaussian. Default: 0.</summary>
    public double Delta { get; init; }

    /// <summary>The column that says whose row it is. Default: null, every row is another person.</summary>
    /// <remarks>Without it a customer with twenty orders is protected twenty times less than ε says. Rows without a person are left out.</remarks>
    public string? Person { get; init; }

    /// <summary>Most rows of one person that count; later ones are left out. Range: 1 to 1000. Default: 1.</summary>
    public int MostRows { get; init; } = 1;

    /// <summary>Where the noise comes from. Default: the cryptographic source; a seeded one gives no privacy.</summary>
    public NoiseSource Source { get; init; } = NoiseSource.Cryptographic;

    internal void Check() => new OptionChecks(nameof(PrivateOptions))
        .Require(Epsilon is >= 1.0 / (1 << 20) and <= 50, nameof(Epsilon), "in [2⁻²⁰, 50]", Epsilon)
        .Require(Delta is >= 0 and < 1, nameof(Delta), "in [0, 1)", Delta)
        .Require(MostRows is >= 1 and <= 1000, nameof(MostRows), "in [1, 1000]", MostRows)
        .Require(MostRows == 1 || Person is not null, nameof(MostRows), "1 unless Person names a column", MostRows)
        .Require(Source is not null, nameof(Source), "given", null)
        .ThrowIfAny();
}
