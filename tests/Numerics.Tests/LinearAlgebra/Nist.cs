namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

/// <summary>Linear regression sets with certified values of NIST's Statistical Reference Datasets (StRD),
/// https://www.itl.nist.gov/div898/strd/lls/lls.shtml.</summary>
internal static partial class Nist
{
    /// <summary>Digits on which two numbers agree: −log₁₀ of the relative error, 15 at most.</summary>
    public static double Digits(double got, double certified) =>
        got == certified ? 15 : Math.Min(15, -Math.Log10(Math.Abs(got - certified) / Math.Abs(certified == 0 ? 1 : certified)));

    /// <summary>The worst of several.</summary>
    public static double Digits(IReadOnlyList<double> got, IReadOnlyList<double> certified) =>
        Enumerable.Range(0, certified.Count).Min(i => Digits(got[i], certified[i]));

    /// <summary>Columns 1, x, x², … up to <paramref name="degree"/>.</summary>
    public static Matrix Powers(double[] x, int degree) => Matrix.Create(x.Length, degree + 1, (i, j) => Math.Pow(x[i], j));

    public static class Longley
    {
        public static readonly double[] Y =
            [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551];

        private static readonly double[][] Rows =
        [
            [83, 234289, 2356, 1590, 107608, 1947], [88.5, 259426, 2325, 1456, 108632, 1948],
            [88.2, 258054, 3682, 1616, 109773, 1949], [89.5, 284599, 3351, 1650, 110929, 1950],
            [96.2, 328975, 2099, 3099, 112075, 1951], [98.1, 346999, 1932, 3594, 113270, 1952],
            [99, 365385, 1870, 3547, 115094, 1953], [100, 363112, 3578, 3350, 116219, 1954],
            [101.2, 397469, 2904, 3048, 117388, 1955], [104.6, 419180, 2822, 2857, 118734, 1956],
            [108.4, 442769, 2936, 2798, 120445, 1957], [110.8, 444546, 4681, 2637, 121950, 1958],
            [112.6, 482704, 3813, 2552, 123366, 1959], [114.2, 502601, 3931, 2514, 125368, 1960],
            [115.7, 518173, 4806, 2572, 127852, 1961], [116.9, 554894, 4007, 2827, 130081, 1962],
        ];

        public static readonly Matrix X = Matrix.FromRows(Rows.Select(row => (double[])[1, .. row]));

        public static readonly double[] Coefficients =
            [-3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807,
                1829.15146461355];

        public static readonly double[] Errors =
            [890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.226073200069370,
                455.478499142212];

        public const double Deviation = 304.854073561965;
    }

    /// <summary>Polynomial of degree 10; the columns' condition number is 1.8e15.</summary>
    public static class Filip
    {
        public static readonly double[] Y =
        [
            0.8116, 0.9072, 0.9052, 0.9039, 0.8053, 0.8377, 0.8667, 0.8809, 0.7975, 0.8162, 0.8515, 0.8766, 0.8885, 0.8859, 0.8959, 0.8913,
            0.8959, 0.8971, 0.9021, 0.909, 0.9139, 0.9199, 0.8692, 0.8872, 0.89, 0.891, 0.8977, 0.9035, 0.9078, 0.7675, 0.7705, 0.7713,
            0.7736, 0.7775, 0.7841, 0.7971, 0.8329, 0.8641, 0.8804, 0.7668, 0.7633, 0.7678, 0.7697, 0.77, 0.7749, 0.7796, 0.7897, 0.8131,
            0.8498, 0.8741, 0.8061, 0.846, 0.8751, 0.8856, 0.8919, 0.8934, 0.894, 0.8957, 0.9047, 0.9129, 0.9209, 0.9219, 0.7739, 0.7681,
            0.7665, 0.7703, 0.7702, 0.7761, 0.7809, 0.7961, 0.8253, 0.8602, 0.8809, 0.8301, 0.8664, 0.8834, 0.8898, 0.8964, 0.8963, 0.9074,
            0.9119, 0.9228,
        ];

        public static readonly double[] X =
        [
            -6.860120914, -4.324130045, -4.358625055, -4.358426747, -6.955852379, -6.661145254, -6.355462942, -6.118102026, -7.115148017,
            -6.815308569, -6.519993057, -6.204119983, -5.853871964, -6.109523091, -5.79832982, -5.482672118, -5.171791386, -4.851705903,
            -4.517126416, -4.143573228, -3.709075441, -3.499489089, -6.300769497, -5.953504836, -5.642065153, -5.031376979, -4.680685696,
            -4.329846955, -3.928486195, -8.56735134, -8.363211311, -8.107682739, -7.823908741, -7.522878745, -7.218819279, -6.920818754,
            -6.628932138, -6.323946875, -5.991399828, -8.781464495, -8.663140179, -8.473531488, -8.247337057, -7.971428747, -7.676129393,
            -7.352812702, -7.072065318, -6.774174009, -6.478861916, -6.159517513, -6.835647144, -6.53165267, -6.224098421, -5.910094889,
            -5.598599459, -5.290645224, -4.974284616, -4.64454848, -4.290560426, -3.885055584, -3.408378962, -3.13200249, -8.726767166,
            -8.66695597, -8.511026475, -8.165388579, -7.886056648, -7.588043762, -7.283412422, -6.995678626, -6.691862621, -6.392544977,
            -6.067374056, -6.684029655, -6.378719832, -6.065855188, -5.752272167, -5.132414673, -4.811352704, -4.098269308, -3.66174277,
            -3.2644011,
        ];

        public static readonly double[] Coefficients =
        [
            -1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349, -75.1242017393757,
            -10.8753180355343, -1.06221498588947, -0.0670191154593408, -0.00246781078275479, -0.0000402962525080404,
        ];

        public static readonly double[] Errors =
        [
            298.084530995537, 559.779865474950, 466.477572127796, 227.204274477751, 71.6478660875927, 15.2897178747400, 2.23691159816033,
            0.221624321934227, 0.0142363763154724, 0.000535617408889821, 0.00000896632837373868,
        ];

        public const double ResidualSumOfSquares = 0.795851382172941e-3;
    }

    /// <summary>x = 0 … 20, polynomial of degree 5 with all coefficients 1, plus errors of three sizes that leave them so.</summary>
    public static class Wampler
    {
        public static readonly double[] X = [.. Enumerable.Range(0, 21).Select(i => (double)i)];

        public static readonly double[] Noise =
            [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523, -2048, 2048,
                -2048, 759];

        /// <summary>Wampler3's; those of 4 and 5 are 100 and 10,000 times as large.</summary>
        public static readonly double[] Errors =
            [2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752, 0.112324854679312];

        public static double[] Y(double noise) =>
            [.. X.Select((x, i) => 1 + x * (1 + x * (1 + x * (1 + x * (1 + x)))) + noise * Noise[i])];

        /// <summary>Wampler2: coefficients 1, 0.1, 0.01, …</summary>
        public static double[] YTenths =>
            [.. X.Select(x => 1 + x / 10 + x * x / 100 + x * x * x / 1e3 + x * x * x * x / 1e4 + x * x * x * x * x / 1e5)];
    }
}
