using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

public class ShutdownTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void The_reply_and_idle_arrive_before_the_end(bool control, bool restart)
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Run("1");
        var serving = new Thread(() =>
        {
            served.Server.Wait();
            served.Server.Dispose();
        });
        serving.Start();
        var channel = control ? front.Control : front.Shell;
        var id = front.Send(channel, "shutdown_request", new JsonObject { ["restart"] = restart });
        var reply = front.Reply(id, channel);
        Assert.Equal(("shutdown_reply", restart), (reply.Type, (bool?)reply.Content["restart"]));
        Assert.Equal(["busy", "shutdown_reply", "idle"], front.Outputs(id).Select(output => output.Line));
        Assert.True(serving.Join(TimeSpan.FromSeconds(60)));
        channel.AssertClosed();
        front.Iopub.AssertClosed();
    }

    [Fact]
    public void A_running_cell_does_not_keep_the_kernel()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var running = front.Execute("while (true) { }");
        front.Until(heard => heard.Type == "execute_input" && heard.ParentId == running);
        Assert.Equal("ok", (string?)front.Ask("shutdown_request", control: true)["status"]);
        served.Server.Wait();
    }

    // Front ends kill a kernel that takes more than five seconds.
    [Fact]
    public void Front_ends_that_stand_still_do_not_delay_the_end()
    {
        // A machine that is busy with other tests may stand still for seconds itself, though not each time.
        var seconds = double.MaxValue;
        for (var round = 0; round < 4 && seconds > 4.5; round++) seconds = Math.Min(seconds, ToTheEnd());
        Assert.InRange(seconds, 0, 4.5);

        static double ToTheEnd()
        {
            using var served = new Served();
            var stuck = Enumerable.Range(0, 4).Select(_ => served.Connect()).ToList();
            served.FrontEnd.Run("Console.Write(new string('x', 20_000_000));");
            var clock = Stopwatch.StartNew();
            served.Server.Dispose();
            var seconds = clock.Elapsed.TotalSeconds;
            stuck.ForEach(front => front.Dispose());
            return seconds;
        }
    }

    [Fact]
    public void Disposing_while_front_ends_talk_is_no_accident()
    {
        for (var round = 0; round < 5; round++)
        {
            using var served = new Served();
            using var front = served.Connect();
            var talking = new Thread(() =>
            {
                try
                {
                    for (var i = 0; i < 100_000; i++) front.Send(front.Shell, "kernel_info_request");
                }
                catch (System.Net.Sockets.SocketException)
                {
                }
            });
            talking.Start();
            front.Read(front.Shell);
            served.Server.Dispose();
            Assert.True(talking.Join(TimeSpan.FromSeconds(60)));
        }
    }
}
