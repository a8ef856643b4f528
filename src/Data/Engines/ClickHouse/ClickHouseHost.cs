using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>One server of ClickHouse, spoken to over HTTP.</summary>
internal sealed partial class ClickHouseHost(SourceAddress address, string host, int? port, HttpClient http)
{
    // Old and new servers know these. What a profile may have set otherwise would give part of the rows as if it were all.
    private const string Settings = "join_use_nulls=1&skip_unavailable_shards=0&insert_distributed_sync=1&connect_timeout=2&read_overflow_mode=throw&group_by_overflow_mode=throw&sort_overflow_mode=throw"
        + "&result_overflow_mode=throw&timeout_overflow_mode=throw&set_overflow_mode=throw&join_overflow_mode=throw&transfer_overflow_mode=throw&distinct_overflow_mode=throw";

    private static readonly Schema Nothing = new([]);
    private readonly bool _tls = address.Options.GetValueOrDefault("tls") == "true";

    /// <summary>A client whose connections notice within seconds that the other machine is gone.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(4),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
        ResponseDrainTimeout = TimeSpan.Zero, // a body that is thrown away closes its connection, even one that went silent
        ConnectCallback = async (context, token) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 2);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 1);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 2);
                await socket.ConnectAsync(context.DnsEndPoint, token).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The server's place, for messages.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{host}:{Port}");

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Execute(string sql, CancellationToken token) => Send(sql, null, Nothing, token);

    /// <summary>Runs a short statement, at most for a second, and says whether that worked.</summary>
    public bool Try(string sql)
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            Send(sql, null, Nothing, soon.Token, stops: false);
            return true;
        }
        catch (Exception error) when (error is SourceException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The rows of a statement.</summary>
    public Table Rows(string sql, Schema schema, CancellationToken token) => Send(sql + "\nformat Native", null, schema, token)!;

    /// <summary>Sends rows into a table.</summary>
    public void Load(string table, string columns, HttpContent rows, CancellationToken token) => Send($"insert into {table} ({columns}) format Native", rows, Nothing, token);

    private Table? Send(string sql, HttpContent? rows, Schema schema, CancellationToken token, bool stops = true)
    {
        token.ThrowIfCancellationRequested();
        var id = Guid.NewGuid().ToString("N");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address(id, rows is null ? null : sql)) { Content = rows ?? new ByteArrayContent(Encoding.UTF8.GetBytes(sql)) };
            if (rows is not null) request.Headers.TransferEncodingChunked = true;
            if (address.User.Length > 0)
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{address.User}:{address.Password}")));
            using var answer = http.Send(request, HttpCompletionOption.ResponseHeadersRead, token);
            using var body = answer.Content.ReadAsStream(token);
            using var stop = token.Register(body.Dispose);
            if (answer.StatusCode != HttpStatusCode.OK) throw Failed(new StreamReader(body).ReadToEnd());
            return schema.Count == 0 ? Drain(body) : NativeReader.Read(body, schema, Failed);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            if (stops) Try($"kill query where query_id = '{id}' async"); // old servers go on with a statement whose client is gone
            throw new OperationCanceledException("The statement was stopped.", token);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            throw new SourceException(address.Mask($"{address.Shown} cannot be reached at {this}: {error.Message.TrimEnd('.')}. Check that the server runs, the address, and the network."));
        }
        catch (Exception error) when (error is HttpRequestException or SocketException or IOException or EndOfStreamException or ObjectDisposedException or TaskCanceledException or InvalidDataException)
        {
            throw new SourceException(address.Mask($"{address.Shown} broke off at {this}: {(error.InnerException ?? error).Message.TrimEnd('.')}. Run it again when the server is back."));
        }
    }

    private Table? Drain(Stream body)
    {
        var text = new StreamReader(body).ReadToEnd();
        return text.StartsWith("Code: ", StringComparison.Ordinal) ? throw Failed(text) : null;
    }

    private int Port => port ?? (_tls ? 8443 : 8123);

    private Uri Address(string id, string? sql) => new(string.Create(CultureInfo.InvariantCulture, $"{(_tls ? "https" : "http")}://{host}:{Port}/?query_id={id}&{Settings}")
        + (address.Database.Length > 0 ? "&database=" + Uri.EscapeDataString(address.Database) : "") + (sql is null ? "" : "&query=" + Uri.EscapeDataString(sql)));

    private SourceException Failed(string text)
    {
        var parsed = Parts().Match(text);
        var (code, message) = parsed.Success ? (parsed.Groups[1].Value, parsed.Groups[2].Value.Trim().TrimEnd('.')) : (null, text.Trim().TrimEnd('.'));
        if (message.Length > 600) message = message[..600] + "…";
        var remedy = code switch
        {
            "279" or "209" or "210" => " A shard of the cluster does not answer: start it, or read the tables of one shard. No part of the rows is given as if it were all.",
            "192" or "193" or "516" => " Check the user and the environment variable that holds the password.",
            "81" => " Check the database's name in the address.",
            "164" => " The user's profile is read-only: give it readonly=2, which allows the settings that every statement carries.",
            "395" => " An integer left 64 bits: compute with ToNumber() instead.",
            "241" => " The statement needs more memory than the server allows: aggregate or filter more.",
            _ => "",
        };
        return new SourceException(address.Mask($"{address.Shown}: {message}{(code is null ? "" : $" (code {code})")}.{remedy}"), code);
    }

    [GeneratedRegex(@"Code: (\d+)[.,] (?:e\.displayText\(\) = )?(?:DB::)?(?:Net)?(?:Exception: )?(.*?)(?:, e\.what\(\) = .*| \(version .*)?$", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
