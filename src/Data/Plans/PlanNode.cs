using System.Runtime.CompilerServices;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Plans;

/// <summary>One step of a relational plan. Names and kinds were checked when it was made; what it computed once is kept.</summary>
/// <remarks>A step that several verbs were called on keeps its columns as long as it lives; one with a single user lets go of them when
/// memory is collected, and when it has to compute again it keeps them.</remarks>
internal abstract class PlanNode(Schema schema)
{
    private readonly Lock _gate = new();
    private Table? _result;
    private Table? _part;
    private WeakReference<Table>? _faint;
    private bool _ranBefore;
    private bool _isInMemory;
    private int _users;
    private Origin? _origin;
    private StrongBox<long?>? _mostRows;

    /// <summary>Names and kinds of the step's result.</summary>
    public Schema Schema { get; } = schema;

    /// <summary>The step's whole result, when it has been run.</summary>
    public Table? Result => Volatile.Read(ref _result);

    /// <summary>True when several verbs were called on the step: it then runs as it stands and keeps its result.</summary>
    public bool IsShared => Volatile.Read(ref _users) > 1;

    /// <summary>The steps that this one reads.</summary>
    public abstract IReadOnlyList<PlanNode> Inputs { get; }

    /// <summary>Where its rows come from; found once, since steps shared by many would else be visited once a path.</summary>
    /// <exception cref="NotSupportedException">It reads two sources.</exception>
    public Origin Origin => _origin ??= Origin.Of(this);

    /// <summary>True when no source need be asked: all it reads is in memory, or what tables gave was kept. Once true, it stays so.</summary>
    public bool IsInMemory => _isInMemory || (_isInMemory = Result is not null || Inputs.Count > 0 && Inputs.All(input => input.IsInMemory));

    /// <summary>How many rows the result has at most; null when that is not known before it runs.</summary>
    public long? MostRows => Result?.Rows ?? (_mostRows ??= new StrongBox<long?>(MostRowsOfInputs)).Value;

    /// <summary>The same by the inputs' numbers; one that no long integer holds counts as not known.</summary>
    private protected virtual long? MostRowsOfInputs => Inputs.Count == 1 ? Inputs[0].MostRows : null;

    /// <summary>What the step costs, for <c>Explain</c>.</summary>
    public abstract string Cost { get; }

    /// <summary>The columns of each input that are read for some columns of the result.</summary>
    public abstract IReadOnlyList<HashSet<string>> Needs(HashSet<string> needed);

    /// <summary>The same step over other inputs of the same columns.</summary>
    public abstract PlanNode With(IReadOnlyList<PlanNode> inputs);

    /// <summary>One line for <c>Explain</c>.</summary>
    public abstract string Describe();

    /// <summary>A verb was called on the step.</summary>
    public void Use() => Interlocked.Increment(ref _users);

    /// <summary>Keeps the whole result; the first one kept stays.</summary>
    public Table Keep(Table result) => Interlocked.CompareExchange(ref _result, result, null) ?? result;

    /// <summary>The columns that are kept, among them perhaps those asked for.</summary>
    public Table? Kept()
    {
        if (Result is { } whole) return whole;
        lock (_gate) return _part ?? (_faint is not null && _faint.TryGetTarget(out var faint) ? faint : null);
    }

    /// <summary>Keeps some columns beside those kept before.</summary>
    public void KeepPart(Table part)
    {
        lock (_gate)
        {
            var before = _part ?? (_faint is not null && _faint.TryGetTarget(out var faint) ? faint : null);
            if (before is not null) part = Merged(before, part);
            if (part.Columns.Length == Schema.Count && (IsShared || _ranBefore)) Keep(part);
            else if (IsShared || _ranBefore) _part = part;
            else _faint = new WeakReference<Table>(part);
            _ranBefore = true;
        }
    }

    // Counting rows keeps a table without columns: its row count must not come from them.
    private Table Merged(Table before, Table part)
    {
        var names = Schema.Names.Where(name => before.Schema.Contains(name) || part.Schema.Contains(name)).ToList();
        return new Table(new Schema(names.Select(name => Schema[name])), [.. names.Select(name => before.Schema.Contains(name) ? before[name] : part[name])], part.Rows);
    }
}
