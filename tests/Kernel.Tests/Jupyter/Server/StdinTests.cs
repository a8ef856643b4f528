using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Server;

public class StdinTests
{
    private const string Asking = "Console.ReadLine()";

    [Fact]
    public void An_answer_becomes_the_line()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var id = Execute(front, "var name = await GetInputAsync(\"Name?\"); name + \"!\"");
        var question = front.Read(front.Stdin);
        Assert.Equal(("input_request", id, "Name?"), (question.Type, question.ParentId, question.Text("prompt")));
        Answer(front, "Ann", question);
        front.Reply(id);
        Assert.Contains("result:Ann!", front.Outputs(id).Select(output => output.Line));
    }

    [Fact]
    public void Without_stdin_the_error_says_so()
    {
        using var served = new Served();
        var (reply, _) = served.FrontEnd.Run(Asking);
        Assert.Equal("NoInputException", (string?)reply["ename"]);
    }

    [Theory]
    [InlineData(Asking)]
    [InlineData("await GetInputAsync()")]
    public void An_interrupt_ends_the_wait_and_late_answers_are_dropped(string code)
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var id = Execute(front, code);
        var given = front.Read(front.Stdin);
        front.Ask("interrupt_request", control: true);
        Assert.Equal("error", front.Reply(id).Text("status"));
        Answer(front, "late", given);
        id = Execute(front, code);
        var question = front.Read(front.Stdin);
        Answer(front, "later still", given);
        Answer(front, "right", question);
        Assert.Equal("ok", front.Reply(id).Text("status"));
        Assert.Contains("result:right", front.Outputs(id).Select(output => output.Line));
    }

    // jupyter_client's answers carry no parent.
    [Fact]
    public void An_answer_without_parent_counts_for_the_question_that_is_open()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var id = Execute(front, Asking);
        front.Read(front.Stdin);
        front.Send(front.Stdin, "input_reply", new JsonObject { ["value"] = "plain" });
        front.Reply(id);
        Assert.Contains("result:plain", front.Outputs(id).Select(output => output.Line));
    }

    [Fact]
    public void The_front_end_that_runs_the_cell_is_asked_and_no_other_can_answer()
    {
        using var served = new Served();
        using var other = served.Connect();
        var front = served.FrontEnd;
        var id = Execute(front, Asking);
        var question = front.Read(front.Stdin);
        other.Send(other.Stdin, "input_reply", new JsonObject { ["value"] = "forged" });
        Assert.False(other.Stdin.Hears(200));
        Answer(front, "own", question);
        front.Reply(id);
        Assert.Contains("result:own", front.Outputs(id).Select(output => output.Line));
    }

    [Fact]
    public void Questions_asked_at_once_come_one_after_the_other()
    {
        using var served = new Served();
        var front = served.FrontEnd;
        var id = Execute(front, "string.Join(',', await Task.WhenAll(GetInputAsync(\"a\"), GetInputAsync(\"b\"), GetInputAsync(\"c\")))");
        for (var i = 0; i < 3; i++)
        {
            var question = front.Read(front.Stdin);
            Assert.False(front.Stdin.Hears(100));
            Answer(front, question.Text("prompt").ToUpperInvariant(), question);
        }
        front.Reply(id);
        Assert.Contains("result:A,B,C", front.Outputs(id).Select(output => output.Line));
    }

    private static string Execute(FrontEnd front, string code) => front.Execute(code, new JsonObject { ["allow_stdin"] = true });

    private static void Answer(FrontEnd front, string value, Heard question) =>
        front.Send(front.Stdin, "input_reply", new JsonObject { ["value"] = value }, (JsonObject)question.Header.DeepClone());
}
