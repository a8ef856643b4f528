using System.Text;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

public class PublisherTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Topics_are_prefixes_and_counted(byte minor)
    {
        using var test = Loopback.ForPublisher();
        using var client = test.Subscribe("ab", minor);
        Change(client, minor, true, "ab");
        Change(client, minor, true, "x");
        Assert.Equal("x", Loopback.Next(test.Subscribed));
        Publish(test, "a", "ab", "abc", "b");
        Assert.Equal(["ab", "abc"], Heard(client, 2));
        Change(client, minor, false, "ab");
        Change(client, minor, false, "never");
        Settle(test, client, minor);
        Publish(test, "ab", "x");
        Assert.Equal(["ab", "x"], Heard(client, 2));
        Change(client, minor, false, "ab");
        Settle(test, client, minor);
        Publish(test, "ab", "x");
        Assert.Equal(["x"], Heard(client, 1));
        Assert.Empty(test.Subscribed);
    }

    [Fact]
    public void Both_styles_of_subscription_are_taken_from_one_peer()
    {
        using var test = Loopback.ForPublisher();
        using var client = test.Subscribe("a", minor: 1);
        Change(client, 0, true, "b");
        Loopback.Next(test.Subscribed);
        Publish(test, "b", "a");
        Assert.Equal(["b", "a"], Heard(client, 2));
    }

    [Fact]
    public void Everybody_hears_everything_and_nobody_counts_when_gone()
    {
        using var test = Loopback.ForPublisher();
        Assert.False(test.Publisher.HasSubscribers);
        var one = test.Subscribe();
        using var two = test.Subscribe();
        Publish(test, "first");
        Assert.Equal(["first"], Heard(one, 1));
        Assert.Equal(["first"], Heard(two, 1));
        one.Reset();
        for (var i = 0; i < 10; i++) Publish(test, "second");
        Assert.Equal(Enumerable.Repeat("second", 10), Heard(two, 10));
        two.Dispose();
        Loopback.WaitFor(() => !test.Publisher.HasSubscribers, "the end of both");
    }

    [Fact]
    public void A_message_that_is_no_subscription_is_ignored()
    {
        using var test = Loopback.ForPublisher();
        using var client = test.Subscribe("a");
        client.Send([]);
        client.Send([5, 6]);
        client.Send([1, 2], [3]);
        Settle(test, client, 1);
        Publish(test, "a");
        Assert.Equal(["a"], Heard(client, 1));
    }

    [Fact]
    public void Topics_beyond_all_measure_end_the_connection()
    {
        using var test = Loopback.ForPublisher();
        using var client = test.Connect("SUB");
        var sending = new Thread(() =>
        {
            try
            {
                for (var i = 0; i < 3000; i++) client.Command("SUBSCRIBE", BitConverter.GetBytes(i));
            }
            catch (Exception error) when (error is System.Net.Sockets.SocketException or ObjectDisposedException)
            {
            }
        });
        sending.Start();
        client.AssertClosed();
        Assert.True(sending.Join(Loopback.Limit));
    }

    [Fact]
    public void A_long_subscription_is_not_kept()
    {
        using var test = Loopback.ForPublisher();
        using var client = test.Connect("SUB", minor: 0);
        client.Write([2, 0, 0, 0, 0, 0x04, 0, 0, 0, 1]);
        client.AssertClosed();
    }

    private static void Change(ZmtpClient client, byte minor, bool on, string topic)
    {
        if (minor == 0) client.Send([(byte)(on ? 1 : 0), .. Encoding.Latin1.GetBytes(topic)]);
        else client.Command(on ? "SUBSCRIBE" : "CANCEL", Encoding.Latin1.GetBytes(topic));
    }

    // What was sent before is in force when a subscription behind it is reported.
    private static void Settle(Loopback test, ZmtpClient client, byte minor)
    {
        var mark = Guid.NewGuid().ToString();
        Change(client, minor, true, mark);
        Assert.Equal(mark, Loopback.Next(test.Subscribed));
    }

    private static void Publish(Loopback test, params string[] topics)
    {
        foreach (var topic in topics) test.Publisher.Send([Encoding.Latin1.GetBytes(topic)]);
    }

    private static string[] Heard(ZmtpClient client, int count) => [.. Enumerable.Range(0, count).Select(_ => Encoding.Latin1.GetString(client.Receive()[0]))];
}
