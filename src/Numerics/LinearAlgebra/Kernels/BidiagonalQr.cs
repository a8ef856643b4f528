using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Singular values of an upper bidiagonal matrix to high relative accuracy, however small, by implicit QR with a zero shift where
/// a shift would harm.</summary>
/// <remarks>A sweep runs from the large end of a block to the small one. Source: Demmel and Kahan (1990), SIAM J. Sci. Stat. Comput. 11(5),
/// with the convergence tests given there.</remarks>
internal sealed class BidiagonalQr
{
    private const int BatchSize = 24_000, SweepsPerValue = 30;
    private const double Epsilon = 1.1102230246251565e-16, Tolerance = 100 * Epsilon;
    private readonly double[] _d, _e;
    private readonly RotationStrips? _left, _right;
    private readonly RotationBatch _leftBatch, _rightBatch;
    private readonly int? _threads;
    private readonly double _threshold;
    private int _low, _high;
    private bool _down;

    private BidiagonalQr(double[] d, double[] e, RotationStrips? left, RotationStrips? right, int? threads)
    {
        (_d, _e, _left, _right, _threads) = (d, e, left, right, threads);
        var capacity = (int)Math.Min(BatchSize, 4L * d.Length * d.Length) + d.Length;
        (_leftBatch, _rightBatch) = (new RotationBatch(capacity), new RotationBatch(capacity));
        _threshold = Threshold();
    }

    /// <summary>Turns the diagonal into singular values with signs, in no order, and the rows of the two sides into their
    /// vectors.</summary>
    /// <param name="d">Diagonal, n ≥ 1.</param>
    /// <param name="e">Above it, n − 1. Destroyed.</param>
    /// <param name="left">Left vectors as rows; null for none.</param>
    /// <param name="right">Right vectors as rows; null for none.</param>
    /// <param name="threads">Most threads, or null.</param>
    /// <returns>False when 30 sweeps a value did not do.</returns>
    public static bool Run(double[] d, double[] e, RotationStrips? left, RotationStrips? right, int? threads) =>
        new BidiagonalQr(d, e, left, right, threads).Run();

    private bool Run()
    {
        _high = _d.Length - 1;
        var (lastLow, lastHigh) = (-1, -1);
        for (long work = 0, most = (long)SweepsPerValue * _d.Length * _d.Length; _high > 0; work += _high - _low)
        {
            if (work > most) return false;
            if (!Isolate()) continue;
            if (_low > lastHigh || _high < lastLow) _down = Math.Abs(_d[_low]) >= Math.Abs(_d[_high]);
            (lastLow, lastHigh) = (_low, _high);
            if (Negligible(out var smallest)) continue;
            var shift = Shift(smallest);
            _leftBatch.Begin(_down ? _low : _high - 1, _down ? 1 : -1);
            _rightBatch.Begin(_down ? _low : _high - 1, _down ? 1 : -1);
            if (shift == 0)
            {
                if (_down) ZeroDown();
                else ZeroUp();
            }
            else if (_down) ShiftedDown(shift);
            else ShiftedUp(shift);
            if (_leftBatch.Count >= BatchSize) Flush();
        }
        Flush();
        return true;
    }

    private void Flush()
    {
        _left?.Apply(_leftBatch, _threads);
        _right?.Apply(_rightBatch, _threads);
        _leftBatch.Clear();
        _rightBatch.Clear();
    }

    /// <summary>Elements below this may be set to zero without harm: tolerance times a lower bound of the smallest singular
    /// value.</summary>
    private double Threshold()
    {
        var bound = Math.Abs(_d[0]);
        var least = bound;
        for (var i = 1; i < _d.Length && least > 0; i++)
        {
            bound = Math.Abs(_d[i]) * (bound / (bound + Math.Abs(_e[i - 1])));
            least = Math.Min(least, bound);
        }
        return Math.Max(Tolerance * least / Math.Sqrt(_d.Length), 6.0 * _d.Length * _d.Length * 2.2250738585072014e-308);
    }

    /// <summary>Finds the last block without a negligible element above the diagonal; false when it is a single value.</summary>
    private bool Isolate()
    {
        if (Math.Abs(_d[_high]) <= _threshold) _d[_high] = 0;
        for (_low = _high - 1; _low >= 0; _low--)
        {
            if (Math.Abs(_d[_low]) <= _threshold) _d[_low] = 0;
            if (Math.Abs(_e[_low]) > _threshold) continue;
            _e[_low] = 0;
            if (_low == _high - 1)
            {
                _high--;
                return false;
            }
            break;
        }
        _low++;
        return true;
    }

    /// <summary>Sets the first element that is negligible beside the singular values to zero.</summary>
    /// <param name="smallest">Otherwise a lower bound of the block's smallest singular value.</param>
    private bool Negligible(out double smallest)
    {
        smallest = 0;
        var end = _down ? _high - 1 : _low;
        if (Math.Abs(_e[end]) <= Tolerance * Math.Abs(_d[_down ? _high : _low])) return Clear(end);
        var bound = smallest = Math.Abs(_d[_down ? _low : _high]);
        for (var k = 0; k < _high - _low; k++)
        {
            var beside = _down ? _low + k : _high - 1 - k;
            if (Math.Abs(_e[beside]) <= Tolerance * bound) return Clear(beside);
            bound = Math.Abs(_d[_down ? beside + 1 : beside]) * (bound / (bound + Math.Abs(_e[beside])));
            smallest = Math.Min(smallest, bound);
        }
        return false;

        bool Clear(int at)
        {
            _e[at] = 0;
            return true;
        }
    }

    /// <summary>The smaller singular value of the 2 × 2 block at the small end, or 0 where a shift would cost relative accuracy or change
    /// nothing.</summary>
    private double Shift(double smallest)
    {
        var largest = 0.0;
        for (var i = _low; i <= _high; i++) largest = Math.Max(largest, Math.Abs(_d[i]));
        for (var i = _low; i < _high; i++) largest = Math.Max(largest, Math.Abs(_e[i]));
        if (_d.Length * Tolerance * (smallest / largest) <= Math.Max(Epsilon, 0.01 * Tolerance)) return 0;
        var start = Math.Abs(_d[_down ? _low : _high]);
        var shift = _down ? Smaller(_d[_high - 1], _e[_high - 1], _d[_high]) : Smaller(_d[_low], _e[_low], _d[_low + 1]);
        if (start == 0) return shift;
        var ratio = shift / start;
        return ratio * ratio < Epsilon ? 0 : shift;
    }

    /// <summary>Smaller singular value of [f g; 0 h].</summary>
    private static double Smaller(double f, double g, double h)
    {
        var (low, high) = (Math.Min(Math.Abs(f), Math.Abs(h)), Math.Max(Math.Abs(f), Math.Abs(h)));
        g = Math.Abs(g);
        if (low == 0) return 0;
        if (g < high)
        {
            var (sum, difference, square) = (1 + low / high, (high - low) / high, g / high * (g / high));
            return low * (2 / (Math.Sqrt(sum * sum + square) + Math.Sqrt(difference * difference + square)));
        }
        var ratio = high / g;
        if (ratio == 0) return low * high / g;
        var (plus, minus) = ((1 + low / high) * ratio, (high - low) / high * ratio);
        return 2 * (low * (1 / (Math.Sqrt(1 + plus * plus) + Math.Sqrt(1 + minus * minus)))) * ratio;
    }

    private static (double C, double S, double R) Rotation(double f, double g)
    {
        if (g == 0) return (1, 0, f);
        if (f == 0) return (0, 1, g);
        var r = Math.CopySign(Householder.Hypot(f, g), f);
        return (f / r, g / r, r);
    }

    private void ZeroDown()
    {
        var (c, oldC, oldS) = (1.0, 1.0, 0.0);
        for (var i = _low; i < _high; i++)
        {
            var (cosine, sine, r) = Rotation(_d[i] * c, _e[i]);
            if (i > _low) _e[i - 1] = oldS * r;
            (oldC, oldS, _d[i]) = Rotation(oldC * r, _d[i + 1] * sine);
            c = cosine;
            _rightBatch.Add(cosine, sine);
            _leftBatch.Add(oldC, oldS);
        }
        var h = _d[_high] * c;
        _d[_high] = h * oldC;
        _e[_high - 1] = h * oldS;
    }

    private void ZeroUp()
    {
        var (c, oldC, oldS) = (1.0, 1.0, 0.0);
        for (var i = _high; i > _low; i--)
        {
            var (cosine, sine, r) = Rotation(_d[i] * c, _e[i - 1]);
            if (i < _high) _e[i] = oldS * r;
            (oldC, oldS, _d[i]) = Rotation(oldC * r, _d[i - 1] * sine);
            c = cosine;
            _leftBatch.Add(cosine, -sine);
            _rightBatch.Add(oldC, -oldS);
        }
        var h = _d[_low] * c;
        _d[_low] = h * oldC;
        _e[_low] = h * oldS;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ShiftedDown(double shift)
    {
        var f = (Math.Abs(_d[_low]) - shift) * (Math.CopySign(1, _d[_low]) + shift / _d[_low]);
        var g = _e[_low];
        for (var i = _low; i < _high; i++)
        {
            var (c, s, r) = Rotation(f, g);
            if (i > _low) _e[i - 1] = r;
            f = c * _d[i] + s * _e[i];
            _e[i] = c * _e[i] - s * _d[i];
            g = s * _d[i + 1];
            _d[i + 1] *= c;
            _rightBatch.Add(c, s);
            (c, s, _d[i]) = Rotation(f, g);
            f = c * _e[i] + s * _d[i + 1];
            _d[i + 1] = c * _d[i + 1] - s * _e[i];
            _leftBatch.Add(c, s);
            if (i + 1 == _high) break;
            g = s * _e[i + 1];
            _e[i + 1] *= c;
        }
        _e[_high - 1] = f;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ShiftedUp(double shift)
    {
        var f = (Math.Abs(_d[_high]) - shift) * (Math.CopySign(1, _d[_high]) + shift / _d[_high]);
        var g = _e[_high - 1];
        for (var i = _high; i > _low; i--)
        {
            var (c, s, r) = Rotation(f, g);
            if (i < _high) _e[i] = r;
            f = c * _d[i] + s * _e[i - 1];
            _e[i - 1] = c * _e[i - 1] - s * _d[i];
            g = s * _d[i - 1];
            _d[i - 1] *= c;
            _leftBatch.Add(c, -s);
            (c, s, _d[i]) = Rotation(f, g);
            f = c * _e[i - 1] + s * _d[i - 1];
            _d[i - 1] = c * _d[i - 1] - s * _e[i - 1];
            _rightBatch.Add(c, -s);
            if (i - 1 == _low) break;
            g = s * _e[i - 2];
            _e[i - 2] *= c;
        }
        _e[_low] = f;
    }
}
