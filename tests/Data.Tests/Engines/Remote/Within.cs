using System.Diagnostics;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>What must fail soon after a server or a connection has gone.</summary>
internal static class Within
{
    /// <summary>Ends a hang; generous, because other tests may have the processors.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The error of work that runs while something is broken; fails when it never comes.</summary>
    /// <param name="work">Runs in the background.</param>
    /// <param name="broken">Ends when the break has happened.</param>
    public static async Task<TError> Fails<TError>(Action work, Task broken)
        where TError : Exception
    {
        var running = Task.Run(work);
        await Task.WhenAny(broken, running);
        Assert.True(await Task.WhenAny(broken, Task.Delay(Limit)) == broken, $"The work ended before anything broke: {running.Exception?.InnerException?.Message ?? "without an error"}");
        await broken;
        Assert.True(await Task.WhenAny(running, Task.Delay(Limit)) == running, "The work hangs half a minute after the break.");
        return typeof(TError) == typeof(OperationCanceledException)
            ? await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running) as TError ?? throw new InvalidOperationException()
            : await Assert.ThrowsAsync<TError>(() => running);
    }

    /// <summary>The error of a first statement to a server that is gone.</summary>
    public static SourceException Unreachable(Action work)
    {
        var watch = Stopwatch.StartNew();
        var error = Assert.Throws<SourceException>(work);
        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
        return error;
    }
}
