using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Association;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Learning.Association;

namespace MarketingNotebooks.Charts.Tests.Association;

public class AssociationChartTests
{
    [Fact]
    public void A_point_a_rule_and_a_title_that_names_the_strongest()
    {
        var rules = Samples.Rules();
        var figure = AssociationCharts.RulesScatter(rules);
        Assert.Equal(rules.Count, figure.Traces.Sum(trace => ((JsonArray)trace["x"]!).Count));
        Assert.Contains(rules.Describe(rules.Rules[0]), figure.ToJson(), StringComparison.Ordinal);
        Assert.Contains("<svg", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_item_of_the_rules_is_a_point_of_the_network_apart_from_the_others()
    {
        var rules = Samples.Rules();
        var figure = AssociationCharts.RulesNetwork(rules, most: 1000);
        var points = figure.Traces[^1];
        var names = ((JsonArray)points["text"]!).Select(name => (string)name!).ToArray();
        Assert.Equal(rules.Rules.SelectMany(rule => rule.Antecedent.Concat(rule.Consequent)).Distinct().Select(item => rules.ItemNames[item]).Order(), names.Order());
        var (x, y) = (((JsonArray)points["x"]!).Select(v => (double)v!).ToArray(), ((JsonArray)points["y"]!).Select(v => (double)v!).ToArray());
        for (var a = 0; a < names.Length; a++)
        {
            Assert.InRange(x[a], 0, 1);
            Assert.InRange(y[a], 0, 1);
            for (var b = 0; b < a; b++) Assert.True(Math.Abs(x[a] - x[b]) + Math.Abs(y[a] - y[b]) > 0.05);
        }
        Assert.Equal(figure.ToJson(), AssociationCharts.RulesNetwork(rules, most: 1000).ToJson());
        Assert.Contains("<svg", figure.ToSvg(), StringComparison.Ordinal);
        var pairs = AssociationRules.Derive(FrequentItemsets.Mine(Samples.Baskets, new() { MinSupport = 0.05, MaxLength = 2 }), new() { MinConfidence = 0.1 });
        Assert.Equal(2, AssociationCharts.RulesNetwork(pairs, most: 1).TraceCount); // one band of one rule, and its two items
    }

    /// <summary>40 items in pairs: names of 30 find room, so 15 rules are drawn and the footnote says so.</summary>
    [Fact]
    public void A_network_ends_where_names_would_cover_each_other()
    {
        var baskets = BasketSet.From(Enumerable.Range(0, 40).Select(i => (string[])[$"left {i / 2:00}", $"right {i / 2:00}"]));
        var rules = AssociationRules.Derive(FrequentItemsets.Mine(baskets, new() { MinCount = 2 }), new() { MinConfidence = 0.1 });
        var figure = AssociationCharts.RulesNetwork(rules, most: 100);
        var points = figure.Traces[^1];
        Assert.Equal(30, ((JsonArray)points["text"]!).Count);
        Assert.Contains("The 15 rules of the highest lift, of 40; with more, names would cover each other.", figure.ToJson(), StringComparison.Ordinal);
        Assert.Equal($"{(string)points["text"]![1]!}: lift 20.0", (string)points["customdata"]![0]!);
        Assert.Contains("The 3 rules of the highest lift, of 40.", AssociationCharts.RulesNetwork(rules, most: 3).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_rules_some_are_drawn_among_them_the_strongest_and_the_edge()
    {
        var rules = Samples.Rules();
        var figure = AssociationCharts.RulesScatter(rules, most: 5);
        var (support, confidence) = (TraceReader.Numbers(figure.Traces[0]["x"]), TraceReader.Numbers(figure.Traces[0]["y"]));
        Assert.InRange(support.Length, 5, rules.Count - 1);
        Assert.Contains($"{support.Length} of {rules.Count} rules are drawn, evenly by lift, and all on the upper right edge.", figure.AltText, StringComparison.Ordinal);
        Assert.Equal((rules.Rules[0].Counts.Support, rules.Rules[0].Counts.Confidence), (support[^1], confidence[^1])); // on top
        Assert.All(rules.Rules, rule => Assert.Contains(Enumerable.Range(0, support.Length), i => support[i] >= rule.Counts.Support && confidence[i] >= rule.Counts.Confidence));
    }

    [Fact]
    public void No_rules_is_named()
    {
        Assert.Equal("AssociationCharts.RulesScatter needs most ≥ 1. Got 0.", Assert.Throws<ArgumentException>(() => AssociationCharts.RulesScatter(Samples.Rules(), most: 0)).Message);
        var none = Samples.Rules() with { Rules = [] };
        Assert.Equal("AssociationCharts.RulesScatter needs at least one rule. Got 0: lower MinConfidence, or mine with a lower support.",
            Assert.Throws<ArgumentException>(() => AssociationCharts.RulesScatter(none)).Message);
        Assert.Equal("AssociationCharts.RulesNetwork needs most ≥ 1. Got 0.", Assert.Throws<ArgumentException>(() => AssociationCharts.RulesNetwork(Samples.Rules(), most: 0)).Message);
    }
}
