using System.Text;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

public class RouterTests
{
    [Fact]
    public void Given_identities_are_kept_and_missing_ones_made_up()
    {
        using var test = Loopback.ForRouter();
        using var named = test.Connect("DEALER", "front end");
        named.Send([1]);
        Assert.Equal(Convert.ToHexString("front end"u8), test.Message().Identity);
        var made = new List<string>();
        foreach (var identity in new[] { null, "", null })
        {
            using var client = test.Connect("REQ", identity);
            client.Send([], [1]);
            made.Add(test.Message().Identity);
        }
        Assert.All(made, identity => Assert.StartsWith("00", identity));
        Assert.All(made, identity => Assert.Equal(10, identity.Length));
        Assert.Equal(3, made.Distinct().Count());
    }

    [Fact]
    public void The_newest_connection_of_an_identity_wins()
    {
        using var test = Loopback.ForRouter();
        using var first = test.Connect("DEALER", "same");
        first.Send([1]);
        var (identity, _) = test.Message();
        using var second = test.Connect("DEALER", "same");
        first.AssertClosed();
        test.Router.Send(identity, [[2]]);
        Assert.Equal([[2]], second.Receive());
        second.Send([3]);
        Assert.Equal(identity, test.Message().Identity);
    }

    [Fact]
    public void What_goes_to_nobody_is_dropped()
    {
        using var test = Loopback.ForRouter();
        test.Router.Send("ABCD", [[1]]);
        var gone = test.Connect("DEALER", "gone");
        gone.Send([1]);
        var (identity, _) = test.Message();
        gone.Dispose();
        for (var i = 0; i < 100; i++) test.Router.Send(identity, [new byte[1000]]);
        using var back = test.Connect("DEALER", "gone");
        back.Send([1]);
        Assert.Equal(identity, test.Message().Identity);
        test.Router.Send(identity, [[9]]);
        Assert.Equal([[9]], back.Receive());
    }

    [Fact]
    public void Closing_delivers_what_was_queued()
    {
        using var test = Loopback.ForRouter();
        using var client = test.Connect("DEALER", "one");
        client.Send([1]);
        var (identity, _) = test.Message();
        for (var i = 0; i < 50; i++) test.Router.Send(identity, [Encoding.ASCII.GetBytes($"{i}"), new byte[100_000]]);
        var closing = new Thread(() => test.Socket.Close(Loopback.Limit));
        closing.Start();
        for (var i = 0; i < 50; i++) Assert.Equal($"{i}", Encoding.ASCII.GetString(client.Receive()[0]));
        client.AssertClosed();
        Assert.True(closing.Join(Loopback.Limit));
    }

    [Fact]
    public void Closing_does_not_wait_for_ever_for_a_peer_that_does_not_read()
    {
        using var test = Loopback.ForRouter();
        using var client = test.Connect("DEALER", "one");
        client.Send([1]);
        test.Router.Send(test.Message().Identity, [new byte[30_000_000]]);
        var closing = new Thread(() => test.Socket.Close(TimeSpan.FromMilliseconds(200)));
        closing.Start();
        Assert.True(closing.Join(TimeSpan.FromSeconds(10)));
    }
}
