using System.Text;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

public class HandshakeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 0xAB)]
    [InlineData(7, 0)]
    public void A_peer_of_version_3_is_taken_whatever_its_padding(byte minor, byte padding)
    {
        using var test = Loopback.ForReplies();
        using var client = new ZmtpClient(test.Address);
        client.Write(ZmtpClient.Greeting(minor: minor, padding: padding));
        Assert.Equal([3, 1], client.Read(64)[10..12]);
        client.WriteFrame(4, ZmtpClient.Ready("REQ", ""));
        Assert.Equal([5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, 3, .. "REP"u8], client.ReadFrame().Body);
        client.Send([], [7]);
        Assert.Equal([[], [7]], client.Receive());
    }

    [Fact]
    public void Greeting_and_READY_may_come_byte_by_byte()
    {
        using var test = Loopback.ForReplies();
        using var client = new ZmtpClient(test.Address);
        byte[] all = [.. ZmtpClient.Greeting(), 4, .. Sized(ZmtpClient.Ready("REQ", null)), 1, 0, 0, 1, 9];
        foreach (var one in all) client.Write([one]);
        client.Read(64);
        Assert.Equal("READY", client.ReadCommand().Name);
        Assert.Equal([[], [9]], client.Receive());
    }

    [Fact]
    public void Another_mechanism_is_closed()
    {
        using var test = Loopback.ForReplies();
        using var client = new ZmtpClient(test.Address);
        client.Write(ZmtpClient.Greeting(mechanism: "CURVE"));
        client.AssertClosed();
        Loopback.WaitFor(() => test.Lines.Any(line => line.Contains("mechanism", StringComparison.Ordinal)), "a log line");
    }

    // A peer of version 2 stops after its revision and waits for ours: the rest of a greeting never comes.
    [Fact]
    public void Version_2_is_closed_and_the_log_says_why()
    {
        using var test = Loopback.ForReplies();
        using var client = new ZmtpClient(test.Address);
        client.Write([.. ZmtpClient.Greeting(major: 1)[..11], 5]);
        client.AssertClosed();
        Loopback.WaitFor(() => test.Lines.Any(line => line.Contains("version 3", StringComparison.Ordinal)), "a log line");
    }

    [Fact]
    public void A_wrong_socket_type_gets_ERROR_and_is_closed()
    {
        using var test = Loopback.ForReplies();
        using var client = new ZmtpClient(test.Address);
        client.Write(ZmtpClient.Greeting());
        client.Read(64);
        client.WriteFrame(4, ZmtpClient.Ready("SUB", null));
        Assert.Equal("READY", client.ReadCommand().Name);
        var (name, data) = client.ReadCommand();
        Assert.Equal(("ERROR", "Invalid socket type"), (name, Encoding.ASCII.GetString(data, 1, data[0])));
        client.AssertClosed();
    }

    public static TheoryData<string, byte[]> Garbage => new()
    {
        { "HTTP", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray() },
        { "zeros", new byte[200] },
        { "a message before READY", [.. ZmtpClient.Greeting(), 0, 1, 5] },
        { "a command without a name", [.. ZmtpClient.Greeting(), 4, 0] },
        { "a name longer than its frame", [.. ZmtpClient.Greeting(), 4, 2, 9, 65] },
        { "another command", [.. ZmtpClient.Greeting(), 4, 6, 5, .. "HELLO"u8] },
        { "a property longer than READY", [.. ZmtpClient.Greeting(), 4, 14, 5, .. "READY"u8, 1, 65, 0x7F, 255, 255, 255, 1, 2] },
        { "a negative property", [.. ZmtpClient.Greeting(), 4, 14, 5, .. "READY"u8, 1, 65, 0xFF, 255, 255, 255, 1, 2] },
        { "READY of a gigabyte", [.. ZmtpClient.Greeting(), 6, 0, 0, 0, 0, 0x40, 0, 0, 0] },
        { "an endless frame", [.. ZmtpClient.Greeting(), 4, .. Sized(ZmtpClient.Ready("REQ", null)), 2, 0x7F, 255, 255, 255, 255, 255, 255, 255] },
        { "a negative frame", [.. ZmtpClient.Greeting(), 4, .. Sized(ZmtpClient.Ready("REQ", null)), 2, 255, 255, 255, 255, 255, 255, 255, 255] },
        { "unknown flags", [.. ZmtpClient.Greeting(), 4, .. Sized(ZmtpClient.Ready("REQ", null)), 0x88, 0] },
        { "a command in parts", [.. ZmtpClient.Greeting(), 4, .. Sized(ZmtpClient.Ready("REQ", null)), 5, 2, 1, 65] },
        { "a command of 100 MB", [.. ZmtpClient.Greeting(), 4, .. Sized(ZmtpClient.Ready("REQ", null)), 6, 0, 0, 0, 0, 0x06, 0, 0, 0] },
        { "PING without a time to live", [.. ZmtpClient.Greeting(), 4, .. Sized(ZmtpClient.Ready("REQ", null)), 4, 5, 4, .. "PING"u8] },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    public void Garbage_is_closed_and_the_socket_serves_on(string what, byte[] bytes)
    {
        using var test = Loopback.ForReplies();
        using var client = new ZmtpClient(test.Address);
        client.Write(bytes);
        client.AssertClosed();
        Loopback.WaitFor(() => !test.Lines.IsEmpty, $"a log line about {what}");
        using var next = test.Connect("REQ");
        next.Send([], [1]);
        Assert.Equal([[], [1]], next.Receive());
    }

    private static byte[] Sized(byte[] body) => [(byte)body.Length, .. body];
}
