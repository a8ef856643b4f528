using System.ComponentModel;
using System.Runtime.CompilerServices;
using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine;

/// <summary>The tests that the compiler of cells puts into loops and functions, so that any cell can be stopped. Not for use by hand.</summary>
/// <remarks>
/// Cost: one read of a static array, about a nanosecond. Only after an interrupt is the slow path taken: it asks whether the
/// run to which the *calling thread* belongs was the one interrupted, so a later cell is never stopped by mistake while stray
/// threads of the stopped one still are.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
    private const int MaxSessions = 1024;
    private static readonly int[] Raised = new int[MaxSessions];
    private static readonly CSharpSession?[] Sessions = new CSharpSession?[MaxSessions];

    /// <summary>Stops the calling thread when its run is interrupted.</summary>
    /// <param name="session">Number of the session the code was compiled for.</param>
    /// <exception cref="CellInterruptedException">The run is being stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Loop(int session)
    {
        if (Volatile.Read(ref Raised[session]) != 0) Stop(session);
    }

    /// <summary>As <see cref="Loop"/>, and turns endless recursion into an exception before it ends the process.</summary>
    /// <param name="session">Number of the session the code was compiled for.</param>
    /// <exception cref="CellInterruptedException">The run is being stopped.</exception>
    /// <exception cref="InsufficientExecutionStackException">The stack is nearly full.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Call(int session)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Volatile.Read(ref Raised[session]) != 0) Stop(session);
    }

    /// <summary>As <see cref="Loop"/>, inside an expression.</summary>
    /// <param name="session">Number of the session the code was compiled for.</param>
    /// <param name="value">Returned as it is.</param>
    /// <exception cref="CellInterruptedException">The run is being stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pass<T>(int session, T value)
    {
        Loop(session);
        return value;
    }

    internal static int Enter(CSharpSession session)
    {
        lock (Sessions)
        {
            var free = Array.IndexOf(Sessions, null);
            if (free < 0) throw new InvalidOperationException($"At most {MaxSessions} sessions can be open in a process. Dispose sessions after use.");
            Sessions[free] = session;
            Raised[free] = 0;
            return free;
        }
    }

    // The flag stays up: threads the session left behind should still find it.
    internal static void Leave(int session)
    {
        lock (Sessions) Sessions[session] = null;
    }

    internal static void Raise(int session) => Volatile.Write(ref Raised[session], 1);

    internal static void Lower(int session) => Volatile.Write(ref Raised[session], 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stop(int session)
    {
        var run = CellRun.Current ?? Sessions[session]?.ActiveRun;
        if (run is { Interrupted: true }) throw new CellInterruptedException();
    }
}
