using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Assistance;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Jupyter.Server.Histories;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Requests;

/// <summary><c>execute</c>: runs a cell.</summary>
/// <param name="session">What it runs in.</param>
/// <param name="notebook">What is saved of the cell.</param>
/// <param name="iopub">Where its outputs go.</param>
/// <param name="history">Where its input is kept.</param>
/// <param name="onError">Told when a failing cell should stop those behind it.</param>
internal sealed partial class ExecuteHandler(CSharpSession session, NotebookFile notebook, Iopub iopub, History history, Action onError) : IRequestHandler
{
    private readonly Lock gate = new();
    private CancellationTokenSource? cancellation;

    public string Type => "execute";

    public bool InTurn => true;

    /// <summary>The request being worked on; null between cells.</summary>
    public Message? Current { get; private set; }

    /// <summary>Stops the running cell.</summary>
    /// <returns>False when none runs.</returns>
    public bool Interrupt()
    {
        lock (gate)
        {
            cancellation?.Cancel();
            return cancellation is not null;
        }
    }

    public JsonObject Handle(Message request)
    {
        var code = request.Text("code");
        var silent = request.Flag("silent", false);
        var stored = !silent && request.Flag("store_history", true);
        using var source = new CancellationTokenSource();
        lock (gate) cancellation = source;
        Current = request;
        try
        {
            var count = session.ExecutionCount + (stored ? 1 : 0);
            if (stored) history.Add(count, code);
            if (!silent) iopub.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count }, request.Header);
            if (Question().Match(code) is { Success: true } question) return Page(question, stored, source.Token);
            return Leave().IsMatch(code) && !session.Variables.Any(variable => variable.Name == code.Trim())
                ? Counted(stored, new JsonObject { ["source"] = "ask_exit", ["keepkernel"] = true })
                : Run(request, code, silent, stored, source.Token);
        }
        finally
        {
            Current = null;
            lock (gate) cancellation = null;
        }
    }

    private JsonObject Run(Message request, string code, bool silent, bool stored, CancellationToken token)
    {
        var settings = new CellSettings { Silent = !stored, Language = notebook.LanguageOf(request.Metadata) };
        var sink = new IopubSink(iopub, request.Header, silent);
        CellResult result;
        try
        {
            result = session.RunAsync(code, sink, settings, token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            var stopped = new CellInterruptedException();
            var error = new CellError(nameof(CellInterruptedException), stopped.Message, [stopped.Message]);
            sink.Error(error);
            result = new CellResult(CellStatus.Interrupted, session.ExecutionCount, null, error, TimeSpan.Zero);
        }
        if (result.Error is null)
        {
            var content = Ok(session.ExecutionCount);
            content["user_expressions"] = Evaluate(request, token);
            return content;
        }
        if (request.Flag("stop_on_error", true)) onError();
        var reply = Errors.Reply(result.Error);
        reply["execution_count"] = session.ExecutionCount;
        reply["payload"] = new JsonArray();
        reply["user_expressions"] = new JsonObject();
        return reply;
    }

    private static JsonObject Ok(int count) => new()
    {
        ["status"] = "ok",
        ["execution_count"] = count,
        ["payload"] = new JsonArray(),
        ["user_expressions"] = new JsonObject(),
    };

    private JsonObject Evaluate(Message request, CancellationToken token)
    {
        var values = new JsonObject();
        if (request.Content["user_expressions"] is not JsonObject expressions) return values;
        foreach (var (name, expression) in expressions)
        {
            var sink = new ValueSink();
            var result = session.RunAsync(expression?.ToString() ?? "", sink, new CellSettings { Silent = true }, token).GetAwaiter().GetResult();
            values[name] = result.Error is { } error ? Errors.Reply(error) : new JsonObject
            {
                ["status"] = "ok",
                ["data"] = sink.Bundle.Data,
                ["metadata"] = sink.Bundle.Metadata,
            };
        }
        return values;
    }

    // As in IPython: `?name` or `name?` shows the documentation in the front end's pager, with two question marks all of it.
    private JsonObject Page(Match question, bool stored, CancellationToken token)
    {
        var name = question.Groups["name"].Value;
        var details = question.Value.Contains("??", StringComparison.Ordinal);
        var bundle = session.InspectAsync(name, name.Length, details, token).GetAwaiter().GetResult()
            ?? MimeBundle.Of(MimeTypes.Plain, $"Nothing is known about '{name}'.");
        return Counted(stored, new JsonObject { ["source"] = "page", ["data"] = bundle.Data, ["start"] = 0 });
    }

    // What is asked of the front end counts as a cell, of which nothing runs.
    private JsonObject Counted(bool stored, JsonObject payload)
    {
        session.RunAsync("", NullSink.Instance, new CellSettings { Silent = !stored }).GetAwaiter().GetResult();
        var content = Ok(session.ExecutionCount);
        content["payload"] = new JsonArray(payload);
        return content;
    }

    [GeneratedRegex(@"^\s*(\?{1,2}(?<name>[\w.]+)|(?<name>[\w.]+)\?{1,2})\s*$")]
    private static partial Regex Question();

    // Leaves a console, as in IPython. A console ends a kernel of its own, and lets one live that was there before.
    [GeneratedRegex(@"^\s*(exit|quit)\s*$")]
    private static partial Regex Leave();
}
