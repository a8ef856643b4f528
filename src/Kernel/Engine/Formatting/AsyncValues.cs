using System.Reflection;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Tasks and asynchronous sequences as values.</summary>
internal static class AsyncValues
{
    private static readonly MethodInfo ReadTyped = typeof(AsyncValues).GetMethod(nameof(ReadAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>True for an <c>IAsyncEnumerable</c>.</summary>
    public static bool IsSequence(object value) => Items(value.GetType()) is not null;

    /// <summary>Reads the first items, waiting for them.</summary>
    public static void Read(object value, int most, Action<object?> into, CancellationToken token)
    {
        var read = ReadTyped.MakeGenericMethod(Items(value.GetType())!).CreateDelegate<Func<object, int, Action<object?>, CancellationToken, Task>>();
        // On the pool: the cell's own thread waits here and could not run the sequence's continuations.
        Task.Run(() => read(value, most, into, token), token).WaitAsync(token).GetAwaiter().GetResult();
    }

    /// <summary>The result of a task that has one; any other value is itself.</summary>
    public static object? Unwrap(object? value) => value is Task { IsCompletedSuccessfully: true } task && Result(task) is { } result ? result.Value : value;

    /// <summary>The result of a task that has ended well; null for one without a result.</summary>
    public static (object? Value, bool Is)? Result(Task task)
    {
        for (var type = task.GetType(); type is not null; type = type.BaseType)
        {
            if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Task<>)) continue;
            return type.GetGenericArguments()[0].Name == "VoidTaskResult" ? null : (type.GetProperty(nameof(Task<>.Result))!.GetValue(task), true);
        }
        return null;
    }

    /// <summary>One line about a task.</summary>
    public static string Describe(Task task)
    {
        if (task.IsCompletedSuccessfully) return Result(task) is { } result ? PlainText.Of(result.Value) : "Task (done)";
        var what = task.IsFaulted ? $"failed: {task.Exception!.InnerException!.GetType().Name}: {task.Exception.InnerException.Message}"
            : task.IsCanceled ? "cancelled" : "running; await it to see its end";
        return $"Task ({what})";
    }

    private static Type? Items(Type type) => type.GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
        ?.GetGenericArguments()[0];

    private static async Task ReadAsync<T>(object value, int most, Action<object?> into, CancellationToken token)
    {
        if (most <= 0) return;
        await foreach (var item in ((IAsyncEnumerable<T>)value).WithCancellation(token).ConfigureAwait(false))
        {
            into(item);
            if (--most == 0) break;
        }
    }
}
