using System.Diagnostics.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>One run of one cell: what its threads need to find wherever they are.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without timer holds nothing to release, and stray threads may still read its token.")]
internal sealed class CellRun(CSharpSession session, int id, int number, CellOutput output)
{
    private static readonly AsyncLocal<CellRun?> Ambient = new();
    private readonly CancellationTokenSource cancellation = new();
    private readonly List<object> owned = [];
    private volatile bool interrupted;

    /// <summary>The run the calling code belongs to; threads and tasks a cell starts inherit it.</summary>
    public static CellRun? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public CSharpSession Session { get; } = session;

    /// <summary>Unique in the session.</summary>
    public int Id { get; } = id;

    /// <summary>The execution count its results carry; a silent run carries that of the cell before.</summary>
    public int Number { get; } = number;

    public CellOutput Output { get; } = output;

    public CancellationToken Token => cancellation.Token;

    public bool Interrupted => interrupted;

    /// <summary>Actions to do when the cell has ended well, in order.</summary>
    public List<Action> AtEnd { get; } = [];

    /// <summary>Runs a text, begun in a language or C#, as part of this run; set while the cell runs.</summary>
    public Func<string, string?, Task>? Submit { get; set; }

    /// <summary>Submitted texts and pieces begun so far, which gives each a name of its own.</summary>
    public int Pieces { get; set; }

    /// <summary>Runs a text as part of the running cell.</summary>
    /// <exception cref="InvalidOperationException">The cell has ended.</exception>
    public Task SubmitAsync(string code, string? language) =>
        (Submit ?? throw new InvalidOperationException("The cell that submitted code has ended. Await SubmitCodeAsync."))(code, language);

    /// <summary>Asks whoever sits at the keyboard; what was printed before is shown first.</summary>
    /// <exception cref="NoInputException">Nobody can answer.</exception>
    public string? Ask(InputRequest request)
    {
        var answer = Session.Options.Input ?? throw new NoInputException();
        Output.Flush();
        return answer(request, Token);
    }

    /// <summary>Marks the run as stopped and cancels its token; callbacks of the token may block, so they get a thread.</summary>
    public void MarkInterrupted()
    {
        interrupted = true;
        new Thread(Cancel) { IsBackground = true, Name = "cell token" }.UnsafeStart();
    }

    /// <summary>Keeps a value of a top-level <c>using</c> declaration for disposal at the end of the cell.</summary>
    public void Own(object value)
    {
        lock (owned) owned.Add(value);
    }

    /// <summary>Disposes what the cell declared with <c>using</c>, last first.</summary>
    public async Task DisposeOwnedAsync()
    {
        for (var i = owned.Count - 1; i >= 0; i--)
        {
            if (owned[i] is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else (owned[i] as IDisposable)?.Dispose();
        }
        owned.Clear();
    }

    private void Cancel()
    {
        try
        {
            cancellation.Cancel();
        }
        catch (AggregateException)
        {
            // A callback of user code failed; the interrupt goes on.
        }
    }
}
