using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Tests.Engines;

/// <summary>The engine against plain LINQ over rows, on random data that spans several blocks of rows.</summary>
public sealed class OracleTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 0, 3, 1 }, { 1, 1, 2 }, { 500, 7, 3 }, { 70_000, 5, 4 }, { 300_000, 90_000, 5 }, { 200_000, 4_000_000, 6 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Group_by_one_key_equals_LINQ(int rows, int keys, int seed)
    {
        var (frame, data) = Random(rows, keys, seed);
        var actual = frame.GroupBy("key").Aggregate(("n", Agg.Count()), ("sum", Agg.Sum("whole")), ("max", Agg.Max("number")),
            ("texts", Agg.CountDistinct("text")), ("median", Agg.Median("whole"))).Rows();
        var expected = data.GroupBy(row => row.Key ?? long.MinValue).Select(group => new object?[]
        {
            group.First().Key, (long)group.Count(), group.Sum(row => row.Whole), group.Max(row => row.Number),
            (long)group.Select(row => row.Text).Where(text => text is not null).Distinct().Count(), Median([.. group.Select(row => row.Whole)]),
        }).ToArray();
        Same(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Group_by_two_keys_equals_LINQ(int rows, int keys, int seed)
    {
        var (frame, data) = Random(rows, keys, seed);
        var actual = frame.GroupBy("text", "key").Aggregate(("n", Agg.Count()), ("first", Agg.First("whole"))).Rows();
        var expected = data.GroupBy(row => (row.Text, row.Key)).Select(group => new object?[]
            { group.Key.Text, group.Key.Key, (long)group.Count(), group.First().Whole }).ToArray();
        Same(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Order_by_two_keys_equals_LINQ(int rows, int keys, int seed)
    {
        var (frame, data) = Random(rows, keys, seed);
        var actual = frame.OrderBy("text", Sort.Desc("key"), "number").Values("whole");
        var expected = data.OrderBy(row => row.Text is null).ThenBy(row => row.Text, StringComparer.Ordinal)
            .ThenBy(row => row.Key is null).ThenByDescending(row => row.Key).ThenBy(row => row.Number).Select(row => (object?)row.Whole);
        Assert.True(expected.SequenceEqual(actual));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Left_join_on_two_keys_equals_LINQ(int rows, int keys, int seed)
    {
        var (frame, data) = Random(rows, keys, seed);
        var (otherFrame, other) = Random(Math.Min(rows / 2, keys * 10), keys, seed + 100);
        var actual = frame.Join(otherFrame, [("key", "key"), ("text", "text")], Join.Left).Select("whole", "whole_right").Rows();
        var byKey = other.Where(row => row.Key is not null && row.Text is not null).ToLookup(row => (row.Key, row.Text));
        var expected = data.SelectMany(row => byKey[(row.Key, row.Text)].Select(match => (long?)match.Whole).DefaultIfEmpty(),
            (row, match) => new object?[] { row.Whole, match }).ToArray();
        Same(expected, actual);
    }

    [Fact]
    public void Sums_are_the_same_to_the_last_bit_at_any_thread_count()
    {
        var (frame, _) = Random(1_000_000, 5, 9);
        double[] Sums() => frame.Collect().GroupBy("key").Aggregate(("sum", Agg.Sum("number"))).Column<double>("sum").Span.ToArray();
        var many = Sums();
        Ranges.MostThreads.Value = 1;
        var one = Sums();
        Ranges.MostThreads.Value = null;
        Assert.Equal(many, one);
    }

    private static (DataFrame Frame, List<Row> Rows) Random(int rows, int keys, int seed)
    {
        var rng = new Rng(seed);
        var data = Enumerable.Range(0, rows).Select(_ => new Row(
            rng.Next(20) == 0 ? null : rng.Next(keys) * 3L - keys, rng.Next(2000) - 1000L, Math.Round(rng.NextNormal(), 2),
            rng.Next(10) == 0 ? null : "text " + rng.Next(1 + Math.Min(keys, 2000)))).ToList();
        return (DataFrame.FromColumns(("key", Make.Integers([.. data.Select(row => row.Key)])), ("whole", Make.Integers([.. data.Select(row => (long?)row.Whole)])),
            ("number", Make.Numbers([.. data.Select(row => (double?)row.Number)])), ("text", TextColumn.From(data.Select(row => row.Text)))), data);
    }

    /// <summary>As Assert.Equal, which takes minutes for a million cells.</summary>
    private static void Same(object?[][] expected, object?[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var row = 0; row < expected.Length; row++)
            if (!expected[row].SequenceEqual(actual[row])) Assert.Equal(expected[row], actual[row]);
    }

    private static double Median(long[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[values.Length / 2 - 1] + values[values.Length / 2]) / 2.0;
    }

    private sealed record Row(long? Key, long Whole, double Number, string? Text);
}
