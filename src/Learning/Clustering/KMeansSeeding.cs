using System.Runtime.Intrinsics;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Greedy k-means++: each seed is the best of a few rows drawn in proportion to their squared distance to the seeds so
/// far.</summary>
internal static class KMeansSeeding
{
    /// <summary>The seeds, as k rows of the input.</summary>
    public static Matrix Choose(Matrix rows, KMeansAssignment work, Rng rng)
    {
        var clusters = work.Clusters;
        var trials = 2 + (int)Math.Log(clusters);
        var seeds = new int[clusters];
        var closest = Filled(work.Padded, work.Rows);
        var state = new State(work, closest, trials);

        seeds[0] = rng.Next(work.Rows);
        state.Try(rows, [seeds[0]]);
        state.Accept(0);
        var candidates = new int[trials];
        for (var s = 1; s < clusters; s++)
        {
            for (var t = 0; t < trials; t++) candidates[t] = state.Draw(rng);
            state.Try(rows, candidates);
            var best = 0;
            for (var t = 1; t < trials; t++)
                if (state.Potential(t) < state.Potential(best)) best = t;
            seeds[s] = candidates[best];
            state.Accept(best);
        }
        return rows.SelectRows(seeds);
    }

    /// <summary>+∞ for every row, 0 for the lanes that pad the last block, so that they never count.</summary>
    private static double[] Filled(int padded, int rows)
    {
        var values = new double[padded];
        values.AsSpan(0, rows).Fill(double.PositiveInfinity);
        return values;
    }

    /// <summary>Squared distances to the closest seed so far, and the same with each candidate added.</summary>
    private sealed class State(KMeansAssignment work, double[] closest, int trials)
    {
        private readonly double[][] _trial = Enumerable.Range(0, trials).Select(_ => new double[work.Padded]).ToArray();
        private readonly double[] _chunkSums = new double[work.Chunks];
        private readonly double[][] _trialSums = Enumerable.Range(0, trials).Select(_ => new double[work.Chunks]).ToArray();
        private double[] _closest = closest;

        public double Potential(int candidate)
        {
            var sum = 0.0;
            foreach (var part in _trialSums[candidate]) sum += part;
            return sum;
        }

        /// <summary>A row in proportion to its squared distance; any row when all distances are 0.</summary>
        public int Draw(Rng rng)
        {
            var total = 0.0;
            foreach (var part in _chunkSums) total += part;
            var target = rng.NextDouble() * total;
            if (total == 0) return rng.Next(work.Rows);
            var chunk = 0;
            var last = 0;
            for (; chunk < _chunkSums.Length; chunk++)
            {
                if (_chunkSums[chunk] == 0) continue;
                last = chunk;
                if (target < _chunkSums[chunk]) break;
                target -= _chunkSums[chunk];
            }
            var start = last * work.ChunkRows;
            var end = Math.Min(start + work.ChunkRows, work.Rows);
            var choice = start;
            for (var row = start; row < end; row++)
            {
                if (_closest[row] == 0) continue;
                choice = row;
                target -= _closest[row];
                if (target < 0) break;
            }
            return choice; // rounding may use the target up late: then the last row at a distance
        }

        /// <summary>Computes, for each candidate, the distances and the potential that it would lead to.</summary>
        public void Try(Matrix rows, ReadOnlySpan<int> candidates)
        {
            var points = new PointQuads(rows.SelectRows(candidates));
            var count = candidates.Length;
            work.ForChunks((chunk, firstBlock, endBlock) =>
            {
                var squares = new double[points.Quads * PointQuads.Width * RowBlocks.Width];
                Span<double> sums = stackalloc double[count];
                sums.Clear();
                for (var block = firstBlock; block < endBlock; block++)
                {
                    work.Blocks.SquaredDistances(block, points, 0, points.Quads, squares);
                    var at = block * RowBlocks.Width;
                    var now = _closest.AsSpan(at, RowBlocks.Width);
                    for (var c = 0; c < count; c++)
                        sums[c] += Closer(squares.AsSpan(c * RowBlocks.Width, RowBlocks.Width), now, _trial[c].AsSpan(at, RowBlocks.Width));
                }
                for (var c = 0; c < count; c++) _trialSums[c][chunk] = sums[c];
            });
        }

        /// <summary>Makes a candidate a seed.</summary>
        public void Accept(int candidate)
        {
            (_closest, _trial[candidate]) = (_trial[candidate], _closest);
            _trialSums[candidate].CopyTo(_chunkSums, 0);
        }

        /// <summary>min(square, now) for 16 rows, and the sum, always in the same order.</summary>
        private static double Closer(ReadOnlySpan<double> squares, ReadOnlySpan<double> now, Span<double> result)
        {
            var sum = Vector256<double>.Zero;
            for (var i = 0; i < RowBlocks.Width; i += 4)
            {
                var least = Vector256.Min(Vector256.Create(squares.Slice(i, 4)), Vector256.Create(now.Slice(i, 4)));
                least.CopyTo(result[i..]);
                sum += least;
            }
            return sum[0] + sum[1] + (sum[2] + sum[3]);
        }
    }
}
