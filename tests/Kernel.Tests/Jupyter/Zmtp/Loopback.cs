using System.Collections.Concurrent;
using System.Net;
using System.Text;
using MarketingNotebooks.Kernel.Jupyter.Zmtp;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

/// <summary>Sockets that listen at a free port of this machine, and what they report.</summary>
internal sealed class Loopback : IDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly ServerSocket socket;

    private Loopback(Func<Loopback, ServerSocket> create)
    {
        socket = create(this);
        Address = socket.Listen(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public EndPoint Address { get; }

    public ConcurrentQueue<string> Lines { get; } = new();

    public BlockingCollection<(string Identity, byte[][] Frames)> Messages { get; } = [];

    public BlockingCollection<string> Subscribed { get; } = [];

    public RouterSocket Router => (RouterSocket)socket;

    public PublisherSocket Publisher => (PublisherSocket)socket;

    public ServerSocket Socket => socket;

    public static Loopback ForRouter() => new(test => new RouterSocket("router", (identity, frames) => test.Messages.Add((identity, frames)), test.Lines.Enqueue));

    public static Loopback ForReplies() => new(test => new ReplySocket("replies", test.Lines.Enqueue));

    public static Loopback ForPublisher() => new(test => new PublisherSocket("publisher", (_, topic) => test.Subscribed.Add(topic), test.Lines.Enqueue));

    public ZmtpClient Connect(string type, string? identity = null, byte minor = 1) => ZmtpClient.Connect(Address, type, identity, minor);

    /// <summary>A peer that listens to a topic, its subscription in force.</summary>
    public ZmtpClient Subscribe(string topic = "", byte minor = 1)
    {
        var client = Connect("SUB", minor: minor);
        if (minor == 0) client.Send([1, .. Encoding.Latin1.GetBytes(topic)]);
        else client.Command("SUBSCRIBE", Encoding.Latin1.GetBytes(topic));
        Assert.Equal(topic, Next(Subscribed));
        return client;
    }

    public (string Identity, byte[][] Frames) Message() => Next(Messages);

    public static T Next<T>(BlockingCollection<T> queue) => queue.TryTake(out var item, Limit) ? item : throw new TimeoutException("Nothing came.");

    public static void WaitFor(Func<bool> condition, string what)
    {
        var until = DateTime.UtcNow + Limit;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < until, $"Waited in vain for {what}.");
            Thread.Sleep(5);
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        Messages.Dispose();
        Subscribed.Dispose();
    }
}
