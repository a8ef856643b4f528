namespace MarketingNotebooks.Data.Engines.Sorting;

/// <summary>Sorts keys with the row numbers beside them: radix sort from the most significant digit, stable, buckets on several threads
/// (McIlroy, Bostic and McIlroy 1993, Computing Systems 6(1), out of place).</summary>
internal static class PairSort
{
    private const int Digit = 8;
    private const int Buckets = 1 << Digit;
    private const int Small = 24;
    private const int Large = 1 << 18;
    private const int Blocks = 16;

    /// <summary>Sorts both arrays by the lowest <paramref name="bits"/> bits of the keys; higher bits must be equal in all.</summary>
    public static void Sort(ulong[] keys, int[] rows, int bits)
    {
        if (bits == 0 || keys.Length < 2) return;
        var work = new Work(keys, rows, new ulong[keys.Length], new int[keys.Length]);
        work.Sort(0, keys.Length, bits, inFirst: true, resultInFirst: true);
    }

    private sealed class Work(ulong[] keys, int[] rows, ulong[] otherKeys, int[] otherRows)
    {
        private ulong[] Keys(bool first) => first ? keys : otherKeys;

        private int[] Rows(bool first) => first ? rows : otherRows;

        public void Sort(int start, int count, int bits, bool inFirst, bool resultInFirst)
        {
            if (count >= Large) SortLarge(start, count, bits, inFirst, resultInFirst);
            else
                Sort(Keys(inFirst).AsSpan(start, count), Rows(inFirst).AsSpan(start, count), Keys(!inFirst).AsSpan(start, count),
                    Rows(!inFirst).AsSpan(start, count), bits, inFirst == resultInFirst);
        }

        /// <summary>One digit on several threads; then each bucket, the large ones in turn, the others side by side.</summary>
        private void SortLarge(int start, int count, int bits, bool inFirst, bool resultInFirst)
        {
            if (bits == 0)
            {
                if (inFirst != resultInFirst) Copy(start, count, inFirst);
                return;
            }
            var digit = Math.Min(Digit, bits);
            var shift = bits - digit;
            var counts = new int[Blocks][];
            var (fromKeys, fromRows, toKeys, toRows) = (Keys(inFirst), Rows(inFirst), Keys(!inFirst), Rows(!inFirst));
            int Start(int block) => start + (int)((long)count * block / Blocks);
            Ranges.Each(Blocks, block =>
            {
                var histogram = new int[Buckets];
                foreach (var key in fromKeys.AsSpan(Start(block)..Start(block + 1))) histogram[(int)(key >> shift) & (Buckets - 1)]++;
                counts[block] = histogram;
            });
            var starts = new int[Buckets + 1];
            var sum = start;
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                starts[bucket] = sum;
                for (var block = 0; block < Blocks; block++) (counts[block][bucket], sum) = (sum, sum + counts[block][bucket]);
            }
            starts[Buckets] = sum;
            if (starts.AsSpan(1).IndexOf(start + count) is var last && starts[last] == start)
            {
                SortLarge(start, count, shift, inFirst, resultInFirst);
                return;
            }
            Ranges.Each(Blocks, block =>
            {
                var next = counts[block];
                for (var i = Start(block); i < Start(block + 1); i++)
                {
                    var to = next[(int)(fromKeys[i] >> shift) & (Buckets - 1)]++;
                    toKeys[to] = fromKeys[i];
                    toRows[to] = fromRows[i];
                }
            });
            for (var bucket = 0; bucket < Buckets; bucket++)
                if (starts[bucket + 1] - starts[bucket] >= Large)
                    Sort(starts[bucket], starts[bucket + 1] - starts[bucket], shift, !inFirst, resultInFirst);
            Ranges.Each(Buckets, bucket =>
            {
                var size = starts[bucket + 1] - starts[bucket];
                if (size is > 0 and < Large) Sort(starts[bucket], size, shift, !inFirst, resultInFirst);
            });
        }

        private void Copy(int start, int count, bool inFirst)
        {
            Keys(inFirst).AsSpan(start, count).CopyTo(Keys(!inFirst).AsSpan(start));
            Rows(inFirst).AsSpan(start, count).CopyTo(Rows(!inFirst).AsSpan(start));
        }

        private static void Sort(Span<ulong> keys, Span<int> rows, Span<ulong> otherKeys, Span<int> otherRows, int bits, bool stay)
        {
            if (keys.Length <= Small || bits == 0)
            {
                if (bits > 0) Insert(keys, rows);
                if (stay) return;
                keys.CopyTo(otherKeys);
                rows.CopyTo(otherRows);
                return;
            }
            var digit = Math.Min(keys.Length < 512 ? 6 : Digit, bits);
            var shift = bits - digit;
            var mask = (1 << digit) - 1;
            Span<int> ends = stackalloc int[1 << digit];
            ends.Clear();
            foreach (var key in keys) ends[(int)(key >> shift) & mask]++;
            if (ends[(int)(keys[0] >> shift) & mask] == keys.Length)
            {
                Sort(keys, rows, otherKeys, otherRows, shift, stay);
                return;
            }
            var sum = 0;
            for (var bucket = 0; bucket < ends.Length; bucket++) (ends[bucket], sum) = (sum, sum + ends[bucket]);
            for (var i = 0; i < keys.Length; i++)
            {
                var to = ends[(int)(keys[i] >> shift) & mask]++;
                otherKeys[to] = keys[i];
                otherRows[to] = rows[i];
            }
            var start = 0;
            foreach (var end in ends)
            {
                if (end > start)
                    Sort(otherKeys[start..end], otherRows[start..end], keys[start..end], rows[start..end], shift, !stay);
                start = end;
            }
        }

        private static void Insert(Span<ulong> keys, Span<int> rows)
        {
            for (var i = 1; i < keys.Length; i++)
            {
                var (key, row) = (keys[i], rows[i]);
                var at = i;
                for (; at > 0 && keys[at - 1] > key; at--) (keys[at], rows[at]) = (keys[at - 1], rows[at - 1]);
                (keys[at], rows[at]) = (key, row);
            }
        }
    }
}
