using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>Moves filters down to where rows come from, so that later steps see fewer of them. The rows of the result stay the same.</summary>
/// <remarks>Steps whose result is kept, or that several verbs share, stay as they are.</remarks>
internal static class PlanRewriter
{
    public static PlanNode Rewrite(PlanNode plan)
    {
        if (plan.Result is not null || plan.Inputs.Count == 0) return plan;
        if (plan is FilterNode { Condition.HasWindow: false }) return RewriteFilters(plan);
        var inputs = plan.Inputs.Select(input => IsBarrier(input) ? input : Rewrite(input)).ToList();
        return inputs.Zip(plan.Inputs).All(pair => ReferenceEquals(pair.First, pair.Second)) ? plan : plan.With(inputs);
    }

    /// <summary>Filters that stand on each other sink one by one into what is below them all; those that stay keep their order.</summary>
    private static PlanNode RewriteFilters(PlanNode plan)
    {
        var filters = new Stack<FilterNode>();
        var below = plan;
        while (below is FilterNode { Condition.HasWindow: false } filter && (filters.Count == 0 || !IsBarrier(filter)))
        {
            filters.Push(filter);
            below = filter.Input;
        }
        var stay = new List<Expr>();
        foreach (var filter in filters)
        {
            Expr? rest = null;
            foreach (var condition in Conjuncts(filter.Condition))
                if (!IsBarrier(below) && !CanFail(condition) && Push(below, condition) is { } pushed) below = pushed;
                else rest = rest is null ? condition : CallExpr.Of(Function.And, null, rest, condition);
            if (rest is not null) stay.Add(rest);
        }
        if (!IsBarrier(below)) below = Rewrite(below);
        return stay.Aggregate(below, (input, condition) => new FilterNode(input, condition));
    }

    private static bool IsBarrier(PlanNode node) => node.Result is not null || node.IsShared;

    private static IEnumerable<Expr> Conjuncts(Expr condition) => condition is CallExpr { Function: Function.And } and
        ? [.. Conjuncts(and.Arguments[0]), .. Conjuncts(and.Arguments[1])] : [condition];

    /// <summary>The step over fewer rows, or null when the condition has to stay above it.</summary>
    private static PlanNode? Push(PlanNode node, Expr condition)
    {
        var reads = condition.Reads.ToHashSet();
        return node switch
        {
            SortNode => node.With([new FilterNode(node.Inputs[0], condition)]),
            ConcatNode => node.With([.. node.Inputs.Select(input => new FilterNode(input, condition))]),
            DistinctNode distinct when reads.IsSubsetOf(distinct.Columns) => node.With([new FilterNode(distinct.Input, condition)]),
            AggregateNode { Keys.Count: > 0 } aggregate when reads.IsSubsetOf(aggregate.Keys) && reads.Count > 0 => node.With([new FilterNode(aggregate.Input, condition)]),
            MeltNode melt when reads.IsSubsetOf(melt.Ids) => node.With([new FilterNode(melt.Input, condition)]),
            ProjectNode project => ThroughProject(project, condition, reads),
            JoinNode join => ThroughJoin(join, condition, reads),
            _ => null,
        };
    }

    /// <summary>Below columns that stand as they are; a computed column would be computed twice, and windows must see all rows.</summary>
    private static PlanNode? ThroughProject(ProjectNode project, Expr condition, HashSet<string> reads)
    {
        if (project.Columns.Any(column => column.Value.HasWindow)) return null;
        var sources = project.Columns.Where(column => reads.Contains(column.Name)).ToDictionary(column => column.Name, column => column.Value);
        return sources.Values.All(value => value is ColumnExpr) ? project.With([new FilterNode(project.Input, Renamed(condition, sources))]) : null;
    }

    /// <summary>To the side whose columns it reads, unless that side's missing rows would show: as nulls, or as a broken expectation.</summary>
    private static PlanNode? ThroughJoin(JoinNode join, Expr condition, HashSet<string> reads)
    {
        var columns = join.Columns.Where(column => reads.Contains(column.Name)).ToList();
        var sources = columns.ToDictionary(column => column.Name, column => (Expr)new ColumnExpr(column.Source, join.Schema[column.Name].Kind));
        if (columns.Count == 0) return null;
        if (columns.TrueForAll(column => !column.FromRight) && join.How is (Join.Inner or Join.Left or Join.Semi or Join.Anti) && join.Expect is Match.Any or Match.ManyToOne)
            return join.With([new FilterNode(join.Left, Renamed(condition, sources)), join.Right]);
        if (columns.TrueForAll(column => column.FromRight) && join.How == Join.Inner && join.Expect is Match.Any or Match.OneToMany)
            return join.With([join.Left, new FilterNode(join.Right, Renamed(condition, sources))]);
        return null;
    }

    /// <summary>True for formulas that can be an error for some rows: those must not meet rows that an earlier step leaves out.</summary>
    private static bool CanFail(Expr expression) => expression is CallExpr call && (call.Function is Function.Cast or Function.DivideWhole
        || call.Function is >= Function.Truncate and <= Function.Format and not Function.TotalDays || call.Function is Function.ToText && call.Arguments[0].Kind == ColumnKind.Timestamp
        || call.Function <= Function.Power && call.Kind != ColumnKind.Number) || expression.Children.Any(CanFail);

    private static Expr Renamed(Expr expression, Dictionary<string, Expr> sources) => expression is ColumnExpr column ? sources[column.Name]
        : expression.Children.Count == 0 ? expression : expression.With([.. expression.Children.Select(child => Renamed(child, sources))]);
}
