using System.Text.Json;
using System.Text.Json.Serialization;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>The lines of <c>mn run --json</c>: one JSON object each, told apart by <c>event</c>: cell, finished or error.</summary>
public static class RunEvents
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The line for a cell that is about to run.</summary>
    /// <param name="notebook">Path of the notebook.</param>
    /// <param name="progress">Where the run stands.</param>
    public static string Line(string notebook, RunProgress progress) => JsonSerializer.Serialize(
        new { Event = "cell", notebook, progress.Cell, progress.Of, progress.Heading, progress.FirstLine, Seconds = progress.Elapsed.TotalSeconds }, Options);

    /// <summary>The line for a notebook that has ended.</summary>
    /// <param name="outcome">How it ended.</param>
    public static string Line(NotebookOutcome outcome) => JsonSerializer.Serialize(new
    {
        Event = "finished", outcome.Notebook, outcome.Output, outcome.Status, outcome.Failure, outcome.Cells, outcome.Seconds, outcome.Metrics,
    }, Options);

    /// <summary>The line for something the caller must mend.</summary>
    /// <param name="error">What it is.</param>
    public static string Line(Exception error) => JsonSerializer.Serialize(new { Event = "error", error.Message }, Options);

    /// <summary>A <see cref="RunProgress"/>, a <see cref="NotebookOutcome"/> or a <see cref="UsageException"/>; null for any other line.</summary>
    /// <param name="line">A line of output.</param>
    public static object? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return root.GetProperty("event").GetString() switch
            {
                "cell" => new RunProgress(root.GetProperty("cell").GetInt32(), root.GetProperty("of").GetInt32(),
                    root.TryGetProperty("heading", out var heading) ? heading.GetString() : null,
                    root.GetProperty("firstLine").GetString()!, TimeSpan.FromSeconds(root.GetProperty("seconds").GetDouble())),
                "finished" => root.Deserialize<NotebookOutcome>(Options),
                "error" => new UsageException(root.GetProperty("message").GetString()!),
                _ => null,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
