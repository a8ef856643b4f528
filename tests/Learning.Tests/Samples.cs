using System.Globalization;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests;

/// <summary>Inputs that many tests share.</summary>
internal static class Samples
{
    /// <summary>Fisher's iris, 150 × 4, in scikit-learn's copy (which differs from UCI's in two rows).</summary>
    public static Matrix Iris { get; } = ReadIris(out _);

    /// <summary>0, 1, 2 for setosa, versicolor, virginica.</summary>
    public static int[] IrisSpecies
    {
        get
        {
            ReadIris(out var species);
            return species;
        }
    }

    /// <summary>Old Faithful, 272 × 2: minutes of an eruption and to the next. R's datasets::faithful; Azzalini and Bowman (1990),
    /// Appl. Stat. 39(3).</summary>
    public static Matrix Faithful { get; } = ReadNumbers("faithful.csv");

    /// <summary>Rows around k centers on a grid, in random order, with the true labels.</summary>
    public static (Matrix Rows, int[] Labels) Groups(int rows, int columns, int groups, double noise, int seed)
    {
        var rng = new Rng(seed);
        var centers = Matrix.Create(groups, columns, (g, j) => 10 * ((g >> (j % 8)) & 1) + 3 * rng.NextNormal());
        var labels = new int[rows];
        for (var i = 0; i < rows; i++) labels[i] = rng.Next(groups);
        return (Matrix.Create(rows, columns, (i, j) => centers[labels[i], j] + noise * rng.NextNormal()), labels);
    }

    private static Matrix ReadNumbers(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", file));
        return Matrix.FromRows(lines.Skip(1).Select(line => line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()),
            lines[0].Split(','));
    }

    private static Matrix ReadIris(out int[] species)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "iris.csv"));
        var cells = lines.Skip(1).Select(line => line.Split(',')).ToList();
        string[] names = ["setosa", "versicolor", "virginica"];
        species = cells.Select(row => Array.IndexOf(names, row[4])).ToArray();
        return Matrix.FromRows(cells.Select(row => row.Take(4).Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()),
            lines[0].Split(',').Take(4));
    }
}
