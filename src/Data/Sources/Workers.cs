using System.Runtime.ExceptionServices;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Runs the same work on several threads.</summary>
internal static class Workers
{
    /// <summary>Runs <paramref name="work"/> on the calling thread and on <paramref name="count"/> − 1 of the pool; waits for all and throws the first error as it is.</summary>
    public static void Run(int count, Action work)
    {
        if (count <= 1)
        {
            work();
            return;
        }
        ExceptionDispatchInfo? first = null;
        void Guarded()
        {
            try
            {
                work();
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(error), null);
            }
        }

        var helpers = Enumerable.Range(1, count - 1).Select(_ => Task.Run(Guarded)).ToArray();
        Guarded();
        Task.WaitAll(helpers);
        first?.Throw();
    }
}
