using MarketingNotebooks.Learning.Evaluation;

namespace MarketingNotebooks.Learning.Tests.Evaluation;

public sealed class LabelMatchingTests
{
    [Theory] // Sums of scipy 1.10.1's linear_sum_assignment(table, maximize=True) on the same tables.
    [InlineData(1, 4, 4, 10, 32, 85)]
    [InlineData(2, 6, 6, 100, 456, 1591)]
    [InlineData(3, 3, 8, 50, 134, 575)]
    [InlineData(4, 9, 5, 50, 212, 962)]
    [InlineData(5, 20, 20, 1000, 18542, 210710)]
    [InlineData(6, 30, 12, 30, 339, 5167)]
    public void The_assignment_is_as_good_as_scipys(int seed, int references, int groups, int top, int shared, int rows)
    {
        var (reference, labels) = Rows(Table(seed, references, groups, top));
        var match = LabelMatching.Compute(reference, labels);
        Assert.Equal(rows, match.Labels.Length);
        Assert.Equal(shared / (double)rows, match.Agreement, 1e-15);
        Assert.Equal(shared, reference.Zip(match.Labels).Count(each => each.First == each.Second));
        Assert.Equal(match.Called.Length, match.Called.Distinct().Count());
        Assert.Equal(match.Agreement, LabelMatching.Compute(labels, reference).Agreement, 1e-15);
        Assert.Equal(AdjustedRand.Compute(reference, labels), AdjustedRand.Compute(reference, match.Labels), 1e-15);
    }

    [Fact]
    public void The_pairs_are_scipys_where_only_one_assignment_is_best()
    {
        var (reference, labels) = Rows(Table(4, 9, 5, 50));
        Assert.Equal([7, 6, 4, 0, 1], LabelMatching.Compute(reference, labels).Called.AsEnumerable());
    }

    [Fact]
    public void The_largest_overlap_first_would_be_worse()
    {
        // Group 0 shares most with reference 0 (10 rows), but group 1 shares rows with that one alone: 9 + 8 beats 10 + 0.
        var (reference, labels) = Rows([[10, 9], [8, 0]]);
        var match = LabelMatching.Compute(reference, labels);
        Assert.Equal([1, 0], match.Called.AsEnumerable());
        Assert.Equal(17 / 27.0, match.Agreement, 1e-15);
        Assert.Equal([10.0, 9, 8, 0], match.Confusion.Span.ToArray());
    }

    [Fact]
    public void Renamed_groups_are_found_again_whatever_their_numbers()
    {
        int[] reference = [0, 0, 1, 1, 1, 2, 2, -1];
        var match = LabelMatching.Compute(reference, [70, 70, 5, 5, 5, 1000, 1000, -1]);
        Assert.Equal(reference, match.Labels.AsEnumerable());
        Assert.Equal(1, match.Agreement);
        Assert.Equal([-1, 5, 70, 1000], match.Groups.AsEnumerable());
        Assert.Equal([-1, 1, 0, 2], match.Called.AsEnumerable());
    }

    [Fact]
    public void Noise_is_matched_with_nothing_but_noise()
    {
        var match = LabelMatching.Compute([0, 0, 0, 0, 1, -1], [-1, -1, -7, 3, 4, 3]);
        Assert.Equal([-1, -1, -1, 0, 1, 0], match.Labels.AsEnumerable());
        Assert.Equal(2 / 6.0, match.Agreement, 1e-15);
        Assert.Equal([-1, -1], LabelMatching.Compute([0, 1], [-1, -1]).Labels.AsEnumerable());
        Assert.Equal([1, 0, 0], LabelMatching.Compute([-1, -1, -1], [4, 9, 9]).Labels.AsEnumerable());
    }

    [Fact]
    public void Groups_without_a_partner_follow_the_reference_the_largest_first()
    {
        // Three groups for references 2 and 6: the one left over shares rows, but its betters have the names.
        var match = LabelMatching.Compute([2, 2, 2, 6, 6, 6, 6, 6], [0, 0, 1, 2, 2, 2, 3, 3]);
        Assert.Equal([2, 8, 6, 7], match.Called.AsEnumerable());
        // A pair without a common row is none, although both are free.
        Assert.Equal([0, 2], LabelMatching.Compute([0, 0, 1], [5, 6, -1]).Called.Skip(1));
    }

    [Fact]
    public void The_table_is_told_row_by_row()
    {
        var tidy = LabelMatching.Compute([0, 0, 1, 1, 1], [3, 3, 3, 4, -1]).Tidy();
        Assert.Equal(["reference", "label", "called", "rows"], tidy.Schema.Names);
        Assert.Equal([(0L, 3L, 0L, 2L), (1L, -1L, -1L, 1L), (1L, 3L, 0L, 1L), (1L, 4L, 1L, 1L)], Enumerable.Range(0, tidy.RowCount).Select(row =>
            (tidy.Value<long>("reference", row), tidy.Value<long>("label", row), tidy.Value<long>("called", row), tidy.Value<long>("rows", row))));
    }

    [Fact]
    public void Every_small_table_is_solved_as_by_trying_all_assignments()
    {
        for (var seed = 10; seed < 60; seed++)
        {
            var table = Table(seed, 2 + seed % 4, 2 + seed % 5, 6); // small counts: many ties and zeros
            var (reference, labels) = Rows(table);
            Assert.Equal(Best(table, 0, []), Math.Round(LabelMatching.Compute(reference, labels).Agreement * labels.Length));
        }

        static int Best(int[][] table, int row, HashSet<int> taken)
        {
            if (row == table.Length) return 0;
            var best = Best(table, row + 1, taken);
            for (var column = 0; column < table[0].Length; column++)
            {
                if (!taken.Add(column)) continue;
                best = Math.Max(best, table[row][column] + Best(table, row + 1, taken));
                taken.Remove(column);
            }
            return best;
        }
    }

    [Fact]
    public void Labels_must_pair_up() => Assert.Equal("LabelMatching takes two labels a row and at least one row. Got 2 and 1 labels.",
        Assert.Throws<ArgumentException>(() => LabelMatching.Compute([0, 1], [0])).Message);

    /// <summary>A table of pseudo-random counts, as the script that asked scipy drew them.</summary>
    private static int[][] Table(long seed, int rows, int columns, int top) => [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ =>
        (int)(((seed = (seed * 1103515245 + 12345) % (1L << 31)) >> 8) % top)).ToArray())];

    private static (int[] Reference, int[] Labels) Rows(int[][] table)
    {
        var cells = table.SelectMany((row, i) => row.SelectMany((count, j) => Enumerable.Repeat((I: i, J: j), count))).ToArray();
        return ([.. cells.Select(cell => cell.I)], [.. cells.Select(cell => cell.J)]);
    }
}
