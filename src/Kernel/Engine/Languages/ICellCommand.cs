namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>A command on a line of its own, <c>#!name arguments</c>, that leaves the cell's language as it is.</summary>
public interface ICellCommand
{
    /// <summary>The names after <c>#!</c>, the usual one first. Compared without case.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What it does, one line, shown where names are listed.</summary>
    string Summary { get; }

    /// <summary>Does it, between the code above and the code below.</summary>
    /// <param name="arguments">What stood behind the name.</param>
    /// <param name="cell">The cell it stands in.</param>
    Task RunAsync(string arguments, ICellContext cell);
}
