using MarketingNotebooks.Kernel.Execution;
using Spectre.Console;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>One line in the terminal that follows a run: notebook, percent, step, time. Silent when output is redirected.</summary>
public static class ConsoleLine
{
    /// <summary>Runs <paramref name="work"/> under the line.</summary>
    /// <param name="title">What is running.</param>
    /// <param name="work">Gets what to report to.</param>
    /// <param name="quiet">Shows nothing, as when output is redirected. Default: false.</param>
    public static async Task<T> FollowAsync<T>(string title, Func<IProgress<RunProgress>, Task<T>> work, bool quiet = false)
    {
        if (quiet || Console.IsOutputRedirected) return await work(new Silent()).ConfigureAwait(false);
        return await AnsiConsole.Status().StartAsync(Markup.Escape(title), context => work(new Shown(title, context))).ConfigureAwait(false);
    }

    private sealed class Silent : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
        }
    }

    private sealed class Shown(string title, StatusContext context) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            var done = (value.Cell - 1.0) / value.Of;
            var left = value.Cell > 1 ? $", about {value.Elapsed.TotalSeconds * (1 - done) / done:0} s left" : "";
            context.Status(Markup.Escape($"{title}  {done:0 %}  {value.Heading ?? value.FirstLine}  ({value.Elapsed.TotalSeconds:0} s{left})"));
        }
    }
}
