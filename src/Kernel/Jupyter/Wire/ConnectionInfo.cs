using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MarketingNotebooks.Kernel.Jupyter.Wire;

/// <summary>Where a kernel listens and with which key its messages are signed: Jupyter's connection file.</summary>
public sealed record ConnectionInfo
{
    /// <summary>Address, or the beginning of the socket files' path where <see cref="Transport"/> is <c>ipc</c>. Default: 127.0.0.1.</summary>
    [JsonPropertyName("ip")]
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary><c>tcp</c> or <c>ipc</c>. Default: tcp.</summary>
    [JsonPropertyName("transport")]
    public string Transport { get; init; } = "tcp";

    /// <summary>Port of requests that run code. 0: any free one.</summary>
    [JsonPropertyName("shell_port")]
    public int ShellPort { get; init; }

    /// <summary>Port of interrupts and shutdown. 0: any free one.</summary>
    [JsonPropertyName("control_port")]
    public int ControlPort { get; init; }

    /// <summary>Port outputs are published on. 0: any free one.</summary>
    [JsonPropertyName("iopub_port")]
    public int IopubPort { get; init; }

    /// <summary>Port of questions to the keyboard. 0: any free one.</summary>
    [JsonPropertyName("stdin_port")]
    public int StdinPort { get; init; }

    /// <summary>Port that echoes heartbeats. 0: any free one.</summary>
    [JsonPropertyName("hb_port")]
    public int HeartbeatPort { get; init; }

    /// <summary>The key; empty: messages are not signed.</summary>
    [JsonPropertyName("key")]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary><c>hmac-sha256</c>.</summary>
    [JsonPropertyName("signature_scheme")]
    public string SignatureScheme { get; init; } = "hmac-sha256";

    /// <summary>The kernelspec's name, for information.</summary>
    [JsonPropertyName("kernel_name")]
    public string KernelName { get; init; } = "";

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="ConnectionException">It is missing, is no JSON, or asks for what is not supported.</exception>
    public static ConnectionInfo Read(string path)
    {
        try
        {
            var info = JsonSerializer.Deserialize<ConnectionInfo>(File.ReadAllText(path)) ?? throw new JsonException("It holds null.");
            info.Check(path);
            return info;
        }
        catch (JsonException error)
        {
            throw new ConnectionException($"{path} is not a Jupyter connection file: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionException($"The connection file {path} cannot be read: {error.Message}");
        }
    }

    /// <summary>Writes a connection file that only its owner can read, in place of any file or link that is there.</summary>
    /// <exception cref="ConnectionException">It cannot be written.</exception>
    public void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            File.Delete(path);
            using var stream = new FileStream(path, options);
            JsonSerializer.Serialize(stream, this);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionException($"The connection file {path} cannot be written: {error.Message}");
        }
    }

    /// <summary>The address of a port.</summary>
    internal EndPoint Address(int port) => Transport == "ipc"
        ? new UnixDomainSocketEndPoint($"{Ip}-{port}")
        : new IPEndPoint(Ip == "localhost" ? IPAddress.Loopback : IPAddress.Parse(Ip), port);

    private void Check(string path)
    {
        foreach (var port in (ReadOnlySpan<int>)[ShellPort, ControlPort, IopubPort, StdinPort, HeartbeatPort])
        {
            if (port is < 0 or > IPEndPoint.MaxPort) throw new ConnectionException($"{path}: ports must be from 0 to {IPEndPoint.MaxPort}. Got {port}.");
        }
        if (Transport is not ("tcp" or "ipc")) throw new ConnectionException($"{path}: transport must be tcp or ipc. Got '{Transport}'.");
        if (SignatureScheme != "hmac-sha256") throw new ConnectionException($"{path}: signature_scheme must be hmac-sha256. Got '{SignatureScheme}'.");
        if (Transport == "tcp" && Ip != "localhost" && !(IPAddress.TryParse(Ip, out var address) && IPAddress.IsLoopback(address)))
            throw new ConnectionException($"{path}: ip must be a loopback address such as 127.0.0.1, because whoever reaches a kernel can run code as you. Got '{Ip}'.");
    }
}
