using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Statements;

/// <summary>Stops whatever a connection runs when a token is cancelled, from the constructor to <see cref="Dispose"/>.</summary>
/// <remarks>DuckDB forgets an interrupt that comes just before a statement starts, so interrupts are repeated until the work has ended;
/// none comes afterwards, so the connection's next statement meets none. Nothing here waits in a way that <see cref="Thread.Interrupt"/>, with
/// which notebooks stop cells, could break off.</remarks>
internal sealed class Interrupter : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(2);
    private readonly ConnectionHandle _connection;
    private readonly CancellationTokenRegistration _registration;
    private int _gate;
    private bool _ended;
    private Timer? _timer;

    public Interrupter(ConnectionHandle connection, CancellationToken token)
    {
        _connection = connection;
        _registration = token.UnsafeRegister(static self => ((Interrupter)self!).Begin(), this);
    }

    public void Dispose()
    {
        Enter();
        _ended = true;
        _timer?.Dispose();
        Leave();
        _registration.Unregister();
    }

    private void Begin()
    {
        Enter();
        if (!_ended) _timer = new Timer(static self => ((Interrupter)self!).Interrupt(), this, Again, Again);
        Leave();
        Interrupt();
    }

    private void Interrupt()
    {
        Enter();
        if (!_ended) Api.Interrupt(_connection);
        Leave();
    }

    private void Enter()
    {
        while (Interlocked.CompareExchange(ref _gate, 1, 0) != 0) Thread.SpinWait(20);
    }

    private void Leave() => Volatile.Write(ref _gate, 0);
}
