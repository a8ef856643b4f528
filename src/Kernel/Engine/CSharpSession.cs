using System.Diagnostics;
using System.Globalization;
using MarketingNotebooks.Kernel.Engine.Assistance;
using MarketingNotebooks.Kernel.Engine.Comms;
using MarketingNotebooks.Kernel.Engine.Errors;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine;

/// <summary>A C# session: runs cells one after the other, each seeing what earlier ones declared.</summary>
/// <remarks>
/// <para>Cells are scripts of C# 14: the value of a last expression without <c>;</c> is the result, <c>await</c> works at top level,
/// console output and shown values go to the cell's <see cref="IOutputSink"/> in order, wherever in the cell's threads they come from.
/// Extension methods and namespaces may be declared in cells.</para>
/// <para>Any cell can be stopped; see <see cref="Interrupt"/>. What cannot: <c>Environment.Exit</c> and <c>Environment.FailFast</c> end the
/// whole process, and so does a crash of native code.</para>
/// <para>Several sessions may run in one process at once; their outputs do not mix. The current directory and static state of
/// assemblies are the process's.</para>
/// <para>Cost: the first cell of a process 1 to 2 s (see <see cref="WarmUpAsync"/>), a later small one about 20 ms.</para>
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SessionCore core;
    private readonly Assistant assistant;
    private readonly int number;
    private volatile CellThread? thread;
    private int runs;
    private int counted;
    private int displays;
    private long interruptedAt;

    /// <summary>Opens a session.</summary>
    /// <param name="options">Settings. Default: those of <see cref="SessionOptions"/>.</param>
    public CSharpSession(SessionOptions? options = null)
    {
        Options = options ?? new SessionOptions();
        number = CellGuard.Enter(this);
        core = new SessionCore(Options, number);
        assistant = new Assistant(core, this);
        CellConsole.Install();
        StrayErrors.Install();
    }

    /// <summary>The settings.</summary>
    public SessionOptions Options { get; }

    /// <summary>How this session shows values.</summary>
    public FormatterRegistry Formatters { get; } = new();

    /// <summary>Cells begun so far, silent ones not counted.</summary>
    public int ExecutionCount => counted;

    /// <summary>The variables of all cells run so far; of those with one name the latest.</summary>
    public IReadOnlyList<Variable> Variables => core.State.Variables();

    /// <summary>The packages cells have asked for so far (<c>#r "nuget:…"</c>) and the versions they got, by package; dependencies are not
    /// among them. Given to another session as <see cref="SessionOptions.PinnedPackages"/>, it gets the same.</summary>
    public IReadOnlyDictionary<string, string> Packages => core.Packages.Chosen;

    internal Assistant Assistant => assistant;

    internal SessionComms Comms { get; } = new();

    internal CellRun? ActiveRun { get; private set; }

    /// <summary>Runs a small cell and completes one in a session of its own, so that the first real ones are fast. Takes 1 to 2 s.</summary>
    public static async Task WarmUpAsync(CancellationToken cancellationToken = default)
    {
        using var session = new CSharpSession();
        // The least first: a cell of another session that comes meanwhile finds most of the way trodden.
        await session.RunAsync("1", NullSink.Instance, cancellationToken).ConfigureAwait(false);
        await session.RunAsync("""
            record Warm(int A, string B);
            int F(int x) { for (var i = 0; i < 2; i++) x += i; return x; }
            var list = Enumerable.Range(0, 3).Select(i => new Warm(F(i), $"{i}")).ToList();
            Console.WriteLine(list.Count);
            list.ToBundleText();
            static class WarmExtensions { public static string ToBundleText(this List<Warm> list) => list.ToDisplayString("text/html"); }
            """, NullSink.Instance, cancellationToken).ConfigureAwait(false);
        await session.RunAsync("list", NullSink.Instance, cancellationToken).ConfigureAwait(false);
        const string Begun = "list.Sel";
        await session.CompleteAsync(Begun, Begun.Length, cancellationToken).ConfigureAwait(false);
        await session.InspectAsync(Begun, 0, details: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a cell after those begun before it.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="sink">Takes its outputs.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    /// <returns>How it ended; a failing cell is a result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before the cell began.</exception>
    public Task<CellResult> RunAsync(string code, IOutputSink sink, CancellationToken cancellationToken = default) =>
        RunAsync(code, sink, new CellSettings(), cancellationToken);

    /// <inheritdoc cref="RunAsync(string, IOutputSink, CancellationToken)"/>
    /// <param name="code">The cell's text.</param>
    /// <param name="sink">Takes its outputs.</param>
    /// <param name="settings">How it is run.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    public async Task<CellResult> RunAsync(string code, IOutputSink sink, CellSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        CellRunner? runner = null;
        var result = await TakeTurnAsync(Run, sink, settings.Silent, cancellationToken).ConfigureAwait(false);
        return result.Status == CellStatus.Ok ? result with { Value = runner?.Value } : result;

        Task Run(CellRun run, CellThread thread)
        {
            var document = settings.Silent ? "Silent cell" : string.Create(CultureInfo.InvariantCulture, $"Cell {run.Number}");
            return (runner = new CellRunner(core, run, thread)).RunCellAsync(code, document, settings.Language);
        }
    }

    /// <summary>Declares a variable that later cells see; waits for a running cell. Cost: about 20 ms.</summary>
    /// <param name="name">A C# identifier.</param>
    /// <param name="value">Its value, or null.</param>
    /// <param name="type">Its declared type. Default: the value's, or when cells cannot name that one, the nearest base type or collection interface.</param>
    /// <exception cref="ArgumentException">The name is no identifier, or the value does not fit the type.</exception>
    public void SetVariable(string name, object? value, Type? type = null)
    {
        var inside = CellRun.Current is { } run && run == ActiveRun;
        if (!inside) turn.Wait();
        try
        {
            core.Values.Set(name, value, type);
        }
        finally
        {
            if (!inside) turn.Release();
        }
    }

    /// <summary>Reads a variable; false when no cell declared one of that name.</summary>
    public bool TryGetVariable(string name, out object? value)
    {
        var found = Variables.FirstOrDefault(variable => variable.Name == name);
        value = found?.Value;
        return found is not null;
    }

    /// <summary>The ways to go on at a place in a text that may become the next cell. Runs nothing of it; works while a cell runs.</summary>
    /// <param name="code">The text, unfinished as it may be.</param>
    /// <param name="cursor">A UTF-16 index into it; one outside counts as its start or end.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <remarks>Cost: some 10 to 50 ms once the process is warm (see <see cref="WarmUpAsync"/>).</remarks>
    public Task<Completions> CompleteAsync(string code, int cursor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Task.Run(() => assistant.Complete(code, cursor, cancellationToken), cancellationToken);
    }

    /// <summary>What is known of the symbol at or just left of a cursor, or of the method whose argument list the cursor stands in.</summary>
    /// <param name="code">The text, unfinished as it may be.</param>
    /// <param name="cursor">A UTF-16 index into it; one outside counts as its start or end.</param>
    /// <param name="details">True adds remarks, examples and the members of types. Default: false.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Signatures, documentation and the value of a variable as plain text, Markdown and HTML; null where there is nothing to say.
    /// Properties of values are not evaluated.</returns>
    public Task<MimeBundle?> InspectAsync(string code, int cursor, bool details = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Task.Run(() => assistant.Inspect(code, cursor, details, cancellationToken), cancellationToken);
    }

    /// <summary>Whether a text can be run as it stands. Syntax only; cost about a millisecond.</summary>
    public CodeCheck Check(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return assistant.Check(code);
    }

    /// <summary>Stops the running cell, if there is one, and returns at once; earlier variables are kept.</summary>
    /// <remarks>
    /// Loops and functions of cells stop at their next step, blocked waits are woken, pending awaits are left, and
    /// <see cref="NotebookFunctions.CellToken"/> is cancelled for library code. Code that does none of this (a long call into a library
    /// that takes no token) is left running after <see cref="SessionOptions.InterruptGrace"/>; a restart may then be wise.
    /// </remarks>
    public void Interrupt()
    {
        if (thread is not { } running || ActiveRun is not { Interrupted: false }) return;
        interruptedAt = Stopwatch.GetTimestamp();
        CellGuard.Raise(number);
        running.Interrupt(Options.InterruptGrace);
    }

    /// <summary>Ends the session; a running cell is interrupted.</summary>
    public void Dispose()
    {
        Interrupt();
        CellGuard.Leave(number);
    }

    /// <summary>Runs a function of an earlier cell as a cell of its own that is not counted, after those begun before it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before it began.</exception>
    internal Task<CellResult> CallAsync(Func<Task> function, IOutputSink sink, CancellationToken cancellationToken)
    {
        return TakeTurnAsync(Call, sink, silent: true, cancellationToken);

        Task Call(CellRun run, CellThread thread)
        {
            thread.InUserCode = true;
            return function();
        }
    }

    internal string NextDisplayId() => string.Create(CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref displays)}");

    private async Task<CellResult> TakeTurnAsync(Func<CellRun, CellThread, Task> body, IOutputSink sink, bool silent, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunInTurnAsync(body, sink, silent, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<CellResult> RunInTurnAsync(Func<CellRun, CellThread, Task> body, IOutputSink sink, bool silent, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        RestGuard();
        using var output = new CellOutput(sink);
        if (!silent) counted++;
        var run = new CellRun(this, ++runs, counted, output);
        CellRun.Current = run;
        var cell = new CellThread(run, own => body(run, own));
        ActiveRun = run;
        thread = cell;
        Exception? fault = null;
        try
        {
            using var cancel = cancellationToken.UnsafeRegister(static session => ((CSharpSession)session!).Interrupt(), this);
            await cell.RunAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            fault = error;
        }
        thread = null;
        fault = await EndAsync(run, fault).ConfigureAwait(false);
        CellRun.Current = null;
        var failure = fault is null ? null : ErrorReport.Of(fault, core.Sources);
        if (failure is not null) output.Error(failure);
        var status = failure is null ? CellStatus.Ok : run.Interrupted ? CellStatus.Interrupted : CellStatus.Failed;
        return new CellResult(status, run.Number, null, failure, clock.Elapsed);
    }

    /// <summary>Disposes what the cell declared with <c>using</c>, does what was put off to the end.</summary>
    private static async Task<Exception?> EndAsync(CellRun run, Exception? fault)
    {
        try
        {
            await run.DisposeOwnedAsync().ConfigureAwait(false);
            if (fault is null) run.AtEnd.ForEach(action => action());
        }
        catch (Exception error)
        {
            fault ??= error;
        }
        return fault;
    }

    // An interrupted run's stray threads meet the raised flag for a minute; then loops are as fast as before.
    private void RestGuard()
    {
        if (interruptedAt != 0 && Stopwatch.GetElapsedTime(interruptedAt) > TimeSpan.FromMinutes(1))
        {
            interruptedAt = 0;
            CellGuard.Lower(number);
        }
    }
}
