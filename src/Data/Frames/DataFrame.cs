using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Frames;

/// <summary>A table with named, typed columns. Immutable: each verb gives a new frame and leaves this one as it is.</summary>
/// <remarks>A verb checks names and kinds at once and extends a plan; reading a column, showing the frame or
/// <see cref="Collect"/> runs the plan once and keeps its result. Rows keep the order of their source unless a verb says otherwise.
/// Thread-safe.</remarks>
[TypeFormatterSource(typeof(DataFrameFormatters))]
public sealed partial class DataFrame
{
    private readonly PlanNode _plan;

    internal DataFrame(PlanNode plan)
    {
        Executors.Check(plan);
        _plan = plan;
    }

    /// <summary>Names and kinds of the columns; known without running anything.</summary>
    public Schema Schema => _plan.Schema;

    /// <summary>Number of columns.</summary>
    public int ColumnCount => _plan.Schema.Count;

    /// <summary>Number of rows. Runs the plan.</summary>
    public int RowCount => Table.Rows;

    /// <summary>The columns' names, in order.</summary>
    public IEnumerable<string> ColumnNames => _plan.Schema.Names;

    /// <summary>Rows that the source held but that did not fit, with <c>line</c>, <c>column</c>, <c>text</c> and <c>reason</c>;
    /// an empty frame when there are none. Kept through verbs; of a join, those of the left side.</summary>
    public DataFrame Rejects
    {
        get
        {
            var node = _plan;
            while (node.Inputs.Count > 0) node = node.Inputs[0];
            return (node as ScanNode)?.Rejects ?? NoRejects;
        }
    }

    internal PlanNode Plan => _plan;

    internal Table Table => _plan.Result ?? _plan.Keep(Executors.Run(_plan, Executors.MostCells, DuckDbDatabase.SharedToken()));

    private static DataFrame NoRejects => FromColumns(("line", new Column<long>(ColumnKind.Integer, [])),
        ("column", TextColumn.From([])), ("text", TextColumn.From([])), ("reason", TextColumn.From([])));

    /// <summary>The column of that name. Runs the plan.</summary>
    /// <param name="name">A column's name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those present.</exception>
    public Column this[string name] => Column(name);

    /// <summary>A frame of columns in memory; nothing is copied.</summary>
    /// <param name="columns">Names and columns of equal length.</param>
    /// <exception cref="ArgumentException">A name is empty or occurs twice, or lengths differ.</exception>
    public static DataFrame FromColumns(params (string Name, Column Column)[] columns) =>
        new(new ScanNode(Table.Of(columns), "memory"));

    /// <summary>Runs the plan now and gives a frame in memory that holds its result and no longer its history (rejects are kept).</summary>
    /// <remarks>A plan over a <see cref="Source"/> runs there. Unlike reading a column or showing the frame, which bring at most
    /// 20 million cells on their own, this brings whatever the plan gives.</remarks>
    /// <param name="cancellationToken">Stops a statement that runs at a source. Default: interrupting the cell stops it.</param>
    public DataFrame Collect(CancellationToken cancellationToken = default) => new(new ScanNode(
        _plan.Result ?? _plan.Keep(Executors.Run(_plan, long.MaxValue, cancellationToken.CanBeCanceled ? cancellationToken : DuckDbDatabase.SharedToken())), "memory", Rejects));

    /// <summary>The column of that name. Runs the plan.</summary>
    /// <param name="name">A column's name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those present.</exception>
    public Column Column(string name)
    {
        _plan.Schema.Position(name);
        return Table[name];
    }

    /// <summary>The column of that name as an array of <typeparamref name="T"/>; its <see cref="Column{T}.Span"/> is no copy. Runs the plan.</summary>
    /// <typeparam name="T">double for number; long for integer, timestamp and duration; bool for boolean.</typeparam>
    /// <param name="name">A column's name.</param>
    /// <exception cref="ArgumentException">There is no such column, or it is stored as another type.</exception>
    public Column<T> Column<T>(string name)
        where T : unmanaged
    {
        var column = Column(name);
        return column as Column<T> ?? throw new ArgumentException(
            $"Column '{name}' is {column.Kind.Word()}, not stored as {typeof(T).Name}. Read it as {Remedy(column)}.");
    }

    /// <summary>The text column of that name. Runs the plan.</summary>
    /// <param name="name">A column's name.</param>
    /// <exception cref="ArgumentException">There is no such column, or it is not text.</exception>
    public TextColumn Text(string name) => Column(name) as TextColumn ?? throw new ArgumentException(
        $"Column '{name}' is {Schema[name].Kind.Word()}, not text. Read it as {Remedy(Column(name))}.");

    /// <summary>One value, e.g. of a frame with a single row: <c>orders.Aggregate(("revenue", Agg.Sum("amount"))).Value&lt;double&gt;("revenue")</c>. Runs the plan.</summary>
    /// <typeparam name="T">bool, long, double, string, DateTime or TimeSpan, as the column holds; double also reads integers.</typeparam>
    /// <param name="column">A column's name.</param>
    /// <param name="row">Range: 0 ≤ row &lt; <see cref="RowCount"/>. Default: 0.</param>
    /// <exception cref="ArgumentException">There is no such column or row, the column holds another type, or the value is null.</exception>
    public T Value<T>(string column, int row = 0)
    {
        var values = Column(column);
        if ((uint)row >= (uint)values.Length) throw new ArgumentException($"Row {row} is not in the frame of {values.Length:N0} rows.");
        return values[row] switch
        {
            T value => value,
            long whole when typeof(T) == typeof(double) => (T)(object)(double)whole,
            null => throw new ArgumentException($"Row {row}, column '{column}' has no value. Ask Column(name).IsNull(row) first, or fill it with OrElse."),
            var other => throw new ArgumentException($"Column '{column}' is {values.Kind.Word()}; its values are {other.GetType().Name}, not {typeof(T).Name}."),
        };
    }

    /// <summary>The first rows as a text table with kinds under the names.</summary>
    public override string ToString() => TextTable.Render(this);

    private static string Remedy(Column column) => column switch
    {
        Column<double> => "Column<double>, or copy it with Column(name).ToDoubles()",
        Column<long> => "Column<long>, or copy it with Column(name).ToDoubles()",
        Column<bool> => "Column<bool>",
        _ => "Text(name)",
    };
}
