using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    private const int MostPivotColumns = 1000;
    private const string PivotNames = "\u0001names";
    private const string PivotValue = "\u0001value";

    /// <summary>A row for each value of some columns, a column for each value of another, a summary in each cell:
    /// <c>orders.Pivot("month", "channel", Agg.Sum("amount"))</c>.</summary>
    /// <remarks>A cell without rows is null. Columns are named by their values as text, in the order of the values; nulls give <c>null</c>.
    /// Cost: one group-by, then O(groups + rows × columns of the result).</remarks>
    /// <param name="rows">Columns whose values make the rows.</param>
    /// <param name="columns">The column whose values become columns.</param>
    /// <param name="value">The summary in each cell.</param>
    /// <param name="values">Those values, as text, in this order; rows with others add nothing. Default: null, all of them, which runs the
    /// plan so far to find them. Range: up to 1,000.</param>
    /// <exception cref="ArgumentException">A column is missing, or there are too many values.</exception>
    public DataFrame Pivot(ColumnNames rows, string columns, Agg value, string[]? values = null)
    {
        foreach (var name in rows.Names) Schema.Position(name);
        var named = With((PivotNames, c => c[columns].ToText()));
        var found = values ?? named.PivotColumns(columns);
        var titles = new HashSet<string>(rows.Names, StringComparer.Ordinal);
        if (found.Select(SpreadNode.Title).FirstOrDefault(title => !titles.Add(title)) is { } twice)
            throw new ArgumentException($"Pivot would give a column '{twice}' twice. Rename the columns of the rows, give nulls of '{columns}' another text with OrElse, or name the values wanted once with values:.");
        var cells = new GroupedFrame(named.Input, [.. rows.Names, PivotNames]).Aggregate((PivotValue, value));
        return new DataFrame(new SpreadNode(cells.Input, rows.Names, PivotNames, PivotValue, found));
    }

    private string?[] PivotColumns(string column)
    {
        var values = Select(column, PivotNames).Distinct(PivotNames).OrderBy(column).Text(PivotNames).ToStrings();
        return values.Length <= MostPivotColumns ? values : throw new ArgumentException(
            $"Pivot makes up to {MostPivotColumns:N0} columns. Column '{column}' has {values.Length:N0} values. Name those wanted with values:, or group by both columns instead.");
    }

    /// <summary>A row for each row and column: the opposite of <see cref="Pivot"/>. Rows of one row stand together; nulls are kept.</summary>
    /// <param name="id">Columns kept beside.</param>
    /// <param name="columns">Columns turned into rows, of one kind or integers and numbers. Default: all but <paramref name="id"/>.</param>
    /// <param name="name">The new column of names. Default: variable.</param>
    /// <param name="value">The new column of values. Default: value.</param>
    /// <exception cref="ArgumentException">A column is missing, none is left, or kinds differ.</exception>
    public DataFrame Melt(ColumnNames id, ColumnNames columns = default, string name = "variable", string value = "value")
    {
        foreach (var each in (string[])[.. id.Names, .. columns.Names]) Schema.Position(each);
        string[] melted = columns.Names.Length > 0 ? columns.Names : [.. ColumnNames.Except(id.Names)];
        if (melted.Length == 0) throw new ArgumentException("Melt takes at least one column to turn into rows. All columns are kept beside.");
        var kind = melted.Select(each => Schema[each].Kind).Aggregate((before, next) => Widened(before, next)
            ?? throw new ArgumentException($"Melt takes columns of one kind. Got {string.Join(", ", melted.Select(each => $"{each} ({Schema[each].Kind.Word()})"))}. Convert them first, e.g. with ToText()."));
        return new DataFrame(new MeltNode(Widen(melted, kind).Input, id.Names, melted, name, value));
    }

    /// <summary>The rows of this frame, then those of another, columns matched by name; integers beside numbers become numbers. Equal rows stay:
    /// add <see cref="Distinct"/> for SQL's UNION.</summary>
    /// <param name="other">The rows that follow.</param>
    /// <param name="expect">Whether both must have the same columns. Default: they must.</param>
    /// <exception cref="ArgumentException">A column is missing on one side, or kinds do not go together.</exception>
    public DataFrame Union(DataFrame other, UnionColumns expect = UnionColumns.Same)
    {
        string[] here = [.. ColumnNames.Except(other.ColumnNames)];
        string[] there = [.. other.ColumnNames.Except(ColumnNames)];
        if (expect == UnionColumns.Same && here.Length + there.Length > 0)
            throw new ArgumentException($"The union expects the same columns on both sides. {Only("Here only", here)}{Only("There only", there)}"
                + "Select those wanted, or pass UnionColumns.Fill or UnionColumns.Common.");
        var names = expect == UnionColumns.Common ? ColumnNames.Except(here) : [.. ColumnNames, .. there];
        var fields = names.Select(name => new Field(name, !Schema.Contains(name) ? other.Schema[name].Kind : !other.Schema.Contains(name) ? Schema[name].Kind
            : Widened(Schema[name].Kind, other.Schema[name].Kind) ?? throw new ArgumentException(
                $"Column '{name}' is {Schema[name].Kind.Word()} here and {other.Schema[name].Kind.Word()} there. Convert one first, e.g. With((\"{name}\", c => c[\"{name}\"].ToText()))."))).ToList();
        return new DataFrame(new ConcatNode(Shaped(this), Shaped(other)));

        static string Only(string where, string[] names) => names.Length == 0 ? "" : $"{where}: {string.Join(", ", names)}. ";
        PlanNode Shaped(DataFrame frame) => frame.Schema.SequenceEqual(fields) ? frame.Input : frame.Project([.. fields.Select(field => (field.Name,
            !frame.Schema.Contains(field.Name) ? new LiteralExpr(field.Kind, null) : frame.Scope[field.Name].TryCast(field.Kind)))]).Input;
    }

    /// <summary>Every row of this frame beside every row of another.</summary>
    /// <param name="right">The other frame.</param>
    /// <param name="suffix">Added to a right column whose name the left has too. Default: "_right".</param>
    /// <param name="mostCells">Rows × columns allowed, checked when the plan runs. Default: 100 million.</param>
    public DataFrame CrossJoin(DataFrame right, string suffix = "_right", long mostCells = 100_000_000) =>
        new(new CrossNode(Input, right.Input, JoinBinder.RightColumns(_plan, right._plan, [], suffix), mostCells));

    /// <summary>Every row of this frame beside the row of another that is nearest in time, e.g. the price in force when an order came in.</summary>
    /// <remarks>Cost: O(right · key bits / 8 + left · log right).</remarks>
    /// <param name="right">The other frame; in any order.</param>
    /// <param name="on">The time on both sides: timestamps, integers or durations. Rows without one match nothing.</param>
    /// <param name="by">Columns that must be equal, named alike on both sides. Default: none.</param>
    /// <param name="which">The row before, after or either. Default: before. Of right rows of the same time the last counts (the first for after).</param>
    /// <param name="within">Greatest distance for timestamps and durations. Default: null, any.</param>
    /// <param name="suffix">Added to a right column whose name the left has too. Default: "_right".</param>
    /// <exception cref="ArgumentException">A column is missing or of a kind that does not fit.</exception>
    public DataFrame JoinAsOf(DataFrame right, (string Left, string Right) on, ColumnNames by = default, Nearest which = Nearest.Before, TimeSpan? within = null, string suffix = "_right")
    {
        var (here, there) = (Schema[on.Left].Kind, right.Schema[on.Right].Kind);
        if (here != there || here is not (ColumnKind.Timestamp or ColumnKind.Integer or ColumnKind.Duration))
            throw new ArgumentException($"An as-of join takes two timestamps, integers or durations. Got '{on.Left}' ({here.Word()}) and '{on.Right}' ({there.Word()}).");
        (string, string)[] keys = [.. by.Names.Select(name => (name, name))];
        JoinBinder.CheckKeys(_plan, right._plan, keys);
        return new DataFrame(new AsOfNode(Input, right.Input, on, keys, which, within is { } span ? MarketingNotebooks.Data.Text.Times.FromTimeSpan(span) : null,
            JoinBinder.RightColumns(_plan, right._plan, by.Names, suffix)));
    }

    /// <summary>Summaries of equal buckets of time, with the gaps filled, in order of time.</summary>
    /// <remarks>Rows without a time are left out. Buckets run from the first to the last that has rows, for each group on its own.
    /// Cost: one group-by and a sort of the buckets.</remarks>
    /// <param name="time">A timestamp column; in the result the start of the bucket.</param>
    /// <param name="unit">Length of a bucket; weeks start on Monday.</param>
    /// <param name="gaps">What buckets without rows become.</param>
    /// <param name="by">Columns to group by besides; pass <c>[]</c> for none.</param>
    /// <param name="aggregates">A new column's name and what it holds.</param>
    /// <exception cref="ArgumentException">A column is missing, or the time is no timestamp.</exception>
    public DataFrame Resample(string time, Unit unit, Gaps gaps, ColumnNames by, params (string Name, Agg Value)[] aggregates)
    {
        var buckets = With((time, c => c[time].Trunc(unit))).Where(c => c[time] != null).GroupBy([.. by.Names, time]).Aggregate(aggregates);
        return new DataFrame(new FillGapsNode(buckets.Input, by.Names, time, unit, gaps));
    }

    private static ColumnKind? Widened(ColumnKind first, ColumnKind second) =>
        first == second ? first : first.IsNumeric() && second.IsNumeric() ? ColumnKind.Number : null;

    private DataFrame Widen(string[] columns, ColumnKind kind) => columns.All(name => Schema[name].Kind == kind) ? this
        : With([.. columns.Select(name => (name, (Func<ColumnScope, Expr>)(c => c[name].TryCast(kind))))]);
}
