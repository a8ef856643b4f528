using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>What a frame is expected to hold; made by <see cref="Expect"/>, checked by <see cref="FrameChecks.Check(DataFrame, Expectation[])"/>. Immutable.</summary>
public sealed record Expectation
{
    internal Expectation(string text, IReadOnlyList<string> columns, Func<DataFrame, Judgement> judge, double mostly, Severity severity)
    {
        if (mostly is not (> 0 and <= 1)) throw new ArgumentException($"mostly must be in (0, 1]. Got {mostly}.", nameof(mostly));
        (Text, Columns, Judge, Mostly, Severity) = (text, columns, judge, mostly, severity);
    }

    /// <summary>The expectation in words, such as <c>amount is between 0 and 1000</c>.</summary>
    public string Text { get; init; }

    /// <summary>The columns that it reads.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Least share of rows that must hold. Range: (0, 1]. Default: 1.</summary>
    public double Mostly { get; }

    /// <summary>What a failure means. Default: error.</summary>
    public Severity Severity { get; init; }

    internal Func<DataFrame, Judgement> Judge { get; }
}

/// <summary>What an expectation says of a frame.</summary>
/// <param name="Checked">Rows judged; 0 for an expectation of the frame as a whole.</param>
/// <param name="Failed">Rows that fail, ascending.</param>
/// <param name="Whole">False when the frame as a whole fails.</param>
/// <param name="Detail">What was found, for expectations of the whole frame.</param>
internal readonly record struct Judgement(int Checked, int[] Failed, bool Whole = true, string? Detail = null)
{
    /// <summary>A verdict on the frame as a whole.</summary>
    public static Judgement OfFrame(bool holds, string detail) => new(0, [], holds, detail);
}
