namespace MarketingNotebooks.Data.Frames;

/// <summary>A column to sort by. A string stands for itself, ascending; <c>Desc("revenue")</c> for descending.</summary>
/// <param name="Column">A column's name.</param>
/// <param name="Descending">Greatest first. Nulls come last either way; NaN counts as greater than every number.</param>
public readonly record struct SortKey(string Column, bool Descending = false)
{
    /// <summary>Ascending by <paramref name="column"/>.</summary>
    /// <param name="column">A column's name.</param>
    public static implicit operator SortKey(string column) => new(column);
}

/// <summary>Directions to sort in, to be imported with <c>using static</c>.</summary>
public static class Sort
{
    /// <summary>Ascending by <paramref name="column"/>, nulls last.</summary>
    /// <param name="column">A column's name.</param>
    public static SortKey Asc(string column) => new(column);

    /// <summary>Descending by <paramref name="column"/>, nulls last.</summary>
    /// <param name="column">A column's name.</param>
    public static SortKey Desc(string column) => new(column, true);
}
