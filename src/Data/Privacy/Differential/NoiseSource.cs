using System.Security.Cryptography;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>Where the randomness of private answers comes from.</summary>
/// <remarks>Privacy needs bits that nobody can repeat: with a seeded generator whoever knows or guesses the seed subtracts the noise. The default
/// everywhere is the operating system's cryptographic source. A seed is for tests and teaching, and the answers say so.</remarks>
public abstract class NoiseSource
{
    /// <summary>The operating system's cryptographic generator. Thread-safe.</summary>
    public static NoiseSource Cryptographic { get; } = new CryptographicSource();

    /// <summary>A repeatable source for tests and teaching: <b>no privacy</b>. Not thread-safe.</summary>
    /// <param name="seed">The same seed gives the same noise.</param>
    public static NoiseSource Seeded(int seed) => new SeededSource(seed);

    /// <summary>False for a seeded source.</summary>
    public abstract bool IsPrivate { get; }

    internal abstract ulong Next64();

    private sealed class CryptographicSource : NoiseSource
    {
        public override bool IsPrivate => true;

        internal override ulong Next64()
        {
            Span<byte> bytes = stackalloc byte[8];
            RandomNumberGenerator.Fill(bytes);
            return BitConverter.ToUInt64(bytes);
        }
    }

    private sealed class SeededSource(int seed) : NoiseSource
    {
        private readonly Rng _rng = new(seed);

        public override bool IsPrivate => false;

        internal override ulong Next64() => _rng.NextUInt64();
    }
}
