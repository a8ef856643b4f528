using System.Collections;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>The first items of a sequence that is computed as it is read, so that showing it in several mime types reads it once.</summary>
/// <remarks>A sequence that failed gives its items and then fails again.</remarks>
internal sealed class Gathered : IEnumerable<object?>
{
    private readonly List<object?> items = [];
    private Exception? fault;

    private Gathered()
    {
    }

    /// <summary>The value to show in the place of a value: its first items for a lazy or asynchronous sequence, else itself.</summary>
    /// <param name="value">The value.</param>
    /// <param name="most">Most items read; one more is read to know whether there are more.</param>
    /// <param name="token">Ends the wait for an asynchronous sequence.</param>
    public static object? Settle(object? value, int most, CancellationToken token)
    {
        return value switch
        {
            null or string or ICollection or Gathered => value,
            _ when AsyncValues.IsSequence(value) => Read(into => AsyncValues.Read(value, most + 1, into, token)),
            IEnumerable sequence when !Members.HasOwnText(value.GetType()) && !IsCollection(value.GetType()) => Read(into =>
            {
                foreach (var item in sequence)
                {
                    into(item);
                    token.ThrowIfCancellationRequested();
                    if (--most < 0) break;
                }
            }),
            _ => value,
        };
    }

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator()
    {
        foreach (var item in items) yield return item;
        if (fault is not null) throw fault;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Gathered Read(Action<Action<object?>> read)
    {
        var gathered = new Gathered();
        try
        {
            read(gathered.items.Add);
        }
        catch (Exception error) when (error is not (CellInterruptedException or OperationCanceledException or ThreadInterruptedException))
        {
            gathered.fault = error;
        }
        return gathered;
    }

    private static bool IsCollection(Type type) => type.GetInterfaces().Any(face => face.IsGenericType
        && (face.GetGenericTypeDefinition() == typeof(ICollection<>) || face.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)));
}
