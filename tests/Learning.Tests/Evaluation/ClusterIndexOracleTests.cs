using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Evaluation;

/// <summary>scikit-learn 1.2.1 on the same rows and labels: silhouette_score, silhouette_samples[7], davies_bouldin_score,
/// calinski_harabasz_score. Rows are formulas, so that both sides have the same to the last digits.</summary>
public class ClusterIndexOracleTests
{
    private static Matrix Waves(int n, int d, double offset = 0) => Matrix.Create(n, d, (i, j) => Math.Sin(1 + i * (j + 1) * 0.7) * (j + 1) + offset);

    /// <summary>Ten distinct rows, nine times each.</summary>
    private static readonly Matrix Duplicates = Matrix.Create(90, 2, (i, j) => j == 0 ? i / 3 % 5 : i % 2);

    public static TheoryData<string, Matrix, int[], double, double, double, double> Cases => new()
    {
        { "iris, labels across the groups", Samples.Iris, Labels(150, i => i % 5), -0.05921390124952555, -0.09754230225561766, 34.01025739774449, 0.16426137812786928 },
        { "waves", Waves(60, 3), Labels(60, i => i % 4), -0.0884942197098873, -0.08187601537061583, 49.0676324984655, 0.14976397595781551 },
        { "clusters of 1, 3 and 97 rows", Waves(101, 2), Labels(101, i => i == 0 ? 0 : i < 4 ? 1 : 2), -0.2873862910445205, -0.19101012200659773, 2.5699829136123107, 1.0625156833408838 },
        { "noise, which is a label like any other", Waves(80, 3), Labels(80, i => i * i % 5 - 1), -0.045795446441494754, -0.07426033505316232, 41.074380654860676, 0.03640062362356777 },
        { "duplicates in several clusters", Duplicates, Labels(90, i => i % 7 == 0 ? 0 : i / 3 % 5), 0.2721624554357874, -0.6975542590765826, 8.869530443214432, 31.911493362301716 },
        { "clusters of duplicates", Duplicates, Labels(90, i => i / 3 % 5 * 2 + i % 2), 1.0, 1.0, 0.0, 1.0 },
        { "one row apart from duplicates", Matrix.Create(10, 1, (i, _) => i == 9 ? 5 : 0), Labels(10, i => i / 9), 0.9, 1.0, 0.0, 1.0 },
        { "pairs", Waves(40, 2), Labels(40, i => i / 2), -0.5876737120530166, -0.6374899859501274, 24.46068639740852, 2.1737101256938414 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Indices_equal_scikit_learns(string name, Matrix rows, int[] labels, double silhouette, double seventh, double daviesBouldin, double calinskiHarabasz)
    {
        var score = Silhouette.Score(rows, labels);
        Assert.True(Math.Abs(silhouette - score.Mean) <= 1e-9, $"{name}: silhouette {score.Mean:R}");
        Assert.True(Math.Abs(seventh - score.Values[7]) <= 1e-9, $"{name}: silhouette of row 7 {score.Values[7]:R}");
        Assert.True(Math.Abs(daviesBouldin - DaviesBouldin.Score(rows, labels)) <= 1e-9 * Math.Max(1, daviesBouldin), $"{name}: Davies–Bouldin {DaviesBouldin.Score(rows, labels):R}");
        Assert.True(Math.Abs(calinskiHarabasz - CalinskiHarabasz.Score(rows, labels)) <= 1e-9 * Math.Max(1, calinskiHarabasz), $"{name}: Caliński–Harabasz {CalinskiHarabasz.Score(rows, labels):R}");
    }

    [Fact]
    public void Far_from_the_origin_the_indices_stay()
    {
        // scikit-learn's own lose digits here: −0.088492704 for the silhouette, 48.78 for Davies–Bouldin at an offset of 1e6.
        var (near, far, labels) = (Waves(60, 3), Waves(60, 3, 1e6), Labels(60, i => i % 4));
        Assert.Equal(Silhouette.Score(near, labels).Mean, Silhouette.Score(far, labels).Mean, 1e-9);
        Assert.Equal(DaviesBouldin.Score(near, labels), DaviesBouldin.Score(far, labels), 1e-6); // means 1e-10 off, 0.01 apart
        Assert.Equal(CalinskiHarabasz.Score(near, labels), CalinskiHarabasz.Score(far, labels), 1e-8);
    }

    // adjusted_rand_score of the same labels.
    [Theory]
    [InlineData("A", "B", -0.0277705591910983)]
    [InlineData("A", "C", -0.002181708754419841)]
    [InlineData("B", "C", 0.0008589001401027704)]
    [InlineData("B", "D", -0.0364624422534281)]
    [InlineData("C", "D", 0.006987240923279559)]
    [InlineData("D", "D", 1.0)]
    public void Adjusted_Rand_equals_scikit_learns(string first, string second, double expected)
    {
        int[] Named(string name) => Labels(97, i => name switch
        {
            "A" => i % 4,
            "B" => i * i % 7 - 1, // with noise
            "C" => i == 0 ? 0 : i < 5 ? 1 : 2, // very unequal sizes
            _ => i / 10,
        });
        Assert.Equal(expected, AdjustedRand.Compute(Named(first), Named(second)), 1e-12);
        Assert.Equal(expected, AdjustedRand.Compute(Named(second), Named(first)), 1e-12);
    }

    [Fact]
    public void Adjusted_Rand_of_many_rows_equals_scikit_learns()
    {
        var first = Labels(200_000, i => (int)((long)i * 2654435761 % 4294967296 % 5));
        Assert.Equal(-1.3317710637479336e-05, AdjustedRand.Compute(first, Labels(200_000, i => (int)((long)i * 40503 % 65536 % 3))), 1e-12);
        Assert.Equal(0.8548780959764448, AdjustedRand.Compute(first, Labels(200_000, i => i % 10 == 0 ? 9 : first[i])), 1e-12);
    }

    private static int[] Labels(int n, Func<int, int> label) => [.. Enumerable.Range(0, n).Select(label)];
}
