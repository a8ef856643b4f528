namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Progress of loops.</summary>
public static class ProgressExtensions
{
    /// <summary>The same items, with a bar below the cell that counts those taken: <c>foreach (var x in rows.WithProgress("Fitting"))</c>.</summary>
    /// <param name="items">The items; where their number is not known without reading them, the bar only counts.</param>
    /// <param name="title">What is being done.</param>
    public static IEnumerable<T> WithProgress<T>(this IEnumerable<T> items, string title)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Read();

        IEnumerable<T> Read()
        {
            using var bar = new ProgressBar(title, items.TryGetNonEnumeratedCount(out var count) ? count : null);
            foreach (var item in items)
            {
                yield return item;
                bar.Step();
            }
        }
    }
}
