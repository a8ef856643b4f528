using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Cleaning;

/// <summary>Quantiles as NumPy gives them (linear), deviations as pandas and SciPy, on [1, 2, 2, 4, 7, 100].</summary>
public sealed class OutlierTests
{
    private static readonly DataFrame Values = DataFrame.FromColumns(("x", Make.Numbers(1, 2, 2, 4, 7, 100)));

    [Theory]
    [InlineData(OutlierRule.ZScore, 2.0, 19.333333333333332 - 2 * 39.57608705603255, 19.333333333333332 + 2 * 39.57608705603255)]
    [InlineData(OutlierRule.Iqr, null, 2 - 1.5 * 4.25, 6.25 + 1.5 * 4.25)]
    [InlineData(OutlierRule.Mad, null, 3 - 3.5 * 2.2239033277584, 3 + 3.5 * 2.2239033277584)]
    public void Bounds_by_rule(OutlierRule rule, double? cut, double low, double high)
    {
        var found = Outliers.Fit(Values, new() { Rule = rule, Cut = cut }).Find(Values);
        Assert.Equal(1, found.RowCount);
        Assert.Equal((5L, 100.0), (found.Value<long>("row"), found.Value<double>("value")));
        Assert.Equal(low, found.Value<double>("low"), 9);
        Assert.Equal(high, found.Value<double>("high"), 9);
    }

    [Fact]
    public void A_z_score_misses_what_inflates_it() => Assert.Equal(0, Outliers.Fit(Values, new() { Rule = OutlierRule.ZScore }).Find(Values).RowCount);

    [Theory]
    [InlineData(OutlierRule.ZScore)]
    [InlineData(OutlierRule.Iqr)]
    [InlineData(OutlierRule.Mad)]
    public void An_infinite_value_is_an_outlier_and_does_not_move_the_bounds(OutlierRule rule)
    {
        var with = DataFrame.FromColumns(("x", Make.Numbers(1, 2, 2, 4, 7, 100, double.PositiveInfinity, double.NegativeInfinity)));
        var (model, plain) = (Outliers.Fit(with, new() { Rule = rule, Cut = 2 }), Outliers.Fit(Values, new() { Rule = rule, Cut = 2 }));
        Assert.Equal([5L, 6L, 7L], model.Find(with).Values("row"));
        Assert.Equal(plain.Find(with).Values("high"), model.Find(with).Values("high"));
    }

    [Fact]
    public void A_flag_never_replaces_a_column() => Assert.Equal(
        "OutliersModel.Transform adds a column 'x_outlier', and the frame has one of that name: rename or drop it first.",
        Assert.Throws<ArgumentException>(() => Outliers.Fit(Values).Transform(Values.With("x_outlier", [1.0, 2, 3, 4, 5, 6]))).Message);

    [Fact]
    public void Actions()
    {
        Assert.Equal([false, false, false, false, false, true], Outliers.Fit(Values).Transform(Values).Values("x_outlier"));
        Assert.Equal([1.0, 2.0, 2.0, 4.0, 7.0, null], Outliers.Fit(Values, new() { Action = OutlierAction.Clear }).Transform(Values).Values("x"));
        Assert.Equal(12.625, Outliers.Fit(Values, new() { Action = OutlierAction.Clip, Rule = OutlierRule.Iqr }).Transform(Values).Value<double>("x", 5));
    }

    [Fact]
    public void Groups_have_bounds_of_their_own_and_equal_values_are_no_trap()
    {
        var prices = DataFrame.FromColumns(("product", Make.Texts("tea", "tea", "tea", "tea", "tea", "pot", "pot", "pot", "box", "box")),
            ("price", Make.Numbers(3, 3, 3, 3, 300, 310, 290, 300, 5, 5)));
        var found = Outliers.Fit(prices, new() { Columns = ["price"], Within = ["product"] }).Find(prices);
        Assert.Equal([4L], found.Values("row"));
        Assert.Equal(4, Outliers.Fit(prices, new() { Columns = ["price"] }).Find(prices).RowCount);
        var log = Outliers.Fit(Values, new() { Log = true }).Find(DataFrame.FromColumns(("x", Make.Numbers(0, 50, -3, null))));
        Assert.Equal([0.0, -3.0], log.Values("value"));
    }

    [Fact]
    public void Winsorizing_pulls_tails_to_training_quantiles()
    {
        var model = Winsorizer.Fit(Values);
        Assert.Equal([1.05, 2.0, 95.35, null], model.Transform(DataFrame.FromColumns(("x", Make.Numbers(-5, 2, 1000, null)))).Values("x").Select(value => value is double number ? Math.Round(number, 12) : value));
    }

    [Fact]
    public void Rare_categories_merge_and_a_recipe_fits_step_by_step()
    {
        var training = DataFrame.FromColumns(("c", TextColumn.From([.. Enumerable.Repeat("email", 60), .. Enumerable.Repeat("search", 39), "EMAIL", "fax", null])), ("x", Make.Numbers([.. Enumerable.Range(0, 102).Select(i => (double?)i)])));
        var model = new CleaningRecipe()
            .Then(f => CategorySpellings.Fit(f, "c", new() { MinShare = 0.05, Synonyms = new Dictionary<string, string> { ["谷歌"] = "search" } }))
            .Then(f => RareCategories.Fit(f, new() { MinShare = 0.05 }))
            .Then(f => TargetEncoder.Fit(f, "x")).Fit(training);
        Assert.Equal(61, model.Steps[0].Transform(training).Where(c => c["c"] == "email").RowCount);
        Assert.Equal(["search", "other", null], ((CleaningModel)model with { Steps = model.Steps[..2] }).Transform(DataFrame.FromColumns(("c", Make.Texts("谷歌", "pager", null)))).Values("c"));
        Assert.NotEqual(model.Training.Values("c"), model.Transform(training).Values("c"));
        Assert.Equal(["row", "from", "to"], ((CategorySpellingsModel)model.Steps[0]).Changes(training).ColumnNames);
        Assert.Equal([[99L, "EMAIL", "email"]], ((CategorySpellingsModel)model.Steps[0]).Changes(training).Rows());
    }

    [Fact]
    public void Mistakes_are_refused()
    {
        Assert.Equal("OutliersOptions.Cut must be finite and > 0, or null for the rule's own. Got 0.", Assert.Throws<ArgumentException>(() => Outliers.Fit(Values, new() { Cut = 0 })).Message);
        Assert.Equal("WinsorizerOptions.Lower must be in [0, Upper (0.1)). Got 0.2.", Assert.Throws<ArgumentException>(() => Winsorizer.Fit(Values, new() { Lower = 0.2, Upper = 0.1 })).Message);
    }
}
