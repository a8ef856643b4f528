using System.Text;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

public class RequestTests
{
    [Fact]
    public void Every_request_is_answered_between_busy_and_idle()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        foreach (var type in new[] { "kernel_info", "complete", "inspect", "is_complete", "history", "comm_info", "execute", "nobody_knows" })
        {
            var id = front.Send(front.Shell, type + "_request", FrontEnd.Code(""));
            var reply = front.Reply(id);
            Assert.Equal((type + "_reply", type == "nobody_knows" ? "error" : reply.Text("status")), (reply.Type, reply.Text("status")));
            var lines = front.Outputs(id).Select(output => output.Line).ToList();
            Assert.Equal(("busy", "idle"), (lines[0], lines[^1]));
        }
        foreach (var type in new[] { "kernel_info", "interrupt", "nobody_knows" })
        {
            var id = front.Send(front.Control, type + "_request");
            Assert.Equal(type + "_reply", front.Reply(id, front.Control).Type);
            Assert.Equal(["busy", "idle"], front.Outputs(id).Select(output => output.Line));
        }
    }

    [Theory]
    [InlineData("execute")]
    [InlineData("execute_reply")]
    [InlineData("status")]
    [InlineData("")]
    public void What_is_no_request_is_not_answered(string type)
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Send(front.Shell, type, FrontEnd.Code("1"));
        front.Reply(front.Send(front.Shell, "kernel_info_request"));
        Assert.Contains(served.Lines, line => line.Contains($"'{type}'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_reply_waits_for_a_listener_but_only_the_first()
    {
        using var served = new Served();
        using var deaf = served.Connect(listens: false);
        deaf.Ask("kernel_info_request");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 60; i++) deaf.Ask("kernel_info_request", control: i % 2 == 0);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30); // A wait before each would take sixty.
    }

    [Fact]
    public void A_late_listener_still_hears_the_first_request()
    {
        // The kernel waits a second. A listener that was kept from coming within half of it shows nothing, and another tries.
        for (var tries = 1; !Comes(); tries++) Assert.True(tries < 20, "This machine never reached its next line within half a second.");

        static bool Comes()
        {
            using var served = new Served();
            using var front = served.Connect(listens: false);
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var id = front.Send(front.Shell, "kernel_info_request");
            Thread.Sleep(100);
            front.Iopub.Command("SUBSCRIBE");
            if (clock.Elapsed.TotalSeconds > 0.5) return false;
            Assert.Equal("iopub_welcome", front.Read(front.Iopub).Type);
            Assert.Equal(["busy", "idle"], front.Outputs(id).Select(output => output.Line));
            front.Reply(id);
            return true;
        }
    }

    [Fact]
    public void A_forged_message_is_dropped_and_logged_and_the_next_one_answered()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var parts = new[] { Encoding.UTF8.GetBytes(front.Header("execute_request").ToJsonString()), "{}"u8.ToArray(), "{}"u8.ToArray(), "{\"code\":\"var x = 1;\"}"u8.ToArray() };
        var frames = front.Signed(parts);
        frames[1][0] ^= 1;
        front.Shell.Send(frames);
        front.Shell.Send([1], [2], [3]);
        front.Shell.Send([]);
        Assert.Equal("ok", (string?)front.Ask("kernel_info_request")["status"]);
        Assert.Contains(served.Lines, line => line.Contains("signature", StringComparison.Ordinal));
        Assert.Equal("error", (string?)front.Run("x").Reply["status"]);
    }

    [Fact]
    public void A_flood_of_forged_messages_does_not_flood_the_log()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        for (var i = 0; i < 5000; i++) front.Shell.Send("<IDS|MSG>"u8.ToArray(), [], [], [], [], []);
        Assert.Equal("ok", (string?)front.Ask("kernel_info_request")["status"]);
        Assert.InRange(served.Lines.Count, 1, 200);
    }

    // Front ends written in JavaScript send half pairs as escapes; whatever comes, the kernel lives and answers.
    [Theory]
    [InlineData("""{"msg_id":"\ud800","msg_type":"execute_request","session":"\udc00"}""", """{"code":"1"}""")]
    [InlineData("""{"msg_id":"1","msg_type":"execute_request"}""", """{"code":"1","code":"1"}""")]
    [InlineData("""{"msg_id":NaN,"msg_type":"execute_request"}""", """{"code":"1","user_expressions":{"a":NaN}}""")]
    [InlineData("""{"msg_type":"execute_request"}""", """{"code":"\"\ud800\"","silent":"x","store_history":5,"allow_stdin":[],"stop_on_error":null,"user_expressions":[]}""")]
    [InlineData("""{"msg_id":{"a":[]},"msg_type":"complete_request","date":12345678901234567890123}""", """{"code":"a\ud83d","cursor_pos":"x"}""")]
    [InlineData("""{"msg_id":null,"msg_type":"complete_request"}""", """{"code":"Math.","cursor_pos":-5}""")]
    [InlineData("""{"msg_id":"a","msg_type":"inspect_request"}""", """{"code":["x"],"cursor_pos":1e99,"detail_level":{}}""")]
    [InlineData("""{"msg_id":"a","msg_type":"history_request"}""", """{"hist_access_type":"range","session":"x","start":null,"stop":-1,"n":[]}""")]
    [InlineData("""{"msg_id":"a","msg_type":"history_request"}""", """{"hist_access_type":"search","pattern":"\ud800[*?\\","n":-3}""")]
    [InlineData("""{"msg_id":"a","msg_type":"comm_info_request"}""", """{"target_name":5}""")]
    [InlineData("""{"msg_id":"a","msg_type":"is_complete_request"}""", "null")]
    public void Odd_messages_are_answered_and_the_kernel_lives_on(string header, string content)
    {
        using var served = new Served();
        var front = served.FrontEnd;
        front.Shell.Send(front.Signed([Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "null"u8.ToArray(), Encoding.UTF8.GetBytes(content)]));
        Assert.NotNull(front.Read(front.Shell).Content["status"]);
        Assert.Equal("2", front.Value("1 + 1"));
    }

    [Fact]
    public void Completion_counts_in_code_points()
    {
        using var served = new Served();
        var reply = served.FrontEnd.Ask("complete_request", new JsonObject { ["code"] = "var s = \"😀😀\"; Math.Sqr", ["cursor_pos"] = 22 });
        Assert.Equal("Sqrt", (string?)reply["matches"]![0]);
        Assert.Equal(19, (int?)reply["cursor_start"]);
        Assert.Equal(22, (int?)reply["cursor_end"]);
    }

    [Fact]
    public void The_route_of_a_request_leads_its_reply_back()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var parts = new[] { Encoding.UTF8.GetBytes(front.Header("kernel_info_request").ToJsonString()), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray() };
        front.Shell.Send([[1], [], [2, 3], .. front.Signed(parts)]);
        var frames = front.Shell.Receive();
        Assert.Equal([[1], [], [2, 3]], frames[..3]);
        Assert.Equal("kernel_info_reply", FrontEnd.Parse(frames, "a secret").Type);
    }

    [Fact]
    public void Without_a_key_the_kernel_serves_unsigned()
    {
        using var served = new Served(key: "");
        Assert.Equal("2", served.FrontEnd.Value("1 + 1"));
    }

    [Fact]
    public void Any_text_survives_the_way_there_and_back()
    {
        using var served = new Served();
        const string Text = "NUL\0 é 漢字 😀 \u2028 <b>&amp; \\ \" ' \u007f";
        var id = served.FrontEnd.Execute($"Console.Write({System.Text.Json.JsonSerializer.Serialize(Text).Replace("\\u0027", "'", StringComparison.Ordinal)})");
        served.FrontEnd.Reply(id);
        Assert.Equal($"stdout:{Text}", served.FrontEnd.Outputs(id)[2].Line);
        var half = served.FrontEnd.Run("Console.Write(\"a\" + (char)0xD800 + \"b\"); \"\\ud83d\"");
        Assert.Equal(["busy", "input 2", "stdout:a\ufffdb", "result:\ufffd", "idle"], half.Outputs.Select(output => output.Line));
    }
}
