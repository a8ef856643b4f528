using System.Diagnostics;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Passes lines on, but not too many: whoever can connect could otherwise fill a disk with complaints.</summary>
/// <param name="log">Takes the lines; whether it throws or not, <see cref="Write"/> does not.</param>
internal sealed class QuietLog(Action<string> log)
{
    private const int MostLines = 50;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private long since = Stopwatch.GetTimestamp();
    private int lines;

    /// <summary>Passes a line on, or drops it when there were too many within ten seconds.</summary>
    public void Write(string line)
    {
        lock (gate)
        {
            if (Stopwatch.GetElapsedTime(since) > Window)
            {
                since = Stopwatch.GetTimestamp();
                lines = 0;
            }
            if (++lines > MostLines) return;
            if (lines == MostLines) line = "More than this is not logged within ten seconds.";
        }
        try
        {
            log(line);
        }
        catch (Exception)
        {
            // The threads that log serve connections; that nobody can be told must not end them.
        }
    }
}
