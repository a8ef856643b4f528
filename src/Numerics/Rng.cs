using System.Numerics;

namespace MarketingNotebooks.Numerics;

/// <summary>A seeded random number generator whose draws are the same on every platform and .NET version.</summary>
/// <remarks>
/// <para>xoshiro256** with its 256 bits of state filled by SplitMix64. Period 2²⁵⁶ − 1. Not for cryptography. Not thread-safe:
/// give each thread, row block or restart a stream of its own with <see cref="Stream"/> or <see cref="Split"/>.</para>
/// <para>Draws use only additions, multiplications, divisions and square roots, which IEEE 754 fixes bit for bit; logarithms and
/// exponentials are the library's own, because those of the operating system differ in the last digit.</para>
/// <para>Sources: Blackman and Vigna (2021), ACM Trans. Math. Softw. 47(4), article 36; Steele, Lea and Flood (2014), OOPSLA
/// (SplitMix).</para>
/// </remarks>
public sealed partial class Rng
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>What streams are derived from: fixed at construction, untouched by draws.</summary>
    private readonly ulong _key;
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts the generator of a seed; the same as stream 0 of that seed.</summary>
    /// <param name="seed">Any number. Neighbouring seeds give unrelated draws.</param>
    public Rng(long seed) : this(Child(Mix((ulong)seed + GoldenGamma), 0), seeded: true)
    {
    }

    private Rng(ulong key, bool seeded)
    {
        _key = key;
        if (!seeded) return;
        _s0 = Mix(key += GoldenGamma);
        _s1 = Mix(key += GoldenGamma);
        _s2 = Mix(key += GoldenGamma);
        _s3 = Mix(key + GoldenGamma);
    }

    /// <summary>One of the independent streams of a seed, e.g. one a restart, tree or simulated customer.</summary>
    /// <param name="seed">The seed of the whole computation.</param>
    /// <param name="stream">Number of the stream. Any integer; 0 is <c>new Rng(seed)</c>.</param>
    public static Rng Stream(long seed, long stream) =>
        new(Child(Mix((ulong)seed + GoldenGamma), (ulong)stream), seeded: true);

    /// <summary>A child generator that depends on this one's seed and on <paramref name="index"/> alone.</summary>
    /// <remarks>Draws made from the parent before or after change nothing, so the order in which children are made does not matter;
    /// the same index twice gives the same draws twice.</remarks>
    /// <param name="index">Number of the child. Any integer.</param>
    public Rng Split(long index) => new(Child(_key ^ GoldenGamma, (ulong)index), seeded: true);

    /// <summary>A generator with a given state, for known-answer tests.</summary>
    internal static Rng FromState(ulong s0, ulong s1, ulong s2, ulong s3) =>
        new(s0, seeded: false) { _s0 = s0, _s1 = s1, _s2 = s2, _s3 = s3 };

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>SplitMix64's finalizer: every input bit changes about half of the output bits.</summary>
    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Child(ulong key, ulong index) => Mix(key + Mix(index * GoldenGamma + 0xD1B54A32D192ED03));
}
