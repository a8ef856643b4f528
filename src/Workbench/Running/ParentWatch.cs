namespace MarketingNotebooks.Workbench.Running;

/// <summary>Ends a process that runs a notebook for another <c>mn</c> when that one is gone, killed included.</summary>
internal static class ParentWatch
{
    /// <summary>The option with which a parent starts its child; the parent holds the child's standard input open as long as it lives.</summary>
    public const string Option = "--with-parent";

    /// <summary>Waits for the end of standard input in the background.</summary>
    public static void Start() => new Thread(() =>
    {
        using var input = Console.OpenStandardInput();
        input.CopyTo(Stream.Null);
        Environment.Exit(ExitCode.Cancelled);
    }) { IsBackground = true, Name = "parent watch" }.Start();
}
