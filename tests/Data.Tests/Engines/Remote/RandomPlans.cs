using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Plans drawn at random, one verb after the other on two frames at once: one in memory and one at an engine. A verb that the
/// engine refuses is left out on both sides.</summary>
internal sealed class RandomPlans(Random random, RandomTables tables)
{
    private static readonly string[] Names = ["a b", "quote\"`'", "back\\slash", "line\nend", "select", "茶🍵", "ID", "i", "-- x", "order by", "nan", "NULL", "$1", "{0}", "l1", "t1", "__c1"];
    private DataFrame _here = null!;
    private DataFrame _there = null!;

    /// <summary>Verbs that the engine refused, with its reason.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>The columns by which both results are sorted last; empty when they have no order.</summary>
    public string[] Order { get; private set; } = [];

    public (DataFrame Here, DataFrame There) Draw()
    {
        (_here, _there) = tables.Facts(random.Next(8) switch { 0 => 0, 1 or 2 => 1, _ => 2 });
        var verbs = random.Next(1, 6);
        for (var verb = 0; verb < verbs; verb++) Extend();
        if (random.Next(2) == 0) OrderByAll();
        return (_here, _there);
    }

    private RandomExpressions Formulas => new(random, _here.Schema);

    private void Extend()
    {
        switch (random.Next(18))
        {
            case 11: Windowed(); break;
            case 17: OwnGroups(); break;
            case 12: Melt(); break;
            case 13: Pivot(); break;
            case 14: Cross(); break;
            case 15: FirstOfEach(); break;
            case 0 or 1: var condition = Formulas.Draw(ColumnKind.Boolean, 3); Both(frame => frame.Where(condition)); break;
            case 2 or 3 or 4:
                var kind = (ColumnKind)random.Next(6);
                var value = Formulas.Draw(kind, 3);
                var name = random.Next(4) == 0 ? _here.ColumnNames.ElementAt(random.Next(_here.ColumnCount)) : random.Next(4) == 0 ? Names[random.Next(Names.Length)] : $"c{random.Next(100)}";
                Both(frame => frame.With((name, value)));
                break;
            case 5: Select(); break;
            case 6 or 7: Group(); break;
            case 8: Join(); break;
            case 9: Slice(); break;
            case 10: var twice = random.Next(2) == 0; Both(frame => twice ? frame.Concat(frame) : frame.Distinct()); break;
            default: var renamed = Names[random.Next(Names.Length)]; Both(frame => frame.Rename((frame.ColumnNames.First(), renamed))); break;
        }
    }

    private void OwnGroups()
    {
        var (key, counted) = (_here.ColumnNames.ElementAt(random.Next(_here.ColumnCount)), _here.ColumnNames.ElementAt(random.Next(_here.ColumnCount)));
        Both(frame => frame.Join(frame.GroupBy(key).Aggregate(("own count", Agg.CountDistinct(counted))), key, expect: Match.ManyToOne));
    }

    private void Windowed()
    {
        // Only under an order without ties is a window the same everywhere.
        if (!_here.Schema.Contains("id") || _here.Select("id").Distinct().RowCount != _here.RowCount) return;
        var name = _here.ColumnNames.ElementAt(random.Next(_here.ColumnCount));
        var number = _here.Schema.Where(field => field.Kind.IsNumeric()).Select(field => field.Name).OrderBy(_ => random.Next()).First();
        string[] partition = [.. _here.ColumnNames.Where(_ => random.Next(5) == 0).Take(2)];
        SortKey[] order = [.. _here.ColumnNames.Where(_ => random.Next(6) == 0).Take(1).Select(each => new SortKey(each, random.Next(2) == 0)), "id"];
        var (from, rows, which) = (random.Next(-3, 1), random.Next(0, 3), random.Next(16));
        var frame = random.Next(3) switch { 0 => RowFrame.All, 1 => RowFrame.Running, _ => new RowFrame(from, from + rows) };
        WindowFunction Function(ColumnScope c) => which switch
        {
            0 => Window.RowNumber(),
            1 => Window.Rank(),
            2 => Window.DenseRank(),
            3 => Window.PercentRank(),
            4 => Window.CumulativeShare(),
            5 => Window.Buckets(3),
            6 => c[name].Lag(),
            7 => c[name].Lead(),
            8 => c[name].Min().Rows(frame),
            9 => c[name].Max().Rows(frame),
            10 => c[number].Sum().Rows(frame),
            11 => c[number].Mean().Rows(frame),
            12 => c[name].LastValue().Rows(frame),
            13 => c[name].Count().Rows(frame),
            14 => c[name].LastKnown(),
            _ => c[name].FirstValue().Rows(frame),
        };
        if (random.Next(4) == 0) Both(data => data.Where(c => Window.RowNumber().Over(partition, order) <= 2));
        else Both(data => data.With(($"w{which}", c => Function(c).Over(partition, order))));
    }

    private void Select()
    {
        var names = _here.ColumnNames.Where(_ => random.Next(3) > 0).ToArray();
        if (names.Length > 0) Both(frame => frame.Select(names));
    }

    private void Group()
    {
        var keys = _here.ColumnNames.Where(_ => random.Next(4) == 0).Take(2).ToArray();
        var aggregates = Enumerable.Range(0, random.Next(1, 4)).Select(i => ($"a{i}{random.Next(10)}", Aggregate())).DistinctBy(each => each.Item1).Where(each => !keys.Contains(each.Item1)).ToArray();
        if (aggregates.Length == 0) return;
        Both(frame => keys.Length == 0 ? frame.Aggregate(aggregates) : frame.GroupBy(keys).Aggregate(aggregates));
    }

    private Agg Aggregate()
    {
        string? Column(params ColumnKind[] kinds) => _here.Schema.Where(field => kinds.Contains(field.Kind)).Select(field => field.Name).OrderBy(_ => random.Next()).FirstOrDefault();
        var any = _here.ColumnNames.ElementAt(random.Next(_here.ColumnCount));
        var number = Column(ColumnKind.Integer, ColumnKind.Number);
        var mean = Column(ColumnKind.Integer, ColumnKind.Number, ColumnKind.Duration);
        var flag = Column(ColumnKind.Boolean);
        var where = random.Next(4) == 0 ? Formulas.Draw(ColumnKind.Boolean, 1) : null;
        var chosen = random.Next(15) switch
        {
            12 when flag is not null => Agg.Any(c => c[flag]),
            13 when flag is not null => Agg.All(c => c[flag]),
            14 when mean is not null => Agg.Mean(Column(ColumnKind.Duration, ColumnKind.Timestamp) ?? mean),
            0 => Agg.Count(any),
            1 => Agg.CountDistinct(any),
            2 or 3 when number is not null => Agg.Sum(number),
            4 when mean is not null => Agg.Mean(mean),
            5 => Agg.Min(any),
            6 => Agg.Max(any),
            7 when number is not null => Agg.Variance(number),
            8 when number is not null => Agg.StdDev(number),
            9 when number is not null => Agg.Median(number),
            10 when number is not null => Agg.Quantile(number, random.Next(0, 11) / 10.0),
            _ => Agg.Count(),
        };
        return where is null ? chosen : chosen.Where(where);
    }

    private void Melt()
    {
        var kind = _here.Schema.ElementAt(random.Next(_here.ColumnCount)).Kind;
        string[] melted = [.. _here.Schema.Where(field => field.Kind == kind).Select(field => field.Name)];
        string[] kept = [.. _here.ColumnNames.Except(melted).Where(_ => random.Next(2) == 0)];
        Both(frame => frame.Melt(kept, melted, "the name", "the value"));
    }

    private void Pivot()
    {
        var names = _here.Schema.Where(field => field.Kind is ColumnKind.Text or ColumnKind.Boolean or ColumnKind.Integer).Select(field => field.Name).OrderBy(_ => random.Next()).FirstOrDefault();
        if (names is null) return;
        string[] rows = [.. _here.ColumnNames.Where(_ => random.Next(5) == 0).Take(2)];
        var value = Aggregate();
        string[] columns = ["a", "true", "1", "empty", "茶", "back\\slash"];
        Both(frame => frame.Pivot(rows, names, value, columns));
    }

    private void Cross()
    {
        if (_here.RowCount > 500) return; // grows fast
        var (here, there) = tables.Lookup(random.Next(0, 3));
        var suffix = $"_x{_here.ColumnCount}";
        Both(frame => frame.CrossJoin(ReferenceEquals(frame, _here) ? here : there, suffix));
    }

    private void FirstOfEach()
    {
        // Only under an order without ties is the first row the same everywhere.
        if (!_here.Schema.Contains("id") || _here.Select("id").Distinct().RowCount != _here.RowCount) return;
        string[] keys = [.. _here.ColumnNames.Where(_ => random.Next(5) == 0).Take(2)];
        var (order, last, any) = (new SortKey("id", random.Next(2) == 0), random.Next(2) == 0, _here.ColumnNames.ElementAt(random.Next(_here.ColumnCount)));
        if (random.Next(2) == 0 && keys.Length > 0) Both(frame => frame.OrderBy(order).Distinct(keys));
        else if (!keys.Contains("end") && !keys.Contains("by")) Both(frame => frame.OrderBy(order).GroupBy(keys.Length > 0 ? keys : ["id"]).Aggregate(("end", last ? Agg.Last(any) : Agg.First(any)), ("by", last ? Agg.First(any, orderBy: "id") : Agg.Last(any, orderBy: "id"))));
    }

    private void Join()
    {
        var (here, there) = tables.Lookup(random.Next(0, 3) * 5);
        string[] keys = [.. new[] { "i", "s", "x" }.Where(key => _here.Schema.Contains(key) && _here.Schema[key].Kind == here.Schema[key].Kind && random.Next(2) == 0)];
        if (keys.Length == 0) return;
        var how = (Data.Frames.Join)random.Next(6);
        var suffix = $"_r{_here.ColumnCount}";
        Both(frame => frame.Join(ReferenceEquals(frame, _here) ? here : there, [.. keys.Select(key => (key, key))], how, suffix: suffix));
    }

    private void Slice()
    {
        // Only under an order without ties are the first rows the same everywhere.
        var (rows, fromEnd) = (random.Next(0, 15), random.Next(2) == 0);
        if (!_here.Schema.Contains("id") || _here.Select("id").Distinct().RowCount != _here.RowCount) return;
        var descending = random.Next(2) == 0;
        string[] first = [.. _here.ColumnNames.Where(_ => random.Next(6) == 0).Take(1).Except(["id"])];
        Both(frame =>
        {
            var sorted = frame.OrderBy([.. first.Select(name => new SortKey(name, descending)), "id"]);
            return fromEnd ? sorted.Tail(rows) : sorted.Head(rows);
        });
    }

    private void OrderByAll()
    {
        var names = _here.ColumnNames.OrderBy(_ => random.Next()).Take(3).ToArray();
        SortKey[] keys = [.. names.Select(name => new SortKey(name, random.Next(2) == 0))];
        Both(frame => frame.OrderBy(keys));
        Order = names;
    }

    private void Both(Func<DataFrame, DataFrame> verb)
    {
        DataFrame next;
        try
        {
            next = verb(_there);
        }
        catch (NotSupportedException refusal)
        {
            Refusals.Add(refusal.Message);
            return;
        }
        catch (ArgumentException)
        {
            return; // Not a plan at all, e.g. two columns of one name: refused before any engine is asked.
        }
        (_here, _there) = (verb(_here), next);
    }
}
