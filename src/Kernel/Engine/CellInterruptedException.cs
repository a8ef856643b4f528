namespace MarketingNotebooks.Kernel.Engine;

/// <summary>Thrown inside a cell that is being stopped. Catching it does not keep the cell alive: every catch block tests again.</summary>
public sealed class CellInterruptedException : OperationCanceledException
{
    /// <summary>Creates the exception with its usual message.</summary>
    public CellInterruptedException()
        : base("The cell was interrupted. Variables assigned before keep their values.")
    {
    }

    /// <summary>Creates the exception with another message.</summary>
    public CellInterruptedException(string message)
        : base(message)
    {
    }
}
