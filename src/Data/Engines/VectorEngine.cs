using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Runs a plan over columns in memory, a column at a time; columns that nothing above reads are not
/// computed, and a step that several verbs share runs once.</summary>
internal static class VectorEngine
{
    public static Table Run(PlanNode plan) => Run(PlanRewriter.Rewrite(plan), [.. plan.Schema.Names]);

    /// <summary>The result's columns named in <paramref name="needed"/>, in the order of the schema.</summary>
    private static Table Run(PlanNode plan, HashSet<string> needed)
    {
        if (Kept(plan, needed) is { } kept) return kept;
        if (!plan.IsShared) return Compute(plan, needed);
        var rewritten = PlanRewriter.Rewrite(plan);
        try
        {
            // Several verbs want it: all columns at once, so that it runs once.
            plan.KeepPart(Compute(rewritten, [.. plan.Schema.Names]));
        }
        catch (Exception e) when (e is ArithmeticException or InvalidCastException && needed.Count < plan.Schema.Count)
        {
            // A column that nobody asked for cannot be computed: that is not for now.
            plan.KeepPart(Compute(rewritten, needed));
        }
        return Kept(plan, needed)!;
    }

    private static Table? Kept(PlanNode plan, HashSet<string> needed) =>
        plan.Kept() is { } kept && needed.All(kept.Schema.Contains) ? kept.Select(plan.Schema.Names.Where(needed.Contains)) : null;

    private static Table Compute(PlanNode plan, HashSet<string> needed)
    {
        var needs = plan.Needs(needed);
        var inputs = new Table[needs.Count];
        for (var i = 0; i < inputs.Length; i++) inputs[i] = Run(plan.Inputs[i], needs[i]);
        var result = plan switch
        {
            FilterNode filter => Take(inputs[0], Selection.Of((Column<bool>)new Evaluator(inputs[0]).Evaluate(filter.Condition)), needed),
            ProjectNode project => Project(project, inputs[0], needed),
            AggregateNode aggregate => Aggregate(aggregate, inputs[0], needed),
            JoinNode join => HashJoin.Run(join, inputs[0], inputs[1], needed),
            SortNode sort => Sort(sort, inputs[0], needed),
            DistinctNode distinct => Distinct(distinct, inputs[0], needed),
            SliceNode slice => Slice(slice, inputs[0], needed),
            SampleNode sample => Sample(sample, inputs[0], needed),
            ConcatNode concat => Concat(concat, inputs[0], inputs[1], needed),
            SpreadNode spread => Reshaping.Spread(spread, inputs[0], needed),
            MeltNode melt => Reshaping.Melt(melt, inputs[0], needed),
            CrossNode cross => CrossProduct.Run(cross, inputs[0], inputs[1], needed),
            AsOfNode asOf => AsOfJoin.Run(asOf, inputs[0], inputs[1], needed),
            FillGapsNode gaps => GapFilling.Run(gaps, inputs[0], needed),
            _ => throw new InvalidOperationException($"The .NET engine cannot run '{plan.Describe()}'."),
        };
        plan.KeepPart(result);
        return result;
    }

    private static Table Project(ProjectNode project, Table input, HashSet<string> needed)
    {
        var columns = project.Columns.Where(column => needed.Contains(column.Name)).ToList();
        var evaluator = new Evaluator(input);
        return new Table(new Schema(columns.Select(column => new Field(column.Name, column.Value.Kind))),
            [.. columns.Select(column => evaluator.Evaluate(column.Value))], input.Rows);
    }

    private static Table Aggregate(AggregateNode node, Table input, HashSet<string> needed)
    {
        var groups = Grouping.Of([.. node.Keys.Select(key => input[key])], input.Rows);
        var sums = new SlotSums(groups);
        var evaluator = new Evaluator(input);
        var columns = new List<(string, Column)>();
        foreach (var key in node.Keys.Where(needed.Contains)) columns.Add((key, groups.Keys(input[key])));
        foreach (var each in node.Aggregates.Where(each => needed.Contains(each.Name)))
            columns.Add((each.Name, Aggregates.Compute(each, each.Argument is null ? null : evaluator.Evaluate(each.Argument),
                each.Second is null ? null : evaluator.Evaluate(each.Second), sums)));
        return new Table(new Schema(columns.Select(column => new Field(column.Item1, column.Item2.Kind))),
            [.. columns.Select(column => column.Item2)], groups.Count);
    }

    private static Table Sort(SortNode sort, Table input, HashSet<string> needed)
    {
        var order = RowOrder.Of([.. sort.Keys.Select(key => (input[key.Column], key.Descending))], input.Rows);
        return order is null ? input.Select(input.Schema.Names.Where(needed.Contains)) : Take(input, order, needed);
    }

    private static Table Distinct(DistinctNode distinct, Table input, HashSet<string> needed)
    {
        if (input.Rows == 0) return Take(input, [], needed);
        var groups = Grouping.Of([.. distinct.Columns.Select(name => input[name])], input.Rows);
        if (distinct.Columns.Count < input.Schema.Count) return Take(input, groups.FirstRows, needed);
        var names = input.Schema.Names.Where(needed.Contains).ToList();
        return new Table(new Schema(names.Select(name => input.Schema[name])), [.. names.Select(name => groups.Keys(input[name]))], groups.Count);
    }

    private static Table Slice(SliceNode slice, Table input, HashSet<string> needed)
    {
        var count = Math.Min(slice.Count, input.Rows);
        var start = slice.FromEnd ? input.Rows - count : 0;
        return count == input.Rows ? input : Take(input, [.. Enumerable.Range(start, count)], needed);
    }

    private static Table Sample(SampleNode sample, Table input, HashSet<string> needed)
    {
        if (sample.Count >= input.Rows) return input;
        // Selection sampling (Knuth, TAOCP vol. 2, algorithm 3.4.2 S): one pass, rows stay in order.
        var rng = new Rng(sample.Seed);
        var rows = new int[sample.Count];
        for (int row = 0, taken = 0; taken < rows.Length; row++)
            if (rng.NextDouble() * (input.Rows - row) < rows.Length - taken) rows[taken++] = row;
        return Take(input, rows, needed);
    }

    private static Table Concat(ConcatNode concat, Table first, Table second, HashSet<string> needed)
    {
        var names = concat.Schema.Names.Where(needed.Contains).ToList();
        return new Table(new Schema(names.Select(name => concat.Schema[name])), [.. names.Select(name => Stack.Columns(first[name], second[name]))], first.Rows + second.Rows);
    }

    private static Table Take(Table input, int[] rows, HashSet<string> needed)
    {
        var names = input.Schema.Names.Where(needed.Contains).ToArray();
        return new Table(new Schema(names.Select(name => input.Schema[name])), [.. names.Select(name => input[name].Take(rows))], rows.Length);
    }
}
