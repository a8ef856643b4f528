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
/// <param name="turn">What an interrupt stops.</param>
internal sealed partial class ExecuteHandler(CSharpSession session, NotebookFile notebook, Iopub iopub, History history, CellTurn turn) : IRequestHandler
{
    public string Type => "execute_request";

    public bool InTurn => true;

    public JsonObject? Handle(Message request) => turn.Take(request, abortable: true, token => Run(request, token));

    private JsonObject Run(Message request, CancellationToken token)
    {
        if (request.Content["code"] is not JsonValue value || !value.TryGetValue(out string? code))
        {
            return Completed(Errors.Reply(new ArgumentException($"An execute_request needs a text 'code'. Got {request.Content["code"]?.ToJsonString() ?? "none"}.")));
        }
        var silent = request.Flag("silent", false);
        var stored = !silent && request.Flag("store_history", true);
        var count = session.ExecutionCount + (stored ? 1 : 0);
        if (stored) history.Add(count, code);
        if (!silent) iopub.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count }, request.Header);
        var question = Question().Match(code);
        var leaves = Leave().IsMatch(code) && !session.Variables.Any(variable => variable.Name == code.Trim());
        // What is asked of the front end counts as a cell, of which nothing runs.
        var result = Run(request, question.Success || leaves ? "" : code, silent, stored, token);
        if (result.Error is { } error)
        {
            if (request.Flag("stop_on_error", true)) turn.AbortPending();
            return Completed(Errors.Reply(error));
        }
        var content = Completed(new JsonObject { ["status"] = "ok" });
        content["user_expressions"] = Evaluate(request, token);
        if (question.Success) content["payload"] = new JsonArray(Page(question, token));
        if (leaves) content["payload"] = new JsonArray(new JsonObject { ["source"] = "ask_exit", ["keepkernel"] = true });
        return content;
    }

    private CellResult Run(Message request, string code, bool silent, bool stored, CancellationToken token)
    {
        var settings = new CellSettings { Silent = !stored, Language = notebook.LanguageOf(request.Metadata) };
        return Run(code, new IopubSink(iopub, request.Header, silent, token), settings, token);
    }

    private CellResult Run(string code, IOutputSink sink, CellSettings settings, CancellationToken token)
    {
        try
        {
            return session.RunAsync(code, sink, settings, token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            var stopped = new CellInterruptedException();
            var error = new CellError(nameof(CellInterruptedException), stopped.Message, [stopped.Message]);
            sink.Error(error);
            return new CellResult(CellStatus.Interrupted, session.ExecutionCount, null, error, TimeSpan.Zero);
        }
    }

    private JsonObject Completed(JsonObject content)
    {
        content["execution_count"] = session.ExecutionCount;
        content["payload"] = new JsonArray();
        content["user_expressions"] = new JsonObject();
        return content;
    }

    private JsonObject Evaluate(Message request, CancellationToken token)
    {
        var values = new JsonObject();
        if (request.Content["user_expressions"] is not JsonObject expressions) return values;
        foreach (var (name, expression) in expressions)
        {
            var sink = new ValueSink();
            var result = Run(expression?.ToString() ?? "", sink, new CellSettings { Silent = true }, token);
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
    private JsonObject Page(Match question, CancellationToken token)
    {
        var name = question.Groups["name"].Value;
        var details = question.Value.Contains("??", StringComparison.Ordinal);
        var bundle = session.Assistant.Inspect(name, name.Length, details, token) ?? MimeBundle.Of(MimeTypes.Plain, $"Nothing is known about '{name}'.");
        return new JsonObject { ["source"] = "page", ["data"] = bundle.Data, ["start"] = 0 };
    }

    [GeneratedRegex(@"^\s*(\?{1,2}(?<name>[\w.]+)|(?<name>[\w.]+)\?{1,2})\s*$")]
    private static partial Regex Question();

    // Leaves a console, as in IPython. A console ends a kernel of its own, and lets one live that was there before.
    [GeneratedRegex(@"^\s*(exit|quit)\s*$")]
    private static partial Regex Leave();
}
