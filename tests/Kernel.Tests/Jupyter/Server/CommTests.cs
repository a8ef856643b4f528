using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

public class CommTests
{
    private const string Echo = """
        var opened = 0;
        Comm.Register("echo", (comm, message) =>
        {
            opened++;
            Console.Write($"opened with {message.Data["x"]}");
            comm.Message += m => { Console.Write("got"); display((string)m.Data["say"]); comm.Send(m.Data, buffers: m.Buffers); };
            comm.Closed += m => Console.Write("closed");
        });
        """;

    [Fact]
    public void Handlers_of_cells_answer_and_what_they_print_belongs_to_the_message()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        Assert.Equal("ok", (string?)front.Run(Echo).Reply["status"]);
        var open = front.Send(front.Shell, "comm_open", new() { ["comm_id"] = "c1", ["target_name"] = "echo", ["data"] = new JsonObject { ["x"] = 5 } });
        Assert.Equal(["busy", "stdout:opened with 5", "idle"], Lines(front, open));
        var said = front.Send(front.Shell, "comm_msg", new() { ["comm_id"] = "c1", ["data"] = new JsonObject { ["say"] = "hello" } }, null, [1, 2], []);
        var outputs = front.Outputs(said);
        Assert.Equal(["busy", "stdout:got", "display:hello", "comm_msg", "idle"], outputs.Select(output => output.Line));
        Assert.Equal("""{"comm_id":"c1","data":{"say":"hello"}}""", outputs[3].Content.ToJsonString());
        Assert.Equal([[1, 2], []], outputs[3].Buffers);
        Assert.Equal("""{"c1":{"target_name":"echo"}}""", front.Ask("comm_info_request")["comms"]!.ToJsonString());
        Assert.Equal("{}", front.Ask("comm_info_request", new() { ["target_name"] = "other" })["comms"]!.ToJsonString());
        var close = front.Send(front.Shell, "comm_close", new() { ["comm_id"] = "c1" });
        Assert.Equal(["busy", "stdout:closed", "idle"], Lines(front, close));
        Assert.Equal("{}", front.Ask("comm_info_request")["comms"]!.ToJsonString());
        Assert.Equal("1", front.Value("opened"));
    }

    [Fact]
    public void An_unknown_target_is_closed_at_once_and_unknown_comms_are_ignored()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var open = front.Send(front.Shell, "comm_open", new() { ["comm_id"] = "c1", ["target_name"] = "nobody" });
        var outputs = front.Outputs(open);
        Assert.Equal(["busy", "comm_close", "idle"], outputs.Select(output => output.Line));
        Assert.Equal("c1", outputs[1].Text("comm_id"));
        foreach (var type in new[] { "comm_msg", "comm_close" }) Assert.Equal(["busy", "idle"], Lines(front, front.Send(front.Shell, type, new() { ["comm_id"] = "c1" })));
        Assert.Equal(["busy", "comm_close", "idle"], Lines(front, front.Send(front.Shell, "comm_open", new() { ["comm_id"] = 5, ["target_name"] = null })));
        Assert.Equal("{}", front.Ask("comm_info_request")["comms"]!.ToJsonString());
    }

    [Fact]
    public void Cells_open_comms_send_and_close()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var id = front.Execute("""
            var comm = Comm.Open("chart", new { x = 1 }, buffers: [new byte[] { 7 }]);
            comm.Message += m => Console.Write(m.Data.ToJsonString());
            Console.Write("a");
            comm.Send(null);
            """);
        front.Reply(id);
        var outputs = front.Outputs(id);
        Assert.Equal(["busy", "input 1", "comm_open", "stdout:a", "comm_msg", "idle"], outputs.Select(output => output.Line));
        Assert.Equal(("chart", 1, 7), (outputs[2].Text("target_name"), (int)outputs[2].Content["data"]!["x"]!, outputs[2].Buffers.Single().Single()));
        Assert.Equal("{}", outputs[4].Content["data"]!.ToJsonString());
        var comm = outputs[2].Text("comm_id");
        Assert.Equal(["busy", "stdout:[1]", "idle"], Lines(front, front.Send(front.Shell, "comm_msg", new() { ["comm_id"] = comm, ["data"] = new JsonArray(1) })));
        Assert.Equal(["busy", "input 2", "comm_close", "idle"], front.Run("comm.Close(); comm.Close();").Outputs.Select(output => output.Line));
        Assert.Equal("InvalidOperationException", (string?)front.Run("comm.Send(1)").Reply["ename"]);
        Assert.Equal("true", front.Value("comm.IsClosed"));
    }

    [Fact]
    public void A_handler_that_fails_shows_its_error_and_the_kernel_goes_on()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Run("""
            Comm.Register("bad", (comm, message) => { if (message.Data is null) throw new FormatException("no"); comm.Message += m => int.Parse("x"); });
            """);
        Assert.Equal(["busy", "comm_close", "error:FormatException", "idle"], Lines(front, front.Send(front.Shell, "comm_open", new() { ["comm_id"] = "c", ["target_name"] = "bad" })));
        Assert.Equal("{}", front.Ask("comm_info_request")["comms"]!.ToJsonString());
        Assert.Equal(["busy", "idle"], Lines(front, front.Send(front.Shell, "comm_open", new() { ["comm_id"] = "c", ["target_name"] = "bad", ["data"] = 1 })));
        Assert.Equal(["busy", "error:FormatException", "idle"], Lines(front, front.Send(front.Shell, "comm_msg", new() { ["comm_id"] = "c" })));
        Assert.Equal("2", front.Value("1 + 1"));
    }

    [Fact]
    public void Handlers_take_turns_with_cells_and_can_be_interrupted()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Run("""
            var log = "";
            Comm.Register("slow", async (comm, message) => { await Task.Delay(50); log += "handler "; Console.Write("on"); while ((string)message.Data == "forever") { } });
            """);
        var cell = front.Execute("System.Threading.Thread.Sleep(200); log += \"cell \";");
        var open = front.Send(front.Shell, "comm_open", new() { ["comm_id"] = "c", ["target_name"] = "slow", ["data"] = "" });
        var after = front.Execute("log += \"after\"; log");
        front.Reply(cell);
        front.Reply(after);
        Assert.Contains("result:cell handler after", Lines(front, after));
        open = front.Send(front.Shell, "comm_open", new() { ["comm_id"] = "d", ["target_name"] = "slow", ["data"] = "forever" });
        front.Until(heard => heard.Type == "stream" && heard.ParentId == open);
        front.Ask("interrupt_request", control: true);
        Assert.Contains("error:CellInterruptedException", Lines(front, open));
        Assert.Equal("2", front.Value("1 + 1"));
    }

    [Fact]
    public void A_comm_sends_from_threads_that_outlive_their_cell()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var id = front.Execute("var comm = Comm.Open(\"ticker\"); new System.Threading.Thread(() => { System.Threading.Thread.Sleep(200); comm.Send(1); }).UnsafeStart();");
        front.Reply(id);
        Assert.Equal("1", front.Until(heard => heard.Type == "comm_msg" && heard.ParentId == id).Content["data"]!.ToJsonString());
    }

    private static IEnumerable<string> Lines(FrontEnd front, string id) => front.Outputs(id).Select(output => output.Line);
}
