namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Adds threads to the thread pool while cells block all it has.</summary>
/// <remarks>The pool itself adds about one a second, and the compiler needs it for every cell (it hashes source texts there).
/// Five hundred tasks that sleep would otherwise keep the kernel from compiling for minutes.</remarks>
internal static class PoolRelief
{
    private const int MostThreads = 1024;
    private const int Step = 64;
    private const int HealthyRounds = 50;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);
    private static int started;

    /// <summary>Watches the pool for the life of the process.</summary>
    public static void Start()
    {
        if (Interlocked.Exchange(ref started, 1) == 0) new Thread(Watch, 256 * 1024) { IsBackground = true, Name = "pool relief" }.UnsafeStart();
    }

    private static void Watch()
    {
        ThreadPool.GetMinThreads(out var usual, out var ports);
        var healthy = 0;
        while (true)
        {
            var reached = new ManualResetEventSlim();
            ThreadPool.UnsafeQueueUserWorkItem(static reached => reached.Set(), reached, preferLocal: false);
            while (!reached.Wait(Every))
            {
                healthy = 0;
                ThreadPool.SetMinThreads(Math.Min(MostThreads, ThreadPool.ThreadCount + Step), ports);
            }
            if (++healthy == HealthyRounds) ThreadPool.SetMinThreads(usual, ports);
            Thread.Sleep(Every);
        }
    }
}
