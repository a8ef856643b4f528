using System.Globalization;
using System.Net;
using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks;

/// <summary>An exercise at the end of a notebook, checked as soon as the reader gives an answer.</summary>
[TypeFormatterSource(typeof(ExerciseFormatters))]
public sealed record Exercise
{
    private Exercise(string title, bool? solved, string message) => (Title, Solved, Message) = (title, solved, message);

    /// <summary>What is asked, in a few words.</summary>
    public string Title { get; }

    /// <summary>True when the answer is right, false when it is wrong, null when there is none yet.</summary>
    public bool? Solved { get; }

    /// <summary>What to tell the reader.</summary>
    public string Message { get; }

    /// <summary>Checks a numeric answer and shows the outcome below the cell.</summary>
    /// <param name="title">What is asked, in a few words.</param>
    /// <param name="answer">The reader's answer; null: not answered yet.</param>
    /// <param name="solution">Computes the right answer from the notebook's own data; only run when there is an answer to check.</param>
    /// <param name="hint">Shown until the answer is right.</param>
    /// <param name="tolerance">Greatest difference accepted, as a share of the solution. Range: 0 to 0.01. Default: 0.001.</param>
    /// <returns>Whether it was solved; null without an answer.</returns>
    public static bool? Check(string title, double? answer, Func<double> solution, string hint, double tolerance = 0.001)
    {
        if (tolerance is not (>= 0 and <= 0.01)) throw new ArgumentException($"The tolerance of an exercise must be in [0, 0.01]. Got {tolerance}.", nameof(tolerance));
        var right = answer is null ? (bool?)null : solution() is var expected && Math.Abs(answer.Value - expected) <= tolerance * Math.Abs(expected);
        return Show(title, right, answer?.ToString("R", CultureInfo.InvariantCulture), hint);
    }

    /// <summary>Checks an answer in words and shows the outcome below the cell; case and outer blanks do not matter.</summary>
    /// <param name="title">What is asked, in a few words.</param>
    /// <param name="answer">The reader's answer; null or blank: not answered yet.</param>
    /// <param name="solution">Computes the right answer from the notebook's own data.</param>
    /// <param name="hint">Shown until the answer is right.</param>
    /// <returns>Whether it was solved; null without an answer.</returns>
    public static bool? Check(string title, string? answer, Func<string> solution, string hint) => string.IsNullOrWhiteSpace(answer)
        ? Show(title, null, null, hint)
        : Show(title, string.Equals(answer.Trim(), solution().Trim(), StringComparison.OrdinalIgnoreCase), answer, hint);

    /// <inheritdoc/>
    public override string ToString() => $"{Title}: {Message}";

    internal string ToHtml() =>
        $"<div class=\"mn-exercise\"><strong>{(Solved switch { true => "✔", false => "✘", null => "✎" })} {WebUtility.HtmlEncode(Title)}</strong> {WebUtility.HtmlEncode(Message)}</div>";

    private static bool? Show(string title, bool? solved, string? answer, string hint)
    {
        NotebookHost.Show(new Exercise(title, solved, solved switch
        {
            true => "Right.",
            false => $"{answer} is not it. Hint: {hint}",
            null => $"Not answered yet: give the variable above a value and run the cell again. Hint: {hint}",
        }));
        return solved;
    }
}

/// <summary>How an exercise's outcome shows itself.</summary>
public sealed class ExerciseFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Exercise>("text/html", exercise => exercise.ToHtml()),
        new MimeFormatter<Exercise>("text/plain", exercise => exercise.ToString()),
    ];
}
