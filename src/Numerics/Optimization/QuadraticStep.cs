using System.Numerics.Tensors;
using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Minimises the quadratic model within the bounds: first along the projected gradient, then over what is free there.</summary>
/// <remarks>Source: Byrd, Lu, Nocedal and Zhu (1995), algorithm CP and the direct primal method of section 5.1.</remarks>
internal static class QuadraticStep
{
    /// <summary>The direction from here to the model's minimiser.</summary>
    public static double[] Direction(Evaluated here, Box box, CurvatureMemory memory)
    {
        var (target, c, free) = Cauchy(here, box, memory);
        if (!memory.IsEmpty) Subspace(here, box, memory, target, c, free);
        TensorPrimitives.Subtract(target, here.Point, target);
        return target;
    }

    /// <summary>First local minimiser of the model along the gradient path, bent at each bound that it meets.</summary>
    private static (double[] Point, double[] C, List<int> Free) Cauchy(Evaluated here, Box box, CurvatureMemory memory)
    {
        var (x, g, d) = (here.Point, here.Gradient, here.Point.Length);
        var (ends, direction) = (new double[d], new double[d]);
        for (var j = 0; j < d; j++)
        {
            ends[j] = g[j] < 0 ? (x[j] - box.Upper[j]) / g[j] : g[j] > 0 ? (x[j] - box.Lower[j]) / g[j] : double.PositiveInfinity;
            direction[j] = ends[j] <= 0 ? 0 : -g[j];
        }
        var order = Enumerable.Range(0, d).Where(j => ends[j] > 0).OrderBy(j => ends[j]).ToArray();
        var target = (double[])x.Clone();
        var p = memory.Transposed(direction);
        var c = new double[memory.Size];
        var row = new double[memory.Size];
        var slope = -TensorPrimitives.Dot<double>(direction, direction);
        if (slope == 0) return (target, c, []);
        var bend = -memory.Theta * slope - TensorPrimitives.Dot(p, memory.M.Multiply(p));
        var least = Math.Max(2.2e-16 * bend, 1e-300);
        var reach = -slope / bend;
        var (at, next) = (0.0, 0);
        for (; next < order.Length; next++)
        {
            var j = order[next];
            var width = ends[j] - at;
            if (reach < width) break;
            target[j] = direction[j] > 0 ? box.Upper[j] : box.Lower[j];
            var moved = target[j] - x[j];
            TensorPrimitives.MultiplyAdd(p, width, c, c);
            memory.Row(j, row);
            var mRow = memory.M.Multiply(row);
            slope += width * bend + g[j] * g[j] + memory.Theta * g[j] * moved - g[j] * TensorPrimitives.Dot<double>(mRow, c);
            bend -= memory.Theta * g[j] * g[j] + 2 * g[j] * TensorPrimitives.Dot<double>(mRow, p)
                + g[j] * g[j] * TensorPrimitives.Dot<double>(mRow, row);
            bend = Math.Max(bend, least);
            TensorPrimitives.MultiplyAdd(row, g[j], p, p);
            direction[j] = 0;
            reach = -slope / bend;
            at = ends[j];
        }
        reach = next == order.Length ? 0 : Math.Max(reach, 0);
        TensorPrimitives.MultiplyAdd(p, reach, c, c);
        var free = order[next..].Order().ToList();
        foreach (var j in free) target[j] = x[j] + (at + reach) * direction[j];
        return (target, c, free);
    }

    /// <summary>Moves the free parameters to the model's minimiser over them, or as far towards it as the bounds allow.</summary>
    private static void Subspace(Evaluated here, Box box, CurvatureMemory memory, double[] target, double[] c, List<int> free)
    {
        if (free.Count == 0) return;
        var (theta, size) = (memory.Theta, memory.Size);
        var mc = memory.M.Multiply(c);
        var reduced = new double[free.Count];
        var w = new double[free.Count * size];
        var v = new double[size];
        for (var f = 0; f < free.Count; f++)
        {
            var j = free[f];
            var row = w.AsSpan(f * size, size);
            memory.Row(j, row);
            reduced[f] = here.Gradient[j] + theta * (target[j] - here.Point[j]) - TensorPrimitives.Dot(row, mc);
            TensorPrimitives.MultiplyAdd(row, reduced[f], v, v);
        }
        var wz = Matrix.Wrap(free.Count, size, w);
        var n = Matrix.Identity(size) - memory.M * Gemm.Multiply(wz, wz, transposeA: true, threads: 1) * (1 / theta);
        var factor = Lu.Factor(n, threads: 1);
        if (factor.IsSingular) return;
        v = factor.Solve(memory.M.Multiply(v));
        var step = new double[free.Count];
        var share = 1.0;
        for (var f = 0; f < free.Count; f++)
        {
            step[f] = -reduced[f] / theta - TensorPrimitives.Dot(wz.Row(f), v) / (theta * theta);
            var (value, j) = (target[free[f]], free[f]);
            if (step[f] > 0) share = Math.Min(share, (box.Upper[j] - value) / step[f]);
            else if (step[f] < 0) share = Math.Min(share, (box.Lower[j] - value) / step[f]);
        }
        for (var f = 0; f < free.Count; f++) target[free[f]] += share * step[f];
        box.Clamp(target);
    }
}
