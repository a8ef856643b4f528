namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>REP for heartbeats: what comes goes back, envelope included.</summary>
internal sealed class ReplySocket(string name, Action<string> log) : ServerSocket(name, "REP", ["REQ", "DEALER"], log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public override int LongestMessage => 1 << 20;

    public override long QueueBytes => 1 << 20;

    // On the connection's reading thread: who does not take its echoes is not read either.
    public override void Received(Peer peer, byte[][] frames)
    {
        peer.Send(frames);
        peer.WaitForRoom(Patience);
    }
}
