using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>Checks frames against expectations.</summary>
public static class FrameChecks
{
    /// <summary>Checks every expectation and collects every failure, by row number from 0. Runs the plan.</summary>
    /// <param name="frame">Any frame.</param>
    /// <param name="expectations">At least one.</param>
    /// <exception cref="ArgumentException">No expectation, or one that cannot be asked of a column's kind.</exception>
    public static CheckReport Check(this DataFrame frame, params Expectation[] expectations) => Check(frame, [], expectations);

    /// <summary>Checks every expectation and collects every failure, by the row's key. Runs the plan.</summary>
    /// <remarks>A column that is not there fails its expectation instead of throwing: files change. Cost: a pass a row expectation; <c>Unique</c> and
    /// <c>ForeignKey</c> hash their columns.</remarks>
    /// <param name="frame">Any frame.</param>
    /// <param name="key">Columns that name a row to people, e.g. <c>["order_id"]</c>; shown beside each failure. Empty: the row number from 0 alone.</param>
    /// <param name="expectations">At least one.</param>
    /// <exception cref="ArgumentException">No expectation, no such key, or an expectation that cannot be asked of a column's kind.</exception>
    public static CheckReport Check(this DataFrame frame, string[] key, params Expectation[] expectations)
    {
        if (expectations.Length == 0) throw new ArgumentException("Check takes at least one expectation, e.g. Expect.NotNull(\"order_id\").");
        foreach (var name in key) frame.Schema.Position(name);
        frame = frame.Collect();
        return new CheckReport(frame, key, [.. expectations.Select(each => Judge(frame, each))]);
    }

    private static CheckResult Judge(DataFrame frame, Expectation expectation)
    {
        if (expectation.Columns.FirstOrDefault(name => !frame.Schema.Contains(name)) is { } lost)
            return new CheckResult(expectation, 0, [], false, $"column '{lost}' is not in the frame");
        var verdict = expectation.Judge(frame);
        // Compared as counts, so that 0.99 of 100 rows is 99 rows whatever rounding does.
        var allowed = Math.Floor((1 - expectation.Mostly) * verdict.Checked + 1e-9);
        return new CheckResult(expectation, verdict.Checked, [.. verdict.Failed], verdict.Whole && verdict.Failed.Length <= allowed, verdict.Detail);
    }
}
