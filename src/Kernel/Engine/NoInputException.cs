namespace MarketingNotebooks.Kernel.Engine;

/// <summary>A cell asked for keyboard input where nobody can type.</summary>
public sealed class NoInputException : InvalidOperationException
{
    /// <summary>Creates the exception with its usual message.</summary>
    public NoInputException()
        : base("Console input is not available here because nobody can answer; set the value in the cell tagged 'parameters' instead.")
    {
    }
}
