using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Marketing.Segmentation;
using MarketingNotebooks.Numerics;
using static MarketingNotebooks.Marketing.Tests.Frames;

namespace MarketingNotebooks.Marketing.Tests.Segmentation;

/// <summary>1,000 customers in three segments: 100 big spenders found by search, 894 others, 6 sleepers.</summary>
public sealed class SegmentWordsTests
{
    private static readonly SegmentProfileOptions Euro = new() { Units = ImmutableDictionary<string, string>.Empty.Add("monetary", "€") };

    private static readonly DataFrame Customers = Build();

    private static DataFrame Build()
    {
        var rng = new Rng(7);
        var segment = Enumerable.Range(0, 1_000).Select(i => i < 100 ? 2L : i < 994 ? 1L : 0L).ToArray();
        double Monetary(long s) => s == 2 ? 400 + 20 * rng.NextNormal() : 100 + 10 * rng.NextNormal();
        double Recency(long s) => s == 2 ? 12 + rng.NextNormal() : s == 1 ? 90 + 20 * rng.NextNormal() : 300;
        return DataFrame.FromColumns(
            ("segment", new Column<long>(ColumnKind.Integer, segment)),
            ("monetary", Numbers([.. segment.Select(Monetary)])),
            ("recency", Numbers([.. segment.Select(Recency)])),
            ("age", Numbers([.. segment.Select(_ => 40 + 10 * rng.NextNormal())])),
            ("channel", TextColumn.From(segment.Select((s, i) => s == 2 ? (i % 5 < 4 ? "search" : "mail") : i % 4 == 0 ? "search" : i % 9 == 0 ? null : "mail"))),
            ("newsletter", new Column<bool>(ColumnKind.Boolean, [.. segment.Select((s, i) => s == 2 || i % 3 == 0)])));
    }

    [Fact]
    public void A_segment_is_a_sentence_with_size_share_and_what_stands_out()
    {
        var profile = Customers.Profile("segment", ["monetary", "recency", "age", "channel", "newsletter"], options: Euro with { MostSaid = 5 });
        var (spend, all) = (profile.Differences.Single(each => each is { Segment: "2", Feature: "monetary" }).Value, Customers["monetary"].ToDoubles().Average());
        var days = Customers["recency"].ToDoubles().Average();
        var search = profile.Differences.Single(each => each is { Segment: "2", Level: "search" });
        Assert.Equal(3, profile.Sentences.Length);
        Assert.Equal($"Segment 2 — 100 customers (10 %): spends {spend / all:0.0}× the average (€ {spend:N0} against € {all:N0}), "
            + $"last bought {profile.Differences.Single(each => each is { Segment: "2", Feature: "recency" }).Value:0.#} days ago (mean {days:0.#} days), "
            + $"newsletter for 100 % (40 % of all, 2.5×), channel is search for 80 % ({100 * search.Average:0} % of all, {search.Ratio:0.0}×).", profile.Sentences[1]);
        Assert.Equal(0.8, search.Value, 1e-12);
        Assert.Equal(string.Join("\n", profile.Sentences), profile.ToString());
        Assert.Equal(profile.Sentences.ToArray(), profile.Frame.Values("sentence").Cast<string>());
    }

    [Fact]
    public void Noise_booleans_and_negative_means_are_said_as_people_say_them()
    {
        var customers = DataFrame.FromColumns(
            ("cluster", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, 200).Select(i => i < 80 ? -1L : 0L)])),
            ("subscribed", new Column<bool>(ColumnKind.Boolean, [.. Enumerable.Range(0, 200).Select(i => i >= 80 && i % 2 == 0)])),
            ("balance", Numbers([.. Enumerable.Range(0, 200).Select(i => (i < 80 ? -32.5 : 20) + i % 3 - 1)])));
        var sentences = customers.Profile("cluster", ["subscribed", "balance"]).Sentences;
        Assert.StartsWith("Segment 0 — 120 customers (60 %): ", sentences[0]);
        Assert.StartsWith("In no segment (noise) — 80 customers (40 %): balance below the average (−32.5 against −1", sentences[1]);
        Assert.EndsWith(", not subscribed for 100 % (70 % of all, 1.4×).", sentences[1]);
        Assert.StartsWith("-1", customers.With("text", customers["cluster"].ToDoubles().Select(value => value.ToString("0"))).Profile("text", ["balance"]).Frame.Text("segment").ToStrings()[1]);
    }

    [Fact]
    public void A_column_of_dates_is_refused_with_the_remedy()
    {
        var dated = DataFrame.FromColumns(("kind", TextColumn.From(["a", "b"])), ("first_date", Dates(["2024-01-01", "2024-02-01"])));
        Assert.Equal("Column 'first_date' is timestamp. SegmentProfile compares numbers, text and booleans; revenue is a number. Turn dates into days first, e.g. c => (asOf - c[\"first_date\"]).TotalDays().",
            Assert.Throws<ArgumentException>(() => dated.Profile("kind", ["first_date"])).Message);
    }

    [Fact]
    public void A_tiny_segment_is_said_to_be_one()
    {
        var tiny = Customers.Profile("segment", ["recency", "age"]).Sentences[2];
        Assert.StartsWith("Segment 0 — 6 customers (under 1 %): last bought 300 days ago (mean ", tiny);
        Assert.EndsWith(" Only 6 customers: too few to be sure.", tiny);
        var three = DataFrame.FromColumns(("who", TextColumn.From(["a", "b", "b"])), ("x", Numbers(9, 1, 2))).Profile("who", ["x"]);
        Assert.Equal("a — 1 customer (33 %): no difference that chance could not have made. Only 1 customer: too few to be sure.", three.Sentences[1]);
    }

    [Fact]
    public void Segments_drawn_at_random_are_close_to_the_average_or_within_chance()
    {
        var rng = new Rng(1);
        var random = Customers.Drop("segment").With("segment", Enumerable.Range(0, 1_000).Select(_ => (long)rng.Next(20)));
        var profile = random.Profile("segment", ["monetary", "recency", "age", "channel", "newsletter"]);
        // 20 × 7 comparisons; corrected at 5 %, the chance of any being said is at most 5 %.
        Assert.All(profile.Sentences, sentence => Assert.True(sentence.Contains("close to the average", StringComparison.Ordinal)
            || sentence.Contains("no difference that chance could not have made", StringComparison.Ordinal), sentence));
    }

    [Fact]
    public void Phrases_units_and_nouns_are_the_callers()
    {
        var options = new SegmentProfileOptions
        {
            Noun = "visitors",
            Units = ImmutableDictionary<string, string>.Empty.Add("age", "years").Add("monetary", "$"),
            Phrases = ImmutableDictionary<string, string>.Empty.Add("recency", "was here {value} ago ({ratio} the {average} of all)"),
            MostSaid = 1,
        };
        var sentence = Customers.Profile("segment", ["recency", "age", "monetary"], options: options).Sentences[2];
        Assert.StartsWith("Segment 0 — 6 visitors (under 1 %): was here 300 days ago (3.", sentence);
        Assert.Equal("Segment 1 — 894 visitors (89 %): spends ", Customers.Profile("segment", ["monetary"], options: options with
        {
            Units = ImmutableDictionary<string, string>.Empty, Phrases = ImmutableDictionary<string, string>.Empty, LeastDifference = 0.1,
        }).Sentences[0][..40]);
    }

    [Fact]
    public void Transformed_features_get_no_multiples()
    {
        var scaled = DataFrame.FromColumns(("who", TextColumn.From(Enumerable.Range(0, 200).Select(i => i < 100 ? "a" : "b"))),
            ("monetary", Numbers([.. Enumerable.Range(0, 200).Select(i => (i < 100 ? 1.5 : -1.5) + i % 10 / 10.0)])));
        var sentence = scaled.Profile("who", ["monetary"], options: Euro).Sentences;
        Assert.Equal("a — 100 customers (50 %): monetary above the average (€ 1.95 against € 0.45).", sentence[0]);
        Assert.Equal("b — 100 customers (50 %): monetary below the average (−€ 1.05 against € 0.45).", sentence[1]);
    }

    [Fact]
    public void Tests_equal_R()
    {
        // R: 2·pnorm(−z) with z = (mean(a) − mean(v)) / sqrt(mean((v − mean(v))²)/5·7/11), as FactoMineR's catdes; 2·min of phyper's tails for 2 of 3 with a level that 2 of 6 have.
        double[] values = [12, 15, 11, 18, 14, 4, 6, 5, 9, 2, 7, 3];
        var frame = DataFrame.FromColumns(("who", TextColumn.From(values.Select((_, i) => i < 5 ? "a" : "b"))), ("x", Numbers(values)),
            ("level", TextColumn.From(["p", "p", "q", null, null, "q", "q", "q", null, null, null, null])));
        var found = frame.Profile("who", ["x", "level"]).Differences;
        Assert.Equal(0.00341631213097519, found.Single(each => each is { Segment: "a", Feature: "x" }).PValue, 1e-10);
        Assert.Equal(0.4, found.Single(each => each is { Segment: "a", Level: "p" }).PValue, 1e-12);
        Assert.Equal(2 / 3.0, found.Single(each => each is { Segment: "a", Level: "p" }).Value, 1e-12); // missing values are in no share
        Assert.Equal(2, found.Single(each => each is { Segment: "a", Level: "p" }).Ratio, 1e-12);
        Assert.Equal(found.Length, frame.Profile("who", ["x", "level"]).Tidy().RowCount);
    }

    [Fact]
    public void Rich_text_escapes_names()
    {
        var profile = DataFrame.FromColumns(("who", TextColumn.From(["<b>", "<b>"])), ("x", Numbers(1, 1))).Profile("who", ["x"]);
        using var writer = new StringWriter();
        foreach (var formatter in new SegmentProfileFormatters().CreateTypeFormatters().Cast<Data.Display.MimeFormatter<SegmentProfile>>())
            if (formatter.MimeType == "text/html") Assert.True(formatter.Format(profile, writer));
        Assert.Equal("<ul><li><strong>&lt;b&gt;</strong> — 2 customers (100 %): close to the average. Only 2 customers: too few to be sure.</li></ul>",
            System.Net.WebUtility.HtmlDecode(writer.ToString()).Replace("<b>", "&lt;b&gt;"));
        Assert.DoesNotContain("<b>", writer.ToString());
    }

    [Fact]
    public void The_same_frame_gives_the_same_words() => Assert.Equal(Customers.Profile("segment", ["monetary", "channel"]).ToString(),
        Customers.Profile("segment", ["monetary", "channel"]).ToString());

    [Fact]
    public void Options_are_checked() => Assert.Equal(
        "SegmentProfileOptions.MostSaid must be ≥ 1. Got 0.\nSegmentProfileOptions.Units must be about features (age). Got 'monetary'.",
        Assert.Throws<ArgumentException>(() => Customers.Profile("segment", ["age"], options: Euro with { MostSaid = 0 })).Message);

    /// <summary>Rates of a thousandth, single days and orders, nothing spent.</summary>
    [Fact]
    public void Small_values_keep_digits_and_one_is_singular()
    {
        var frame = DataFrame.FromColumns(
            ("who", TextColumn.From(Enumerable.Range(0, 400).Select(i => i < 100 ? "new" : "old"))),
            ("rate", Numbers([.. Enumerable.Range(0, 400).Select(i => i < 100 ? 0.004 : 0.0012)])),
            ("recency", Numbers([.. Enumerable.Range(0, 400).Select(i => i < 100 ? 1.0 : 41)])),
            ("frequency", Numbers([.. Enumerable.Range(0, 400).Select(i => i < 100 ? 1.0 : 5)])),
            ("monetary", Numbers([.. Enumerable.Range(0, 400).Select(i => i < 100 ? 0.0 : 100)])));
        var profile = frame.Profile("who", ["rate", "recency", "frequency", "monetary"], options: new() { MostSaid = 4 });
        foreach (var said in new[] { "rate 2.1× the average (0.004 against 0.0019)", "last bought 1 day ago (mean 31 days)", "bought 1 time (mean 4)", "spends 0 against 75 on average" })
            Assert.Contains(said, profile.Sentences[1]);
        Assert.Contains("rate high: 0.004 against 0.0019 (", frame.Profile("who", ["rate"]).Frame.Values("apart").Cast<string>().Last());
    }

    [Fact]
    public void Nearly_all_is_not_all()
    {
        var frame = DataFrame.FromColumns(("who", TextColumn.From(Enumerable.Range(0, 1_000).Select(i => i < 998 ? "most" : "few"))),
            ("x", Numbers([.. Enumerable.Range(0, 1_000).Select(i => (double)i)])));
        Assert.StartsWith("most — 998 customers (over 99 %)", frame.Profile("who", ["x"]).Sentences[0]);
        Assert.EndsWith(" Only 1 company: too few to be sure.", DataFrame.FromColumns(("who", TextColumn.From(["a", "b", "b"])), ("x", Numbers(9, 1, 2)))
            .Profile("who", ["x"], options: new() { Noun = "companies" }).Sentences[1]);
    }
}
