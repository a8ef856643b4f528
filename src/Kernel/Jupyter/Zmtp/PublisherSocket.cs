using System.Text;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>XPUB: every message goes to the peers that subscribed to a prefix of its first frame.</summary>
/// <param name="name">What the socket is called.</param>
/// <param name="onSubscribed">Told of a peer's first subscription to a topic, when messages already reach it.</param>
/// <param name="log">Takes lines about connections that had to be closed.</param>
internal sealed class PublisherSocket(string name, Action<Peer, string> onSubscribed, Action<string> log)
    : ServerSocket(name, "XPUB", ["SUB", "XSUB"], log)
{
    private const int MostTopics = 1024;
    // Alone, a front end that was suspended may take its time; where another listens, it must not be kept waiting.
    private static readonly TimeSpan PatienceAlone = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly Dictionary<Peer, Dictionary<string, int>> topics = [];

    /// <summary>True when someone listens to something.</summary>
    public bool HasSubscribers
    {
        get
        {
            lock (gate) return topics.Values.Any(subscribed => subscribed.Count > 0);
        }
    }

    /// <inheritdoc/>
    public override int LongestMessage => 16 * 1024;

    /// <summary>Sends to all that subscribed to the first frame's beginning, and returns at once.</summary>
    public void Send(byte[][] frames)
    {
        List<Peer> listening = [];
        lock (gate)
        {
            var topic = Encoding.Latin1.GetString(frames[0]);
            foreach (var (peer, subscribed) in topics)
            {
                if (subscribed.Keys.Any(prefix => topic.StartsWith(prefix, StringComparison.Ordinal))) listening.Add(peer);
            }
        }
        foreach (var peer in listening) peer.Send(frames);
    }

    /// <summary>Waits while a peer has too much unread. What was sent before is already on its way to the others.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void WaitForRoom(CancellationToken cancellationToken)
    {
        List<Peer> all;
        lock (gate) all = [.. topics.Keys];
        foreach (var peer in all) peer.WaitForRoom(all.Count == 1 ? PatienceAlone : Patience, cancellationToken);
    }

    public override void Received(Peer peer, byte[][] frames)
    {
        // ZMTP 3.0: a subscription is a message of one frame, 01 or 00 and the topic.
        if (frames is not [{ Length: > 0 } frame] || frame[0] > 1) return;
        Subscribe(peer, Encoding.Latin1.GetString(frame, 1, frame.Length - 1), frame[0] == 1);
    }

    public override void Commanded(Peer peer, ZmtpCommand command)
    {
        // ZMTP 3.1: subscriptions are commands.
        if (command.Name is "SUBSCRIBE" or "CANCEL") Subscribe(peer, Encoding.Latin1.GetString(command.Data), command.Name == "SUBSCRIBE");
    }

    public override void Joined(Peer peer)
    {
        lock (gate) topics[peer] = new Dictionary<string, int>(StringComparer.Ordinal);
    }

    public override void Left(Peer peer)
    {
        lock (gate) topics.Remove(peer);
        base.Left(peer);
    }

    private void Subscribe(Peer peer, string topic, bool on)
    {
        lock (gate)
        {
            if (!topics.TryGetValue(peer, out var own)) return; // It has just left.
            var count = own.GetValueOrDefault(topic) + (on ? 1 : -1);
            if (count > 0) own[topic] = count;
            else own.Remove(topic);
            if (own.Count > MostTopics) throw new ZmtpException($"More than {MostTopics} topics.");
            if (count != 1 || !on) return;
        }
        onSubscribed(peer, topic);
    }
}
