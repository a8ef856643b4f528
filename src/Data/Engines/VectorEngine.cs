using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Runs a plan over columns in memory, a column at a time; columns that nothing above reads are not computed.</summary>
internal static class VectorEngine
{
    public static Table Run(PlanNode plan) => Run(plan, [.. plan.Schema.Names]);

    /// <summary>The result's columns named in <paramref name="needed"/>, in the order of the schema.</summary>
    private static Table Run(PlanNode plan, HashSet<string> needed)
    {
        if (plan.Result is { } kept) return kept.Select(kept.Schema.Names.Where(needed.Contains));
        return plan switch
        {
            FilterNode filter => Filter(filter, needed),
            ProjectNode project => Project(project, needed),
            AggregateNode aggregate => Aggregate(aggregate, needed),
            JoinNode join => HashJoin.Run(join, needed, Run),
            SortNode sort => Sort(sort, needed),
            DistinctNode distinct => Distinct(distinct, needed),
            SliceNode slice => Slice(slice, needed),
            SampleNode sample => Sample(sample, needed),
            ConcatNode concat => Concat(concat, needed),
            _ => throw new InvalidOperationException($"The .NET engine cannot run '{plan.Describe()}'."),
        };
    }

    private static Table Filter(FilterNode filter, HashSet<string> needed)
    {
        var input = Run(filter.Input, [.. needed, .. filter.Condition.Reads]);
        var keeps = (Column<bool>)new Evaluator(input).Evaluate(filter.Condition);
        return Take(input, Selection.Of(keeps), needed);
    }

    private static Table Project(ProjectNode project, HashSet<string> needed)
    {
        var columns = project.Columns.Where(column => needed.Contains(column.Name)).ToList();
        var input = Run(project.Input, [.. columns.SelectMany(column => column.Value.Reads)]);
        var evaluator = new Evaluator(input);
        return new Table(new Schema(columns.Select(column => new Field(column.Name, column.Value.Kind))),
            [.. columns.Select(column => evaluator.Evaluate(column.Value))], input.Rows);
    }

    private static Table Aggregate(AggregateNode node, HashSet<string> needed)
    {
        var wanted = node.Aggregates.Where(each => needed.Contains(each.Name)).ToList();
        var input = Run(node.Input, [.. node.Keys, .. wanted.SelectMany(each => each.Reads)]);
        var groups = Grouping.Of([.. node.Keys.Select(key => input[key])], input.Rows);
        var sums = new SlotSums(groups);
        var evaluator = new Evaluator(input);
        var columns = new List<(string, Column)>();
        foreach (var key in node.Keys.Where(needed.Contains)) columns.Add((key, input[key].Take(groups.FirstRows)));
        foreach (var each in wanted)
            columns.Add((each.Name, Aggregates.Compute(each, each.Argument is null ? null : evaluator.Evaluate(each.Argument),
                each.Second is null ? null : evaluator.Evaluate(each.Second), sums)));
        return new Table(new Schema(columns.Select(column => new Field(column.Item1, column.Item2.Kind))),
            [.. columns.Select(column => column.Item2)], groups.Count);
    }

    private static Table Sort(SortNode sort, HashSet<string> needed)
    {
        var input = Run(sort.Input, [.. needed, .. sort.Keys.Select(key => key.Column)]);
        var order = RowOrder.Of([.. sort.Keys.Select(key => (input[key.Column], key.Descending))], input.Rows);
        return order is null ? input.Select(input.Schema.Names.Where(needed.Contains)) : Take(input, order, needed);
    }

    private static Table Distinct(DistinctNode distinct, HashSet<string> needed)
    {
        var input = Run(distinct.Input, [.. needed, .. distinct.Columns]);
        if (input.Rows == 0) return input;
        return Take(input, Grouping.Of([.. distinct.Columns.Select(name => input[name])], input.Rows).FirstRows, needed);
    }

    private static Table Slice(SliceNode slice, HashSet<string> needed)
    {
        var input = Run(slice.Input, needed);
        var count = Math.Min(slice.Count, input.Rows);
        var start = slice.FromEnd ? input.Rows - count : 0;
        return count == input.Rows ? input : Take(input, [.. Enumerable.Range(start, count)], needed);
    }

    private static Table Sample(SampleNode sample, HashSet<string> needed)
    {
        var input = Run(sample.Input, needed);
        if (sample.Count >= input.Rows) return input;
        // Selection sampling (Knuth, TAOCP vol. 2, algorithm 3.4.2 S): one pass, rows stay in order.
        var rng = new Rng(sample.Seed);
        var rows = new int[sample.Count];
        for (int row = 0, taken = 0; taken < rows.Length; row++)
            if (rng.NextDouble() * (input.Rows - row) < rows.Length - taken) rows[taken++] = row;
        return Take(input, rows, needed);
    }

    private static Table Concat(ConcatNode concat, HashSet<string> needed)
    {
        var (first, second) = (Run(concat.First, needed), Run(concat.Second, needed));
        return new Table(first.Schema, [.. first.Schema.Names.Select(name => Stack.Columns(first[name], second[name]))], first.Rows + second.Rows);
    }

    private static Table Take(Table input, int[] rows, HashSet<string> needed)
    {
        var names = input.Schema.Names.Where(needed.Contains).ToArray();
        return new Table(new Schema(names.Select(name => input.Schema[name])), [.. names.Select(name => input[name].Take(rows))], rows.Length);
    }
}
