using System.Diagnostics;
using System.Globalization;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>Ends a kernel whose front end is gone, killed included, so that no process is left behind.</summary>
internal static class FrontEndWatch
{
    // Jupyter names itself to the kernels it starts; on Windows by a handle, which is no process id.
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>Watches in the background, when a front end has named itself.</summary>
    public static void Start()
    {
        if (OperatingSystem.IsWindows()) return;
        if (!int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return;
        Process parent;
        try
        {
            parent = Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return; // Another process namespace: nothing can be said about it.
        }
        new Thread(() =>
        {
            while (!parent.HasExited) Thread.Sleep(Every);
            Environment.Exit(ExitCode.Cancelled);
        }) { IsBackground = true, Name = "front end watch" }.Start();
    }
}
