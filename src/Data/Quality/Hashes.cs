using System.Numerics;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>64-bit hashes of cells and rows, the same on every run.</summary>
/// <remarks>Two different rows among n share a hash with probability about n² / 2⁶⁵: 3 in a million for ten million rows.</remarks>
internal static class Hashes
{
    private const int RegisterBits = 14;

    /// <summary>SplitMix64's finalizer (Steele, Lea and Flood 2014).</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Rows that are equal to an earlier one in every column.</summary>
    public static int Repeated(Column[] columns, int rows)
    {
        if (columns.Length == 0 || rows == 0) return 0;
        var hashes = new ulong[rows];
        foreach (var column in columns) Add(hashes, column);
        const int parts = 256;
        var starts = new int[parts + 1];
        foreach (var hash in hashes) starts[(int)(hash >> 56) + 1]++;
        for (var part = 0; part < parts; part++) starts[part + 1] += starts[part];
        var (sorted, next) = (new ulong[rows], starts[..parts]);
        foreach (var hash in hashes) sorted[next[hash >> 56]++] = hash;
        var repeats = new int[parts];
        Ranges.Each(parts, part =>
        {
            var mine = sorted.AsSpan(starts[part]..starts[part + 1]);
            mine.Sort();
            for (var i = 1; i < mine.Length; i++) repeats[part] += mine[i] == mine[i - 1] ? 1 : 0;
        });
        return repeats.Sum();
    }

    /// <summary>About how many different values there are (HyperLogLog with 2¹⁴ registers; Flajolet, Fusy, Gandouet and Meunier 2007; linear counting below 2.5 · 2¹⁴).</summary>
    public static long Estimate(ReadOnlySpan<long> bits, Validity? validity)
    {
        var registers = new byte[1 << RegisterBits];
        for (var row = 0; row < bits.Length; row++)
        {
            if (validity is not null && !validity[row]) continue;
            var hash = Mix((ulong)bits[row] + 0x9E3779B97F4A7C15);
            ref var register = ref registers[hash >> (64 - RegisterBits)];
            register = Math.Max(register, (byte)(BitOperations.LeadingZeroCount(hash << RegisterBits | 1UL << (RegisterBits - 1)) + 1));
        }
        var (sum, empty) = (0.0, 0);
        foreach (var register in registers)
        {
            sum += Math.ScaleB(1, -register);
            empty += register == 0 ? 1 : 0;
        }
        double m = registers.Length;
        var estimate = 0.7213 / (1 + 1.079 / m) * m * m / sum;
        return (long)Math.Round(estimate <= 2.5 * m && empty > 0 ? m * Math.Log(m / empty) : estimate);
    }

    private static void Add(ulong[] hashes, Column column)
    {
        var texts = column is TextColumn text ? Array.ConvertAll(text.DictionaryArray, Of) : [];
        Ranges.For(hashes.Length, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var cell = column.IsNull(row) ? 1UL : column switch
                {
                    TextColumn codes => texts[codes.CodeArray[row]],
                    Column<double> numbers => (ulong)Coding.Bits(numbers.Values[row]),
                    Column<bool> flags => flags.Values[row] ? 3UL : 2UL,
                    _ => (ulong)((Column<long>)column).Values[row] + 4,
                };
                hashes[row] = Mix(hashes[row] * 0x9E3779B97F4A7C15 + Mix(cell + 0xD1B54A32D192ED03));
            }
        });
    }

    private static ulong Of(string text)
    {
        var hash = (ulong)text.Length;
        foreach (var letter in text) hash = Mix(hash ^ letter);
        return hash;
    }
}
