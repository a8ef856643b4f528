using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    private ColumnScope Scope => new(_plan.Schema);

    /// <summary>The plan as the input of a verb.</summary>
    private PlanNode Input
    {
        get
        {
            _plan.Use();
            return _plan;
        }
    }

    /// <summary>Rows in which <paramref name="condition"/> is true; false and null rows are left out.</summary>
    /// <param name="condition">A boolean formula, e.g. <c>c => c["amount"] > 50 &amp;&amp; c["channel"] == "search"</c>.</param>
    /// <exception cref="ArgumentException">A column is missing, or kinds do not fit.</exception>
    public DataFrame Where(Func<ColumnScope, Expr> condition)
    {
        var formula = condition(Scope);
        if (formula.Kind != ColumnKind.Boolean)
            throw new ArgumentException($"Where takes a condition. Got {formula} ({formula.Kind.Word()}). Compare it, e.g. c => c[\"amount\"] > 0.");
        Binding.Check(formula, Schema);
        return new DataFrame(new FilterNode(Input, formula));
    }

    /// <summary>Adds columns, or replaces those of the same name; formulas all read this frame.</summary>
    /// <param name="columns">A name and its formula, e.g. <c>("margin", c => c["amount"] - c["cost"])</c>.</param>
    /// <exception cref="ArgumentException">A column is missing, a name occurs twice, or kinds do not fit.</exception>
    public DataFrame With(params (string Name, Func<ColumnScope, Expr> Value)[] columns)
    {
        var added = columns.Select(column => (column.Name, Value: column.Value(Scope))).ToList();
        var names = new Schema(added.Select(column => new Field(column.Name, column.Value.Kind)));
        var kept = Schema.Select(each => names.Contains(each.Name)
            ? added.Find(column => column.Name == each.Name) : (each.Name, Scope[each.Name]));
        return Project([.. kept, .. added.Where(column => !Schema.Contains(column.Name))]);
    }

    /// <summary>Adds a column in memory, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="column">One value for each row.</param>
    /// <exception cref="ArgumentException">The column has another number of rows.</exception>
    public DataFrame With(string name, Column column)
    {
        if (column.Length != RowCount) throw new ArgumentException($"Column '{name}' must have a value for each of the frame's rows: {RowCount:N0}. Got {column.Length:N0}.");
        var columns = Schema.Select(each => (each.Name, Column: each.Name == name ? column : Table[each.Name])).ToList();
        if (!Schema.Contains(name)) columns.Add((name, column));
        return new DataFrame(new ScanNode(Table.Of(columns), "memory", Rejects));
    }

    /// <summary>Adds a column of numbers, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">One for each row; copied.</param>
    public DataFrame With(string name, IEnumerable<double> values) => With(name, new Column<double>(ColumnKind.Number, [.. values]));

    /// <summary>Adds a column of integers, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">One for each row; copied.</param>
    public DataFrame With(string name, IEnumerable<long> values) => With(name, new Column<long>(ColumnKind.Integer, [.. values]));

    /// <summary>Adds a column of integers, e.g. cluster labels, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">One for each row; copied.</param>
    public DataFrame With(string name, IEnumerable<int> values) => With(name, values.Select(value => (long)value));

    /// <summary>Adds a column of numbers, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">One for each row; null stays null.</param>
    public DataFrame With(string name, IEnumerable<double?> values) => With(name, ValueColumn.Of(values));

    /// <summary>Adds a column of integers, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">One for each row; null stays null.</param>
    public DataFrame With(string name, IEnumerable<long?> values) => With(name, ValueColumn.Of(values));

    /// <summary>Adds a column of booleans, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">One for each row; copied.</param>
    public DataFrame With(string name, IEnumerable<bool> values) => With(name, ValueColumn.Of(values));

    /// <summary>Adds a column of timestamps, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">One for each row, in UTC; a local time is converted.</param>
    public DataFrame With(string name, IEnumerable<DateTime> values) => With(name, ValueColumn.Of(values));

    /// <summary>Adds a column of text, or replaces the one of that name. Runs the plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">One for each row; null stays null.</param>
    public DataFrame With(string name, IEnumerable<string?> values) => With(name, Frames.TextColumn.From(values));

    /// <summary>Only these columns, in this order.</summary>
    /// <param name="columns">Names of columns.</param>
    /// <exception cref="ArgumentException">A column is missing or named twice.</exception>
    public DataFrame Select(params string[] columns) => Project([.. columns.Select(name => (name, Scope[name]))]);

    /// <summary>Only these columns, computed from formulas.</summary>
    /// <param name="columns">A name and its formula.</param>
    /// <exception cref="ArgumentException">A column is missing, a name occurs twice, or kinds do not fit.</exception>
    public DataFrame Select(params (string Name, Func<ColumnScope, Expr> Value)[] columns) =>
        Project([.. columns.Select(column => (column.Name, column.Value(Scope)))]);

    /// <summary>All columns but these.</summary>
    /// <param name="columns">Names of columns.</param>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public DataFrame Drop(params string[] columns)
    {
        foreach (var name in columns) Schema.Position(name);
        return Select([.. ColumnNames.Except(columns)]);
    }

    /// <summary>The same columns under other names.</summary>
    /// <param name="names">Old name and new name.</param>
    /// <exception cref="ArgumentException">A column is missing, or a name occurs twice.</exception>
    public DataFrame Rename(params (string Old, string New)[] names)
    {
        var renamed = new Dictionary<string, string>();
        foreach (var (old, name) in names)
        {
            Schema.Position(old);
            if (!renamed.TryAdd(old, name))
                throw new ArgumentException($"Rename takes each column once. Got '{old}' twice, as '{renamed[old]}' and as '{name}'. Give one new name.");
        }
        return Project([.. ColumnNames.Select(name => (renamed.GetValueOrDefault(name, name), Scope[name]))]);
    }

    /// <summary>Groups rows by the values of columns.</summary>
    /// <param name="columns">Names of columns, at least one.</param>
    /// <exception cref="ArgumentException">A column is missing, or none is named.</exception>
    public GroupedFrame GroupBy(params string[] columns)
    {
        if (columns.Length == 0) throw new ArgumentException("GroupBy takes at least one column. To summarise all rows call Aggregate on the frame.");
        foreach (var name in columns) Schema.Position(name);
        return new GroupedFrame(Input, columns);
    }

    /// <summary>Summarises all rows in one row; an empty frame gives one row too.</summary>
    /// <param name="aggregates">A new column's name and what it holds.</param>
    public DataFrame Aggregate(params (string Name, Agg Value)[] aggregates) => new GroupedFrame(Input, []).Aggregate(aggregates);

    /// <summary>Joins on a column that both sides name alike.</summary>
    /// <param name="right">The other frame.</param>
    /// <param name="on">The key's name on both sides. Null keys match nothing.</param>
    /// <param name="how">Which rows are kept. Default: inner.</param>
    /// <param name="expect">How many rows may share a key; checked when the plan runs. Default: any.</param>
    /// <param name="suffix">Added to a right column whose name the left has too. Default: "_right".</param>
    /// <exception cref="ArgumentException">A key is missing or of another kind.</exception>
    public DataFrame Join(DataFrame right, string on, Join how = Frames.Join.Inner, Match expect = Match.Any, string suffix = "_right") =>
        Join(right, [(on, on)], how, expect, suffix);

    /// <summary>Joins on several columns, or on columns named differently. Rows keep the left order; matches of one row the right order.</summary>
    /// <param name="right">The other frame.</param>
    /// <param name="on">Pairs of key names, left and right, at least one. Null keys match nothing.</param>
    /// <param name="how">Which rows are kept. Default: inner.</param>
    /// <param name="expect">How many rows may share a key; checked when the plan runs. Default: any.</param>
    /// <param name="suffix">Added to a right column whose name the left has too. Default: "_right".</param>
    /// <exception cref="ArgumentException">A key is missing or of another kind.</exception>
    public DataFrame Join(DataFrame right, (string Left, string Right)[] on, Join how = Frames.Join.Inner, Match expect = Match.Any, string suffix = "_right") =>
        new(JoinBinder.Bind(Input, right.Input, on, how, expect, suffix));

    /// <summary>Rows sorted by columns; equal rows keep their order. Nulls come last, in both directions.</summary>
    /// <param name="keys">Names of columns, or <c>Desc("revenue")</c>; the first weighs most.</param>
    /// <exception cref="ArgumentException">A column is missing, or none is named.</exception>
    public DataFrame OrderBy(params SortKey[] keys)
    {
        if (keys.Length == 0) throw new ArgumentException("OrderBy takes at least one column.");
        foreach (var key in keys) Schema.Position(key.Column);
        return new DataFrame(new SortNode(Input, keys));
    }

    /// <summary>The first row of each combination of values.</summary>
    /// <param name="columns">Names of the columns compared; none: all.</param>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public DataFrame Distinct(params string[] columns)
    {
        foreach (var name in columns) Schema.Position(name);
        return new DataFrame(new DistinctNode(Input, columns.Length == 0 ? [.. ColumnNames] : columns));
    }

    /// <summary>The first rows.</summary>
    /// <param name="rows">How many at most. Range: ≥ 0. Default: 10.</param>
    public DataFrame Head(int rows = 10) => new(new SliceNode(Input, NotNegative(rows), false));

    /// <summary>The last rows.</summary>
    /// <param name="rows">How many at most. Range: ≥ 0. Default: 10.</param>
    public DataFrame Tail(int rows = 10) => new(new SliceNode(Input, NotNegative(rows), true));

    /// <summary>Rows drawn at random without replacement, each as likely as any other; they keep their order.</summary>
    /// <param name="rows">How many at most. Range: ≥ 0.</param>
    /// <param name="seed">The same seed draws the same rows. Default: 42.</param>
    public DataFrame Sample(int rows, int seed = 42) => new(new SampleNode(Input, NotNegative(rows), seed));

    /// <summary>The rows of this frame, then those of another with the same columns (in any order).</summary>
    /// <param name="other">Has columns of the same names and kinds.</param>
    /// <exception cref="ArgumentException">A column is missing, or of another kind.</exception>
    public DataFrame Concat(DataFrame other)
    {
        foreach (var each in Schema)
            if (other.Schema[each.Name].Kind != each.Kind)
                throw new ArgumentException($"Column '{each.Name}' is {each.Kind.Word()} here and {other.Schema[each.Name].Kind.Word()} there. Convert one first.");
        foreach (var each in other.Schema) Schema.Position(each.Name);
        return new DataFrame(new ConcatNode(Input, other.Select([.. ColumnNames]).Input));
    }

    /// <summary>The plan as it will run: one step a line, inputs indented below, with its cost and the most rows it can give. Filters stand as
    /// far down as they can be pushed; a scan names the columns it reads; what is in memory already is marked as kept.</summary>
    public string Explain() => Explanation.Of(_plan);

    private static int NotNegative(int rows) =>
        rows >= 0 ? rows : throw new ArgumentOutOfRangeException(nameof(rows), $"The number of rows must be 0 or more. Got {rows}.");

    private DataFrame Project(IReadOnlyList<(string Name, Expr Value)> columns)
    {
        foreach (var column in columns) Binding.Check(column.Value, Schema);
        return new DataFrame(new ProjectNode(Input, columns));
    }
}
