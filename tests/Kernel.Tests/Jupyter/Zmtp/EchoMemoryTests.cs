namespace MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

/// <summary>Measures the memory of the process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(EchoMemoryTests), DisableParallelization = true)]
[Collection(nameof(EchoMemoryTests))]
public class EchoMemoryTests
{
    [Fact]
    public void Echoes_to_a_peer_that_does_not_read_are_bounded()
    {
        using var test = Loopback.ForReplies();
        using var client = test.Connect("DEALER");
        var piece = new byte[60_000];
        var before = GC.GetTotalMemory(true);
        Assert.ThrowsAny<System.Net.Sockets.SocketException>(Flood);
        void Flood()
        {
            while (true) client.Send(piece);
        }
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 400_000_000);
        LoadTests.AssertServes(test);
    }
}
