namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>A language that keeps values by name, so that <c>#!share</c> and <c>#!set</c> reach it.</summary>
/// <remarks>An instance given to several sessions keeps their values apart, by <see cref="ICellContext.Session"/>.</remarks>
public interface IValueLanguage : ICellLanguage
{
    /// <summary>The names it has values for.</summary>
    IReadOnlyList<string> ValueNames(ICellContext cell);

    /// <summary>Reads a value; false when there is none of that name.</summary>
    /// <exception cref="NotSupportedException">Values of this language cannot be read here.</exception>
    bool TryGetValue(string name, ICellContext cell, out object? value);

    /// <summary>Takes a value, replacing one of the same name.</summary>
    void SetValue(string name, object? value, ICellContext cell);
}
