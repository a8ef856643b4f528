namespace MarketingNotebooks.Workbench;

/// <summary>What <c>mn</c> tells the shell.</summary>
public static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Ok = 0;

    /// <summary>A notebook failed, or took longer than allowed.</summary>
    public const int NotebookFailed = 1;

    /// <summary>The command line, a file or a parameter is not usable.</summary>
    public const int Usage = 2;

    /// <summary><c>mn check</c> found numbers that differ from the ledger, or <c>mn data verify</c> files that differ from the catalogue.</summary>
    public const int Drift = 3;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Cancelled = 130;
}
