namespace MarketingNotebooks.Tests;

[Collection("host")]
public sealed class ExerciseTests
{
    [Theory]
    [InlineData(null, null, "Share: Not answered yet: give the variable above a value and run the cell again. Hint: count.")]
    [InlineData(0.25, true, "Share: Right.")]
    [InlineData(0.2502, true, "Share: Right.")]
    [InlineData(0.251, false, "Share: 0.251 is not it. Hint: count.")]
    [InlineData(double.NaN, false, "Share: NaN is not it. Hint: count.")]
    public void Numbers_are_checked_within_the_tolerance(double? answer, bool? expected, string text)
    {
        bool? solved = null;
        var shown = Host.Shown(() => solved = Exercise.Check("Share", answer, () => 0.25, "count."));
        Assert.Equal(expected, solved);
        Assert.Equal(text, shown.Single().ToString());
    }

    [Theory]
    [InlineData(" Email ", true)]
    [InlineData("search", false)]
    [InlineData(" ", null)]
    public void Words_are_checked_without_case_and_blanks(string answer, bool? expected)
    {
        bool? solved = null;
        Host.Shown(() => solved = Exercise.Check("Channel", answer, () => "email", "look."));
        Assert.Equal(expected, solved);
    }

    [Fact]
    public void The_solution_is_not_computed_without_an_answer() =>
        Host.Shown(() => Exercise.Check("Share", (double?)null, () => throw new InvalidOperationException("computed"), "count."));

    [Fact]
    public void What_is_shown_is_escaped()
    {
        var shown = (Exercise)Host.Shown(() => Exercise.Check("<b>", "<script>", () => "x", "a & b")).Single();
        Assert.Contains("<strong>✘ &lt;b&gt;</strong> &lt;script&gt; is not it. Hint: a &amp; b", Html(shown));
    }

    private static string Html(Exercise exercise)
    {
        using var writer = new StringWriter();
        ((Data.Display.MimeFormatter<Exercise>)new ExerciseFormatters().CreateTypeFormatters().First()).Format(exercise, writer);
        return writer.ToString();
    }
}
