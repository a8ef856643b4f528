namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>A language a cell can switch to with a line <c>#!name arguments</c>; the lines below it, up to the next switch, are its text.</summary>
public interface ICellLanguage
{
    /// <summary>The names after <c>#!</c>, the usual one first. Compared without case.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What it is for, one line, shown where names are listed.</summary>
    string Summary { get; }

    /// <summary>Runs a text.</summary>
    /// <param name="text">The lines below the switch.</param>
    /// <param name="arguments">What stood behind the name.</param>
    /// <param name="cell">The cell it stands in.</param>
    Task RunAsync(string text, string arguments, ICellContext cell);
}
