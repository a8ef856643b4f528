using System.Runtime.ExceptionServices;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>Keeps the process alive when a thread that a cell started ends in an exception nobody catches.</summary>
internal static class StrayErrors
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Handle);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // The host has a handler of its own; it decides.
        }
    });

    /// <summary>Installs the handler once in a process; a host that set its own keeps it.</summary>
    public static void Install() => _ = Installed.Value;

    // Exceptions of the host's own threads end the process as they always did.
    private static bool Handle(Exception error)
    {
        if (error is CellInterruptedException) return true;
        if (CellRun.Current is null && error.StackTrace?.Contains(" in Cell ", StringComparison.Ordinal) != true) return false;
        Console.Error.WriteLine($"A thread started by a cell ended with {error.GetType().Name}: {error.Message}");
        return true;
    }
}
