using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Comms;
using MarketingNotebooks.Kernel.Jupyter.Server.Histories;
using MarketingNotebooks.Kernel.Jupyter.Server.Requests;
using MarketingNotebooks.Kernel.Jupyter.Wire;
using MarketingNotebooks.Kernel.Jupyter.Zmtp;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>A Jupyter kernel: one C# session served to any number of front ends.</summary>
/// <remarks>
/// <para>Running cells, history and comm messages take turns; completion, inspection and kernel information are answered while a cell
/// runs; control requests always. All channels have threads of their own, so a cell that keeps the thread pool busy does not keep the
/// kernel from answering.</para>
/// <para>Source: "Messaging in Jupyter", protocol 5.4.</para>
/// </remarks>
public sealed class KernelServer : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    private readonly string id = Guid.NewGuid().ToString("N");
    private readonly CSharpSession session;
    private readonly Iopub iopub;
    private readonly StdinChannel stdin;
    private readonly RequestChannel shell;
    private readonly RequestChannel control;
    private readonly ReplySocket heartbeat;
    private readonly CellTurn turn = new();
    private readonly ManualResetEventSlim ended = new();
    private readonly Action<string> log;

    /// <summary>Opens the session and listens on all five channels.</summary>
    /// <param name="connection">Where to listen, and the key.</param>
    /// <param name="options">Settings. Default: those of <see cref="KernelOptions"/>.</param>
    /// <exception cref="ConnectionException">An address cannot be listened at.</exception>
    public KernelServer(ConnectionInfo connection, KernelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        options ??= new KernelOptions();
        log = new QuietLog(options.Log ?? (line => Console.Error.WriteLine($"[{options.Implementation}] {line}"))).Write;
        var wire = new WireFormat(connection.Key);
        iopub = new Iopub(wire, id, log);
        stdin = new StdinChannel(wire, id, log);
        var notebook = new NotebookFile(options.Notebook);
        session = new CSharpSession(options.Session with { Input = Ask, PinnedPackages = notebook.PinnedPackages(options.Session.PinnedPackages) });
        var history = new History(new HistoryStore(options.HistoryFile ?? DefaultHistoryFile, log));
        var info = new KernelInfoHandler(options);
        var shutdown = new ShutdownHandler(iopub, Stop);
        shell = new RequestChannel("shell", wire, id, iopub,
        [
            info, new ExecuteHandler(session, notebook, iopub, history, turn), new CompleteHandler(session), new InspectHandler(session), new IsCompleteHandler(session),
            new HistoryHandler(history), shutdown, new CommInfoHandler(session),
            .. Enum.GetValues<CommAction>().Select(action => new CommHandler(action, session, iopub, turn, log)),
        ], log);
        control = new RequestChannel("control", wire, id, iopub, [info, new InterruptHandler(Interrupt), shutdown], log);
        heartbeat = new ReplySocket("heartbeat", log);
        Connection = Listen(connection);
        iopub.Status("starting", null);
    }

    /// <summary>Where the kernel listens in fact, ports chosen by the system filled in.</summary>
    public ConnectionInfo Connection { get; }

    /// <summary>Stops the running cell, as the front end's interrupt does.</summary>
    public void Interrupt() => turn.Interrupt();

    /// <summary>Waits until a front end asks for shutdown, or <see cref="Stop"/> is called.</summary>
    public void Wait() => ended.Wait();

    /// <summary>Ends <see cref="Wait"/>.</summary>
    public void Stop() => ended.Set();

    /// <summary>Serves until a front end asks for shutdown or the process is told to end; signals to interrupt stop the running cell.</summary>
    /// <param name="connection">Where to listen, and the key.</param>
    /// <param name="options">Settings.</param>
    /// <param name="ready">Told where the kernel listens.</param>
    /// <exception cref="ConnectionException">An address cannot be listened at.</exception>
    public static void Run(ConnectionInfo connection, KernelOptions options, Action<ConnectionInfo>? ready = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var server = new KernelServer(connection, options);
        using var interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            server.Interrupt();
        });
        using var ends = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            server.Stop();
        });
        PoolRelief.Start();
        ready?.Invoke(server.Connection);
        server.WarmUp(options);
        server.Wait();
    }

    /// <summary>Sends what is queued, then closes all channels and the session.</summary>
    public void Dispose()
    {
        ended.Set();
        var clock = Stopwatch.StartNew();
        foreach (var close in (Action<TimeSpan>[])[control.Close, shell.Close, stdin.Close, iopub.Close])
        {
            close(clock.Elapsed < Linger ? Linger - clock.Elapsed : TimeSpan.Zero);
        }
        heartbeat.Dispose();
        control.Dispose();
        shell.Dispose();
        stdin.Dispose();
        iopub.Dispose();
        session.Dispose();
    }

    private static string DefaultHistoryFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "marketing-notebooks", "history.jsonl");

    private void WarmUp(KernelOptions options) => new Thread(() =>
    {
        try
        {
            (options.WarmUp?.Invoke(session) ?? CSharpSession.WarmUpAsync()).GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            log($"Warming up failed with {error.GetType().Name}: {error.Message}");
        }
    }) { IsBackground = true, Name = "warm-up" }.Start();

    private ConnectionInfo Listen(ConnectionInfo connection)
    {
        try
        {
            return connection with
            {
                HeartbeatPort = Port(heartbeat.Listen, connection.HeartbeatPort),
                IopubPort = Port(iopub.Listen, connection.IopubPort),
                StdinPort = Port(stdin.Listen, connection.StdinPort),
                ControlPort = Port(control.Listen, connection.ControlPort),
                ShellPort = Port(shell.Listen, connection.ShellPort),
            };
        }
        catch
        {
            Dispose();
            throw;
        }

        int Port(Func<EndPoint, EndPoint> listen, int port)
        {
            try
            {
                return listen(connection.Address(port)) is IPEndPoint { Port: var actual } ? actual : port;
            }
            catch (Exception error) when (error is SocketException or ArgumentException or IOException or UnauthorizedAccessException)
            {
                throw new ConnectionException($"Cannot listen at {connection.Ip}, port {port}: {error.Message} Is another kernel using this connection file?");
            }
        }
    }

    private string Ask(InputRequest question, CancellationToken cancellationToken) => turn.Request is { } request && request.Flag("allow_stdin", false)
        ? stdin.Ask(request, question, cancellationToken) : throw new NoInputException();
}
