using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Wire;
using MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

/// <summary>A message as a front end sees it.</summary>
internal sealed record Heard(string Type, JsonObject Header, JsonObject Parent, JsonObject Content, byte[][] Buffers)
{
    public string ParentId => Parent["msg_id"] is JsonValue id && id.TryGetValue(out string? text) ? text : "";

    public string Text(string name) => (string?)Content[name] ?? "";

    /// <summary>A line for comparisons: type and what matters of it.</summary>
    public string Line => Type switch
    {
        "status" => Text("execution_state"),
        "stream" => $"{Text("name")}:{Text("text")}",
        "execute_result" => $"result:{Content["data"]!["text/plain"]}",
        "display_data" => $"display:{Content["data"]!["text/plain"]}",
        "execute_input" => $"input {Content["execution_count"]}",
        "error" => $"error:{Text("ename")}",
        _ => Type,
    };
}

/// <summary>A front end on all channels, with signatures of its own making.</summary>
internal sealed class FrontEnd : IDisposable
{
    private readonly string key;
    private readonly string session = Guid.NewGuid().ToString("N");
    private int count;

    public FrontEnd(ConnectionInfo connection, bool listens = true, byte minor = 1)
    {
        key = connection.Key;
        Shell = At(connection.ShellPort);
        Control = At(connection.ControlPort);
        Stdin = At(connection.StdinPort);
        Iopub = ZmtpClient.Connect(new IPEndPoint(IPAddress.Loopback, connection.IopubPort), "SUB", minor: minor);
        if (!listens) return;
        if (minor == 0) Iopub.Send([1]);
        else Iopub.Command("SUBSCRIBE");
        Assert.Equal("iopub_welcome", Read(Iopub).Type);

        ZmtpClient At(int port) => ZmtpClient.Connect(new IPEndPoint(IPAddress.Loopback, port), "DEALER", session, minor);
    }

    public ZmtpClient Shell { get; }

    public ZmtpClient Control { get; }

    public ZmtpClient Stdin { get; }

    public ZmtpClient Iopub { get; }

    public static JsonObject Code(string code) => new() { ["code"] = code };

    /// <summary>Sends a message and returns its id.</summary>
    public string Send(ZmtpClient channel, string type, JsonObject? content = null, JsonObject? parent = null, params byte[][] buffers)
    {
        var header = Header(type);
        channel.Send(Signed([Json(header), Json(parent ?? []), "{}"u8.ToArray(), Json(content ?? [])], buffers));
        return (string)header["msg_id"]!;
    }

    public string Execute(string code, JsonObject? options = null)
    {
        var content = options ?? [];
        content["code"] = code;
        return Send(Shell, "execute_request", content);
    }

    public JsonObject Header(string type) => new()
    {
        ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{session}-{++count}"), ["msg_type"] = type, ["session"] = session,
        ["username"] = "tester", ["date"] = "2026-01-01T00:00:00.000000Z", ["version"] = "5.3",
    };

    /// <summary>The frames of a message whose four parts are given as they are.</summary>
    public byte[][] Signed(byte[][] parts, params byte[][] buffers) => ["<IDS|MSG>"u8.ToArray(), Sign(parts), .. parts, .. buffers];

    public static Heard Parse(byte[][] frames, string key)
    {
        var at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        Assert.Equal(Encoding.ASCII.GetString(Sign(key, frames[(at + 2)..(at + 6)])), Encoding.ASCII.GetString(frames[at + 1]));
        var parts = frames[(at + 2)..(at + 6)].Select(part => JsonNode.Parse(part)!.AsObject()).ToArray();
        return new Heard((string)parts[0]["msg_type"]!, parts[0], parts[1], parts[3], frames[(at + 6)..]);
    }

    /// <summary>The next message of a channel.</summary>
    public Heard Read(ZmtpClient channel) => Parse(channel.Receive(), key);

    /// <summary>The next reply to a request.</summary>
    public Heard Reply(string id, ZmtpClient? channel = null)
    {
        var reply = Read(channel ?? Shell);
        Assert.Equal(id, reply.ParentId);
        return reply;
    }

    /// <summary>What iopub says of a request, up to idle.</summary>
    public List<Heard> Outputs(string id)
    {
        var heard = new List<Heard>();
        while (heard.LastOrDefault()?.Line != "idle")
        {
            var next = Read(Iopub);
            if (next.ParentId == id) heard.Add(next);
        }
        return heard;
    }

    /// <summary>Waits for a message of iopub.</summary>
    public Heard Until(Func<Heard, bool> condition)
    {
        while (true)
        {
            var next = Read(Iopub);
            if (condition(next)) return next;
        }
    }

    /// <summary>Runs a cell; returns the reply and the outputs.</summary>
    public (JsonObject Reply, List<Heard> Outputs) Run(string code, JsonObject? options = null)
    {
        var id = Execute(code, options);
        return (Reply(id).Content, Outputs(id));
    }

    /// <summary>The value of a cell.</summary>
    public string Value(string code) => (string)Run(code).Outputs.Single(output => output.Type == "execute_result").Content["data"]!["text/plain"]!;

    /// <summary>Sends a request and returns the content of its reply.</summary>
    public JsonObject Ask(string type, JsonObject? content = null, bool control = false)
    {
        var channel = control ? Control : Shell;
        return Reply(Send(channel, type, content), channel).Content;
    }

    public void Dispose()
    {
        foreach (var channel in new[] { Shell, Control, Stdin, Iopub }) channel.Dispose();
    }

    private static byte[] Json(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json);

    private byte[] Sign(byte[][] parts) => Sign(key, parts);

    private static byte[] Sign(string key, byte[][] parts) =>
        key.Length == 0 ? [] : Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), parts.SelectMany(part => part).ToArray())));
}
