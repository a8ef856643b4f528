namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

internal static partial class Nist
{
    /// <summary>A regression set: columns, response, and what is certified for it.</summary>
    public sealed record LinearSet(Matrix X, double[] Y, double[] Coefficients, double[] Errors, double Deviation,
        double ResidualSumOfSquares);

    /// <summary>Calibration of ozone monitors: a straight line.</summary>
    public static readonly LinearSet Norris = new(
        Powers(
        [
            0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0, 447.5, 11.6, 556.0,
            228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5,
        ], 1),
        [
            0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3, 448.9, 10.8, 557.7,
            228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2,
        ],
        [-0.262323073774029, 1.00211681802045], [0.232818234301152, 0.000429796848199937], 0.884796396144373, 26.6173985294224);

    /// <summary>Calibration of a load cell: a parabola over loads of millions, whose last coefficient is 3e-15.</summary>
    public static readonly LinearSet Pontius = new(
        Powers([.. Enumerable.Range(0, 40).Select(i => 150_000.0 * (i % 20 + 1))], 2),
        [
            0.11019, 0.21956, 0.32949, 0.43899, 0.54803, 0.65694, 0.76562, 0.87487, 0.98292, 1.09146, 1.20001, 1.30822, 1.41599, 1.52399,
            1.63194, 1.73947, 1.84646, 1.95392, 2.06128, 2.16844, 0.11052, 0.22018, 0.32939, 0.43886, 0.54798, 0.65739, 0.76596, 0.87474,
            0.98300, 1.09150, 1.20004, 1.30818, 1.41613, 1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829,
        ],
        [0.673565789473684e-3, 0.732059160401003e-6, -0.316081871345029e-14],
        [0.107938612033077e-3, 0.157817399981659e-9, 0.486652849992036e-16], 0.205177424076185e-3, 0.155761768796992e-5);

    /// <summary>A line through the origin for data far from it.</summary>
    public static readonly LinearSet NoIntercept1 = new(
        Matrix.Create(11, 1, (i, _) => 60 + i), [.. Enumerable.Range(130, 11).Select(y => (double)y)],
        [2.07438016528926], [0.165289256198347e-1], 3.56753034006338, 127.272727272727);

    /// <summary>The same with three points.</summary>
    public static readonly LinearSet NoIntercept2 = new(Matrix.FromRows([[4], [5], [6]]), [3, 4, 4],
        [0.727272727272727], [0.420827318078432e-1], 0.369274472937998, 0.272727272727273);

    /// <summary>One-way analysis of variance, SmLs01 to SmLs09: nine treatments with means of 0.4, 0.3 or 0.5 above a constant, each with
    /// one response at its mean and the others a tenth below and above in turn. As a regression on one column a treatment.</summary>
    /// <param name="replicates">Responses a treatment: 21, 201 or 2001.</param>
    /// <param name="constant">1, 1e6 or 1e12: the more digits are constant, the fewer are left.</param>
    public static (Matrix X, double[] Y) SimonLesage(int replicates, double constant)
    {
        var x = Matrix.Create(9 * replicates, 9, (i, j) => i / replicates == j ? 1 : 0);
        double[] y = [.. Enumerable.Range(0, 9 * replicates).Select(i =>
        {
            var tenths = (i / replicates) switch { 0 => 4, var t when t % 2 == 1 => 3, _ => 5 };
            var within = (i % replicates) switch { 0 => 0, var r when r % 2 == 1 => -1, _ => 1 };
            return constant + (tenths + within) / 10.0;
        })];
        return (x, y);
    }
}
