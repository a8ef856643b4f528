namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>REP for heartbeats: what comes goes back, envelope included.</summary>
internal sealed class ReplySocket(string name, Action<string> log) : ServerSocket(name, "REP", ["REQ", "DEALER"], log)
{
    public override void Received(Peer peer, byte[][] frames) => peer.Send(frames);
}
