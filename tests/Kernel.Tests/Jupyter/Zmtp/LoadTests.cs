using System.Diagnostics;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

public class LoadTests
{
    [Fact]
    public void Thousands_of_quick_connections_leave_nothing_behind()
    {
        using var test = Loopback.ForReplies();
        for (var i = 0; i < 1500; i++)
        {
            using var client = new ZmtpClient(test.Address);
            if (i % 3 == 1) client.Write(ZmtpClient.Greeting());
            if (i % 3 == 2) client.Reset();
        }
        AssertServes(test);
        Loopback.WaitFor(() => test.Socket.Connections == 0, "all connections to end");
    }

    [Fact]
    public void Connections_that_say_nothing_are_bounded()
    {
        using var test = Loopback.ForReplies();
        var silent = new List<ZmtpClient>();
        try
        {
            for (var i = 0; i < 300; i++) silent.Add(new ZmtpClient(test.Address));
            Loopback.WaitFor(() => !test.Lines.IsEmpty, "a refusal");
            Assert.InRange(test.Socket.Connections, 1, 256);
        }
        finally
        {
            silent.ForEach(client => client.Dispose());
        }
        Loopback.WaitFor(() => test.Socket.Connections == 0, "all connections to end");
        AssertServes(test);
    }

    [Fact]
    public void Closing_ends_connections_that_are_still_shaking_hands()
    {
        // The handshake alone may take ten seconds. This machine may stand still as long, though not each time.
        Assert.InRange(Enumerable.Range(0, 4).Min(_ => Seconds()), 0, 8);

        static double Seconds()
        {
            using var test = Loopback.ForReplies();
            using var silent = new ZmtpClient(test.Address);
            silent.Read(64);
            test.Socket.Close(TimeSpan.Zero);
            var clock = Stopwatch.StartNew();
            silent.AssertClosed();
            return clock.Elapsed.TotalSeconds;
        }
    }

    // The other connections go on while one stands still with everything full.
    [Fact]
    public void A_peer_that_stops_reading_hinders_nobody_and_is_cut()
    {
        using var test = Loopback.ForPublisher();
        using var stuck = test.Subscribe();
        using var other = test.Subscribe();
        var piece = new byte[8_000_000];
        var publishing = new Thread(() =>
        {
            for (var i = 0; i < 40; i++)
            {
                test.Publisher.Send([[], piece]);
                test.Publisher.WaitForRoom(default);
            }
        });
        publishing.Start();
        for (var i = 0; i < 40; i++) Assert.Equal(piece.Length, other.Receive()[1].Length);
        Assert.True(publishing.Join(Loopback.Limit));
        Loopback.WaitFor(() => test.Lines.Any(line => line.Contains("stopped reading", StringComparison.Ordinal)), "the cut");
        test.Publisher.Send([[], [1]]);
        Assert.Equal([[], [1]], other.Receive());
    }

    internal static void AssertServes(Loopback test)
    {
        using var client = test.Connect("REQ");
        client.Send([], [1]);
        Assert.Equal([[], [1]], client.Receive());
    }
}
