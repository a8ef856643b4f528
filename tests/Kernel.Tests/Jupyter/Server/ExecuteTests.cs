using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

public class ExecuteTests
{
    [Fact]
    public void Outputs_come_in_order_between_busy_and_idle()
    {
        using var served = new Served();
        var (reply, outputs) = served.FrontEnd.Run("Console.Write(\"a\"); Console.Error.Write(\"b\"); display(\"c\"); Console.Write(\"d\"); 1 + 1");
        Assert.Equal(["busy", "input 1", "stdout:a", "stderr:b", "display:c", "stdout:d", "result:2", "idle"], outputs.Select(output => output.Line));
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Equal(1, (int?)reply["execution_count"]);
    }

    [Fact]
    public void Printed_text_is_out_before_the_reply()
    {
        using var served = new Served();
        for (var i = 0; i < 20; i++)
        {
            var id = served.FrontEnd.Execute($"Console.Write(\"{i}\")");
            served.FrontEnd.Reply(id);
            Assert.True(served.FrontEnd.Iopub.Hears(60_000));
            Assert.Equal(["busy", $"input {i + 1}", $"stdout:{i}", "idle"], served.FrontEnd.Outputs(id).Select(output => output.Line));
        }
    }

    [Fact]
    public void Silent_and_unstored_cells_are_not_counted()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        Assert.Equal(["busy", "input 1", "result:1", "idle"], front.Run("1").Outputs.Select(output => output.Line));
        Assert.Equal(["busy", "idle"], front.Run("2", new JsonObject { ["silent"] = true }).Outputs.Select(output => output.Line));
        Assert.Equal(["busy", "input 1", "result:3", "idle"], front.Run("3", new JsonObject { ["store_history"] = false }).Outputs.Select(output => output.Line));
        Assert.Equal(["busy", "input 2", "result:4", "idle"], front.Run("4").Outputs.Select(output => output.Line));
        var history = front.Ask("history_request", new JsonObject { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 1 })["history"]!.AsArray();
        Assert.Equal(["1", "4"], history.Select(entry => (string)entry![2]!));
    }

    [Fact]
    public void User_expressions_are_evaluated_each_on_its_own()
    {
        using var served = new Served();
        var (reply, _) = served.FrontEnd.Run("var x = 20;", new JsonObject
        {
            ["user_expressions"] = new JsonObject { ["good"] = "x + 1", ["bad"] = "nothing", ["throwing"] = "int.Parse(\"x\")", ["odd"] = 5 },
        });
        var values = reply["user_expressions"]!;
        Assert.Equal("21", (string?)values["good"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)values["bad"]!["status"]);
        Assert.Equal("FormatException", (string?)values["throwing"]!["ename"]);
        Assert.Equal("5", (string?)values["odd"]!["data"]!["text/plain"]);
    }

    [Fact]
    public void An_error_is_published_and_replied()
    {
        using var served = new Served();
        var (reply, outputs) = served.FrontEnd.Run("throw new InvalidOperationException(\"so it is\");");
        Assert.Equal(["busy", "input 1", "error:InvalidOperationException", "idle"], outputs.Select(output => output.Line));
        Assert.Equal(("error", "so it is", 1), ((string?)reply["status"], (string?)reply["evalue"], (int?)reply["execution_count"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failing_cell_stops_those_behind_it_when_asked(bool stop)
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Run("1");
        var gate = Path.Combine(Path.GetTempPath(), $"mn-gate-{Guid.NewGuid():N}");
        var failing = front.Execute($"while (!System.IO.File.Exists(@\"{gate}\")) System.Threading.Thread.Sleep(5); throw new Exception();", new JsonObject { ["stop_on_error"] = stop });
        var behind = Enumerable.Range(0, 3).Select(i => front.Execute($"{i}")).ToList();
        var info = front.Send(front.Shell, "history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 1 });
        // Answered beside the cell, and sent after all of them: they have come when this is answered.
        front.Ask("kernel_info_request");
        File.Create(gate).Dispose();
        Assert.Equal("error", front.Reply(failing).Text("status"));
        foreach (var id in behind) Assert.Equal(stop ? "aborted" : "ok", front.Reply(id).Text("status"));
        Assert.Equal("ok", front.Reply(info).Text("status"));
        foreach (var id in behind) Assert.Equal(["busy", .. stop ? new[] { "idle" } : []], front.Outputs(id).Take(stop ? 2 : 1).Select(output => output.Line));
        Assert.Equal("7", front.Value("7"));
        File.Delete(gate);
    }

    [Fact]
    public void A_question_shows_documentation_in_the_pager_and_counts_like_any_cell()
    {
        using var served = new Served();
        var (reply, outputs) = served.FrontEnd.Run("Math.Sqrt?");
        Assert.Contains("square root", reply["payload"]![0]!["data"]!["text/plain"]!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, (int?)reply["execution_count"]);
        Assert.Equal(["busy", "input 1", "idle"], outputs.Select(output => output.Line));
        Assert.Equal(2, (int?)served.FrontEnd.Run("2").Reply["execution_count"]);
    }

    [Fact]
    public void A_request_without_code_is_an_error_that_says_so()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        foreach (var content in new JsonObject?[] { null, new() { ["code"] = 5 }, new() { ["code"] = null } })
        {
            var id = front.Send(front.Shell, "execute_request", content);
            var reply = front.Reply(id);
            Assert.Equal("error", reply.Text("status"));
            Assert.Contains("code", reply.Text("evalue"), StringComparison.Ordinal);
            Assert.Equal("idle", front.Outputs(id)[^1].Line);
        }
        Assert.Equal("1", front.Value("1"));
    }

    [Fact]
    public void Requests_are_answered_while_a_cell_runs()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Run("var number = 1;");
        var running = front.Execute("while (true) { }");
        front.Until(heard => heard.Type == "execute_input" && heard.ParentId == running);
        Assert.Equal("ok", (string?)front.Ask("kernel_info_request")["status"]);
        Assert.Contains("number", front.Ask("complete_request", new JsonObject { ["code"] = "numb", ["cursor_pos"] = 4 })["matches"]!.AsArray().Select(match => (string)match!));
        Assert.True((bool?)front.Ask("inspect_request", new JsonObject { ["code"] = "number", ["cursor_pos"] = 3 })["found"]);
        Assert.Equal("incomplete", (string?)front.Ask("is_complete_request", FrontEnd.Code("if (true) {"))["status"]);
        Assert.Equal("ok", (string?)front.Ask("comm_info_request")["status"]);
        Assert.Equal("ok", (string?)front.Ask("interrupt_request", control: true)["status"]);
        Assert.Equal("error", front.Reply(running).Text("status"));
    }

    [Fact]
    public void Two_front_ends_each_get_their_own_replies_and_all_outputs()
    {
        using var served = new Served();
        using var other = served.Connect(minor: 0);
        var one = served.FrontEnd.Execute("\"one\"");
        var two = other.Execute("\"two\"");
        served.FrontEnd.Reply(one);
        other.Reply(two);
        foreach (var front in new[] { served.FrontEnd, other })
        {
            var results = new List<string>();
            while (results.Count < 2)
            {
                if (front.Read(front.Iopub) is { Type: "execute_result" } result) results.Add(result.Line);
            }
            Assert.Equal(["result:one", "result:two"], results.Order());
        }
    }
}
