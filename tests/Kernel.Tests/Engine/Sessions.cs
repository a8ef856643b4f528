using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Short ways to run cells.</summary>
internal static class Sessions
{
    public static async Task<RecordingSink> RunAsync(this CSharpSession session, string code)
    {
        var sink = new RecordingSink();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3)); // Only ends a hang: a restore beside other tests takes its time.
        await session.RunAsync(code, sink, limit.Token);
        return sink;
    }

    /// <summary>The value of the last cell as text; fails when any cell fails.</summary>
    public static async Task<string?> ValueAsync(this CSharpSession session, params string[] cells)
    {
        RecordingSink? sink = null;
        foreach (var cell in cells)
        {
            sink = await session.RunAsync(cell);
            Assert.True(sink.LastError is null, string.Join('\n', sink.LastError?.Traceback ?? []));
        }
        return sink?.Value;
    }

    public static async Task<string?> ValueOfAsync(params string[] cells)
    {
        using var session = new CSharpSession();
        return await session.ValueAsync(cells);
    }

    public static async Task<CellError> ErrorOfAsync(params string[] cells)
    {
        using var session = new CSharpSession();
        RecordingSink? sink = null;
        foreach (var cell in cells) sink = await session.RunAsync(cell);
        Assert.NotNull(sink?.LastError);
        return sink.LastError;
    }
}
