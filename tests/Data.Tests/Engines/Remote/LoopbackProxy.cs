using System.Net;
using System.Net.Sockets;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Stands between a client and a server on loopback, and does something in the middle of what they say: after a number of bytes it
/// runs an action, cuts all connections, or goes silent.</summary>
internal sealed class LoopbackProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly List<Socket> _open = [];
    private readonly ManualResetEventSlim _flows = new(true);
    private readonly Lock _gate = new();
    private Trigger? _sent;
    private Trigger? _received;
    private bool _refuses;
    private volatile bool _ended;

    public LoopbackProxy(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port { get; }

    /// <summary>Runs an action once the client has sent so many bytes from now on.</summary>
    public Task WhenSent(long bytes, Action action) => (_sent = new Trigger(bytes, action)).Done.Task;

    /// <summary>Runs an action once the server has sent so many bytes from now on.</summary>
    public Task WhenReceived(long bytes, Action action) => (_received = new Trigger(bytes, action)).Done.Task;

    /// <summary>Drops all connections and takes no new ones until <see cref="Restore"/>.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _refuses = true;
            foreach (var socket in _open) socket.Close(0);
            _open.Clear();
        }
    }

    /// <summary>Passes nothing on any more, and keeps the connections open.</summary>
    public void Stall() => _flows.Reset();

    public void Restore()
    {
        lock (_gate) _refuses = false;
        _flows.Set();
    }

    public void Dispose()
    {
        _ended = true;
        _listener.Stop();
        Cut();
        _flows.Set();
    }

    private void Accept()
    {
        while (!_ended)
        {
            Socket? client = null;
            try
            {
                client = _listener.AcceptSocket();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                lock (_gate)
                {
                    if (_refuses)
                    {
                        client.Close(0);
                        continue;
                    }
                    _open.AddRange([client, server]);
                }
                server.Connect(IPAddress.Loopback, _target);
                var accepted = client;
                new Thread(() => Pump(accepted, server, sends: true)) { IsBackground = true }.Start();
                new Thread(() => Pump(server, accepted, sends: false)) { IsBackground = true }.Start();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                client?.Close(0); // The server is gone, or connections were cut, or the proxy ends.
            }
        }
    }

    private void Pump(Socket from, Socket to, bool sends)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (from.Receive(buffer) is > 0 and var read)
            {
                (sends ? _sent : _received)?.Count(read);
                _flows.Wait();
                to.Send(buffer.AsSpan(0, read));
            }
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            from.Close(0);
            to.Close(0);
        }
    }

    private sealed class Trigger(long bytes, Action action)
    {
        private long _left = bytes;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Count(int bytes)
        {
            if (Interlocked.Add(ref _left, -bytes) is var left && left <= 0 && left + bytes > 0)
            {
                action();
                Done.SetResult();
            }
        }
    }
}
