using System.Text;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

public class FrameTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(64 * 1024 - 9)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(10_000_000)]
    public void Frames_of_any_size_go_there_and_back(int size)
    {
        using var test = Loopback.ForRouter();
        using var client = test.Connect("DEALER", "one");
        var body = new byte[size];
        new Random(1).NextBytes(body);
        client.Send([1], body, []);
        var (identity, frames) = test.Message();
        AssertSame([[1], body, []], frames);
        test.Router.Send(identity, [[], body, [2]]);
        AssertSame([[], body, [2]], client.Receive());
    }

    [Fact]
    public void Many_small_messages_keep_their_order()
    {
        using var test = Loopback.ForRouter();
        using var client = test.Connect("DEALER", "one");
        const int Count = 20_000;
        var sending = new Thread(() =>
        {
            for (var i = 0; i < Count; i++) client.Send(BitConverter.GetBytes(i));
        });
        sending.Start();
        for (var i = 0; i < Count; i++)
        {
            var (identity, frames) = test.Message();
            Assert.Equal(i, BitConverter.ToInt32(frames[0]));
            test.Router.Send(identity, frames);
        }
        for (var i = 0; i < Count; i++) Assert.Equal(i, BitConverter.ToInt32(client.Receive()[0]));
        sending.Join();
    }

    [Fact]
    public void A_message_of_10_000_frames_is_refused_and_the_socket_serves_on()
    {
        using var test = Loopback.ForRouter();
        using var client = test.Connect("DEALER");
        client.Write(Enumerable.Repeat<byte[]>([1, 0], 10_000).SelectMany(frame => frame).ToArray());
        client.AssertClosed();
        using var next = test.Connect("DEALER");
        next.Send("still there"u8.ToArray());
        Assert.Equal("still there", Encoding.ASCII.GetString(test.Message().Frames[0]));
    }

    [Fact]
    public void A_message_cut_in_the_middle_is_no_message()
    {
        using var test = Loopback.ForRouter();
        using (var client = test.Connect("DEALER"))
        {
            client.WriteFrame(1, [1]);
            client.Write([2, 0, 0, 0, 0, 0, 0, 1]);
        }
        using var next = test.Connect("DEALER");
        next.Send([2]);
        Assert.Equal([[2]], test.Message().Frames);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void PING_is_answered_with_its_context_between_and_inside_messages(byte minor)
    {
        using var test = Loopback.ForRouter();
        using var client = test.Connect("DEALER", minor: minor);
        client.Command("PING", 0, 10);
        AssertPong(client, []);
        client.WriteFrame(1, [1]);
        client.Command("PING", 0, 10, 7, 8, 9);
        AssertPong(client, [7, 8, 9]);
        client.WriteFrame(0, [2]);
        Assert.Equal([[1], [2]], test.Message().Frames);
        client.Command("PONG", 1);
        client.Command("NOBODYKNOWS", 1);
        client.Send([3]);
        Assert.Equal([[3]], test.Message().Frames);
    }

    [Fact]
    public void ERROR_from_the_peer_ends_the_connection()
    {
        using var test = Loopback.ForRouter();
        using var client = test.Connect("DEALER");
        client.Command("ERROR", 0);
        client.AssertClosed();
    }

    [Fact]
    public void Heartbeats_come_back_envelope_included()
    {
        using var test = Loopback.ForReplies();
        using var request = test.Connect("REQ");
        request.Send([], "ping"u8.ToArray());
        Assert.Equal([[], "ping"u8.ToArray()], request.Receive());
        using var dealer = test.Connect("DEALER");
        dealer.Send([1], [2], [], [3]);
        Assert.Equal([[1], [2], [], [3]], dealer.Receive());
    }

    private static void AssertSame(byte[][] expected, byte[][] frames)
    {
        Assert.Equal(expected.Length, frames.Length);
        Assert.All(expected.Zip(frames), pair => Assert.True(pair.First.AsSpan().SequenceEqual(pair.Second)));
    }

    private static void AssertPong(ZmtpClient client, byte[] context)
    {
        var (name, data) = client.ReadCommand();
        Assert.Equal("PONG", name);
        Assert.Equal(context, data);
    }
}
