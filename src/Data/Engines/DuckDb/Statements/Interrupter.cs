using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Statements;

/// <summary>Stops whatever a connection runs when a token is cancelled, from the constructor to <see cref="Dispose"/>.</summary>
/// <remarks>DuckDB forgets an interrupt that comes just before a statement starts, so interrupts are repeated until the work has ended;
/// none comes afterwards, so the connection's next statement meets none.</remarks>
internal sealed class Interrupter : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly CancellationTokenRegistration _registration;
    private readonly object _gate = new();
    private bool _ended;
    private Timer? _timer;

    public Interrupter(ConnectionHandle connection, CancellationToken token)
    {
        _connection = connection;
        _registration = token.UnsafeRegister(static self => ((Interrupter)self!).Begin(), this);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _timer?.Dispose();
        }
        _registration.Dispose();
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (_ended) return;
            _timer = new Timer(static self => ((Interrupter)self!).Interrupt(), this, TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(2));
        }
        Interrupt();
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            if (!_ended) Api.Interrupt(_connection);
        }
    }
}
