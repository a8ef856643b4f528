using System.Diagnostics;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>What must fail soon after a server or a connection has gone.</summary>
internal static class Within
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>The error of work that runs while something is broken; fails when it comes later than five seconds after that, or never.</summary>
    /// <param name="work">Runs in the background.</param>
    /// <param name="broken">Ends when the break has happened.</param>
    public static async Task<TError> Fails<TError>(Action work, Task broken)
        where TError : Exception
    {
        var running = Task.Run(work);
        await Task.WhenAny(broken, running);
        Assert.True(await Task.WhenAny(broken, Task.Delay(Limit)) == broken, $"The work ended before anything broke: {running.Exception?.InnerException?.Message ?? "without an error"}");
        await broken;
        Assert.True(await Task.WhenAny(running, Task.Delay(Limit)) == running, "The work hangs five seconds after the break.");
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
