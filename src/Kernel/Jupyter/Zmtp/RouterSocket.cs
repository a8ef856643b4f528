using System.Collections.Concurrent;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>ROUTER: messages come with the identity of their sender and go to the peer of an identity.</summary>
/// <param name="name">What the socket is called.</param>
/// <param name="onMessage">Takes the sender's identity and the frames, on the connection's reading thread.</param>
/// <param name="log">Takes lines about connections that had to be closed.</param>
internal sealed class RouterSocket(string name, Action<string, byte[][]> onMessage, Action<string> log)
    : ServerSocket(name, "ROUTER", ["DEALER", "REQ", "ROUTER"], log)
{
    private readonly ConcurrentDictionary<string, Peer> byIdentity = new(StringComparer.Ordinal);

    /// <summary>Sends to the peer of an identity; without such a peer the message is dropped.</summary>
    public void Send(string identity, byte[][] frames)
    {
        if (byIdentity.TryGetValue(identity, out var peer)) peer.Send(frames);
    }

    /// <summary>A peer that comes back under the identity of a connection still open takes its place.</summary>
    public override void Joined(Peer peer)
    {
        Peer? former = null;
        byIdentity.AddOrUpdate(peer.Identity, peer, (_, there) =>
        {
            former = there;
            return peer;
        });
        former?.Close();
    }

    public override void Left(Peer peer)
    {
        byIdentity.TryRemove(KeyValuePair.Create(peer.Identity, peer));
        base.Left(peer);
    }

    public override void Received(Peer peer, byte[][] frames) => onMessage(peer.Identity, frames);
}
