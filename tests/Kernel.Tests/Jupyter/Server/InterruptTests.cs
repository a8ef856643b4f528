using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

public class InterruptTests
{
    [Fact]
    public void Nothing_happens_when_nothing_runs()
    {
        using var served = new Served();
        for (var i = 0; i < 3; i++) Assert.Equal("ok", (string?)served.FrontEnd.Ask("interrupt_request", control: true)["status"]);
        served.Server.Interrupt();
        Assert.Equal("1", served.FrontEnd.Value("1"));
    }

    // An interrupt that finds the cell anywhere between the wire and its first line stops it.
    [Fact]
    public void One_that_comes_at_any_moment_stops_the_cell()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Run("var kept = 1;");
        for (var i = 0; i < 40; i++)
        {
            var id = front.Execute("while (true) { }");
            Thread.SpinWait(i * 5000);
            for (var k = 0; k < 500 && !front.Shell.Hears(20); k++) served.Server.Interrupt();
            Assert.Contains(front.Reply(id).Text("status"), new[] { "error", "aborted" });
        }
        Assert.Equal("1", front.Value("kept"));
    }

    [Fact]
    public void Repeated_ones_stop_one_cell_once()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Run("1");
        var id = front.Execute("System.Threading.Thread.Sleep(100_000);");
        front.Until(heard => heard.Type == "execute_input" && heard.ParentId == id);
        for (var i = 0; i < 10; i++) front.Send(front.Control, "interrupt_request");
        Assert.Equal("CellInterruptedException", front.Reply(id).Text("ename"));
        for (var i = 0; i < 10; i++) Assert.Equal("ok", front.Read(front.Control).Text("status"));
        Assert.Equal("2", front.Value("2"));
    }

    [Fact]
    public void User_expressions_of_an_interrupted_cell_still_get_a_reply()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Run("1");
        var id = front.Execute("1", new JsonObject { ["user_expressions"] = new JsonObject { ["x"] = "new Func<int>(() => { while (true) { } })()" } });
        front.Until(heard => heard.Type == "execute_result" && heard.ParentId == id);
        front.Ask("interrupt_request", control: true);
        var reply = front.Reply(id);
        Assert.NotNull(reply.Content["status"]);
        Assert.NotNull(reply.Content["execution_count"]);
        Assert.Equal("2", front.Value("2"));
    }

    [Fact]
    public void A_front_end_that_stands_still_keeps_nobody_from_stopping_a_cell()
    {
        using var served = new Served();
        using var stuck = served.Connect();
        var front = served.FrontEnd;
        var id = front.Execute("var line = new string('x', 1_000_000); while (true) Console.WriteLine(line);");
        var heard = 0;
        var reading = new Thread(() =>
        {
            while (front.Read(front.Iopub).Line != "idle") heard++;
        });
        front.Until(message => message.Type == "execute_input");
        reading.Start();
        Thread.Sleep(4000); // Time to fill what waits for the one that does not read.
        Assert.Equal("ok", (string?)front.Ask("kernel_info_request", control: true)["status"]);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("ok", (string?)front.Ask("interrupt_request", control: true)["status"]);
        Assert.Equal("error", front.Reply(id).Text("status"));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30); // The kernel waits a minute for one that listens alone and does not read.
        Assert.True(reading.Join(TimeSpan.FromSeconds(30)));
        Assert.True(heard > 3);
    }
}
