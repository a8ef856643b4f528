using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>Writes a plan as one statement of SQL in a dialect. What the engine lacks is refused here, and so at the verb.</summary>
internal sealed class PlanWriter
{
    private const int LongestInlined = 300;
    private readonly SqlDialect _sql;
    private readonly SqlScope _scope = new();
    private readonly SelectWriter _select;
    private readonly CommonTables _common;
    private readonly JoinWriter _joins;
    private readonly ShapeWriter _shapes;
    private readonly bool _shown;

    private PlanWriter(PlanNode plan, SqlDialect sql, bool shown)
    {
        _sql = sql;
        _shown = shown;
        _select = new SelectWriter(sql, _scope);
        _common = new CommonTables(plan, sql, _select);
        _joins = new JoinWriter(sql, _scope, _select);
        _shapes = new ShapeWriter(sql, _scope, _select);
    }

    /// <summary>The statement whose rows are the plan's, its columns in the order of the schema.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sql">The dialect.</param>
    /// <param name="most">Most rows wanted; null for all.</param>
    /// <param name="shown">True to write frames in memory as tables that the engine would have to hold: for reading, not for running.</param>
    /// <exception cref="NotSupportedException">The engine lacks something; the message names it and the remedy.</exception>
    public static (SqlQuery Query, SqlScope Scope) Write(PlanNode plan, SqlDialect sql, long? most = null, bool shown = false)
    {
        if (plan.Schema.Count == 0) throw new NotSupportedException("SQL has no tables without columns. Keep at least one column.");
        var writer = new PlanWriter(plan, sql, shown);
        var relation = writer.Relation(plan);
        if (most is { } rows && (relation.Limit ?? int.MaxValue) > rows)
            relation = (relation.IsCut ? writer._select.Nest(relation) : relation).With(limit: (int)Math.Min(rows, int.MaxValue));
        var text = writer._select.Text(relation, hidden: false, ordered: true, out _);
        var checks = writer._scope.Checks.ConvertAll(check => check with { Text = writer._common.Before(check.Text) });
        return (new SqlQuery(writer._common.Before(text), writer._scope.Parameters, checks), writer._scope);
    }

    private Relation Relation(PlanNode node) => _common.Relation(node, Written);

    private Relation Written(PlanNode node) => node switch
    {
        TableNode table => Scan(table),
        ScanNode scan => Memory(scan),
        FilterNode filter => Filter(filter),
        ProjectNode project => Project(project),
        AggregateNode aggregate => Aggregate(aggregate),
        SortNode sort => Sort(sort),
        SliceNode slice => slice.FromEnd ? Tail(slice) : Head(slice),
        DistinctNode distinct => Distinct(distinct),
        ConcatNode concat => Concat(concat),
        JoinNode join => _joins.Write(join, Relation(join.Left), Relation(join.Right)),
        CrossNode cross => _joins.Cross(cross, Relation(cross.Left), Relation(cross.Right)),
        MeltNode melt => _shapes.Melt(melt, Relation(melt.Input)),
        SpreadNode spread => _shapes.Spread(spread, Relation(spread.Input)),
        SampleNode => throw _sql.Lacks("no way to draw the rows that this seed draws elsewhere", "Collect() first, or take Head"),
        AsOfNode => throw _sql.Lacks("no as-of join here", "Collect() both sides first"),
        FillGapsNode => throw _sql.Lacks("no way here to add the buckets that are missing", "GroupBy(…).Aggregate(…) there, Collect(), and Resample here"),
        _ => throw _sql.Lacks($"no counterpart of '{node.Describe()}'", "Collect() first"),
    };

    private static Relation Scan(TableNode table) => new()
    {
        From = table.From,
        FromNames = [.. table.StoredNames],
        Columns = [.. table.Schema.Select((field, i) => (field.Name, field.Kind, table.Values[i]))],
    };

    private Relation Memory(ScanNode scan)
    {
        if (_shown && !_sql.ReadsMemory)
            return new Relation
            {
                From = _sql.Quote(_scope.Fresh("frame_")),
                FromNames = [.. scan.Schema.Names],
                Columns = [.. scan.Schema.Select(field => (field.Name, field.Kind, _sql.Quote(field.Name)))],
            };
        if (!_sql.ReadsMemory) throw _sql.Lacks("no access to frames in memory", "Write the frame to the source first, e.g. source.Write(\"name\", frame), or Collect() the remote side");
        // Durations are integers inside statements; names are plain, because DuckDB takes names without regard to case.
        var table = scan.Result!;
        var name = _scope.Fresh("frame_");
        var names = table.Schema.Select((_, i) => $"c{i + 1}").ToList();
        _scope.Tables.Add(name, Table.Of(table.Columns.Select((column, i) => (names[i],
            column is Column<long> { Kind: ColumnKind.Duration } spans ? new Column<long>(ColumnKind.Integer, spans.Values, spans.Validity) : column))));
        return new Relation
        {
            From = $"frames.{_sql.Quote(name)}",
            FromNames = [.. names],
            Columns = [.. table.Schema.Select((field, i) => (field.Name, field.Kind, _sql.Quote(names[i])))],
        };
    }

    private Relation Filter(FilterNode filter)
    {
        var input = Relation(filter.Input);
        if (input.IsGrouped || input.IsCut) input = _select.Nest(input);
        if (filter.Condition.HasWindow)
        {
            // WHERE comes before windows: they are computed in a sub-query.
            var columns = input.Columns;
            var nested = _select.Nest(input.With(columns: [.. columns, ("", ColumnKind.Boolean, Value(input, filter.Condition))], hasWindow: true));
            return nested.With(columns: nested.Columns[..^1], where: [nested.Columns[^1].Value]);
        }
        return input.With(where: [.. input.Where, .. Conjuncts(filter.Condition).Select(condition => Value(input, condition))]);
    }

    /// <summary>What must all be true: for a filter null is as good as false.</summary>
    private static IEnumerable<Expr> Conjuncts(Expr condition) => condition is CallExpr { Function: Function.And } and
        ? and.Arguments.SelectMany(Conjuncts) : [condition];

    private Relation Project(ProjectNode project)
    {
        var input = Relation(project.Input);
        if (input.IsGrouped || input.DistinctOn is not null || input.LimitBy is not null || input.Columns.Exists(column => column.Value.Length > LongestInlined)) input = _select.Nest(input);
        var hasWindow = project.Columns.Any(column => column.Value.HasWindow);
        if (hasWindow && input.IsCut) input = _select.Nest(input);
        return input.With(columns: [.. project.Columns.Select(column => (column.Name, column.Value.Kind,
            column.Value.HasWindow || column.Value.Reads.Any() ? Value(input, column.Value) : _sql.Repeated(Value(input, column.Value))))], hasWindow: hasWindow);
    }

    private Relation Aggregate(AggregateNode node)
    {
        var input = Relation(node.Input);
        if (input.IsGrouped || input.IsCut || input.Columns.Exists(column => column.Value.Length > LongestInlined)) input = _select.Nest(input);
        var keys = node.Keys.Select(key => (Name: key, node.Input.Schema[key].Kind, Value: _sql.Key(input[key], node.Input.Schema[key].Kind))).ToList();
        var aggregates = node.Aggregates.Select(each => (each.Name, each.Kind, Value:
            _sql.Aggregate(each, each.Argument is null ? null : Value(input, each.Argument),
                each.Second is null ? input.Order : [new OrderKey(Value(input, each.Second), each.Second.Kind, false)], _scope)));
        return input.With(columns: [.. keys, .. aggregates], order: [], groupBy: [.. keys.Select(key => key.Value)]);
    }

    private Relation Sort(SortNode sort)
    {
        var input = Relation(sort.Input);
        if (input.IsCut) input = _select.Nest(input);
        var keys = sort.Keys.Select(key => new OrderKey(input[key.Column], sort.Schema[key.Column].Kind, key.Descending)).ToList();
        return input.With(order: [.. keys, .. input.Order.Where(old => !keys.Exists(key => key.Value == old.Value))]);
    }

    private Relation Head(SliceNode slice)
    {
        var input = Relation(slice.Input);
        if (input.IsCut) input = _select.Nest(input);
        return input.With(limit: slice.Count);
    }

    private Relation Tail(SliceNode slice)
    {
        var input = Relation(slice.Input);
        if (input.Order.Count == 0) throw _sql.Lacks("no order of rows unless OrderBy gives one, so that Tail means nothing", "OrderBy first");
        if (input.IsCut || input.IsGrouped) input = _select.Nest(input);
        var order = input.Order;
        var nested = _select.Nest(input.With(limit: slice.Count), reversed: true);
        return nested.With(order: [.. nested.Order.Select((key, i) => key with { Descending = order[i].Descending })]);
    }

    private Relation Distinct(DistinctNode node)
    {
        var input = Relation(node.Input);
        if (input.IsGrouped || input.IsCut || input.Columns.Exists(column => column.Value.Length > LongestInlined)) input = _select.Nest(input);
        if (node.Columns.Count == node.Schema.Count)
        {
            var keys = node.Schema.Select(field => (field.Name, field.Kind, Value: _sql.Key(input[field.Name], field.Kind))).ToList();
            return input.With(columns: keys, order: [], groupBy: [.. keys.Select(key => key.Value)]);
        }
        if (input.Order.Count == 0)
            throw _sql.Lacks("no order of rows unless OrderBy gives one, so that Distinct by some of the columns cannot keep the first", "OrderBy first, or GroupBy(…).Aggregate(…)");
        return _select.Nest(_sql.FirstOfEach(input, [.. node.Columns.Select(name => _sql.Key(input[name], node.Schema[name].Kind))]));
    }

    private Relation Concat(ConcatNode concat)
    {
        var (first, second) = (Relation(concat.First), Relation(concat.Second));
        var top = _select.Text(first, hidden: false, ordered: first.IsCut, out var names);
        var bottom = _select.Text(second, hidden: false, ordered: second.IsCut, out _);
        var inner = _sql.Quote(_scope.Fresh("t"));
        return new Relation
        {
            From = _sql.UnionAll(top, bottom, inner),
            FromNames = [.. names],
            Columns = [.. concat.Schema.Select((field, i) => (field.Name, field.Kind, _sql.Quote(names[i])))],
        };
    }

    private string Value(Relation input, Expr expression) => _sql.Value(expression, input, _scope);
}
