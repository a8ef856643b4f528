using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Anonymity;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class HierarchyTests
{
    private static readonly Hierarchy Places = Hierarchy.Tree(("DE", "Europe"), ("FR", "Europe"), ("CN", "Asia"), ("Europe", "Eurasia"), ("Asia", "Eurasia"));

    private static string[] Levels(Hierarchy hierarchy, string value) => [.. Enumerable.Range(0, hierarchy.Height + 1).Select(level => hierarchy.Generalize(value, level))];

    [Fact]
    public void Each_level_is_coarser_and_the_last_is_anything()
    {
        Assert.Equal(["1987", "[1985, 1990)", "[1980, 1990)", "*"], Levels(Hierarchy.Bins(5, 10), "1987"));
        Assert.Equal(["-1", "[-5, 0)", "*"], Levels(Hierarchy.Bins(5), "-1"));
        Assert.Equal(["0.3", "[0.3, 0.4)", "*"], Levels(Hierarchy.Bins(0.1), "0.3")); // in doubles 0.3 is less than three times 0.1
        Assert.Equal(["1E+20", "[1E+20, 1.5E+20)", "*"], Levels(Hierarchy.Bins(5e19), "1E+20"));
        Assert.Equal(["1987-05-14", "1987-05", "1987-Q2", "1987", "1980s", "*"], Levels(Hierarchy.Dates, "1987-05-14"));
        Assert.Equal(["10115", "101**", "1****", "*"], Levels(Hierarchy.Prefix(3, 1), "10115"));
        Assert.Equal(["DE", "Europe", "Eurasia", "*"], Levels(Places, "DE"));
        Assert.Equal(["US", "US", "US", "*"], Levels(Places, "US"));
    }

    [Fact]
    public void As_a_verb_nulls_stay()
    {
        var frame = DataFrame.FromColumns(("year", Make.Integers(1987, null, 1991)), ("day", Make.Times("1987-05-14", "1991-12-31", null)));
        Assert.Equal(["[1980, 1990)", null, "[1990, 2000)"], frame.Generalize("year", Hierarchy.Bins(10)).Values("year"));
        Assert.Equal(["1987-Q2", "1991-Q4", null], frame.Generalize("day", Hierarchy.Dates, 2).Values("day"));
    }

    [Theory]
    [InlineData("Widths of Hierarchy.Bins must be above 0, each a multiple of the one before. Got 5, 7. (Parameter 'widths')", 0)]
    [InlineData("Lengths of Hierarchy.Prefix must fall and be at least 1. Got 2, 2. (Parameter 'lengths')", 1)]
    [InlineData("Hierarchy.Tree names 'a' as a child twice. Give each one parent. (Parameter 'edges')", 2)]
    [InlineData("Hierarchy.Tree has a circle through 'a'. Leave one of its edges out. (Parameter 'edges')", 3)]
    [InlineData("The hierarchy has levels 0 to 2. Got 3. (Parameter 'level')", 4)]
    [InlineData("'N/A' is not a finite number, so it has no bin. Fill or drop it before generalising.", 5)]
    public void Mistakes_are_told(string message, int which) => Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(() => (object)(which switch
    {
        0 => Hierarchy.Bins(5, 7),
        1 => Hierarchy.Prefix(2, 2),
        2 => Hierarchy.Tree(("a", "b"), ("a", "c")),
        3 => Hierarchy.Tree(("a", "b"), ("b", "a")),
        4 => Hierarchy.Bins(5).Generalize("1", 3),
        _ => Hierarchy.Bins(5).Generalize("N/A", 1),
    })).Message);
}
