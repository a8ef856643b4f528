namespace MarketingNotebooks.Tests;

public class ParameterTests
{
    [Fact]
    public void Values_outside_their_range_are_named_together()
    {
        Parameter.Check(("kinds", 2, 2, 8), ("margin", 1, 0, 1), ("contact", 1e9, 0, double.PositiveInfinity));
        Assert.Equal("kinds must be from 2 to 8. Got 0: set it in the cell of parameters, or run with -p kinds=….\n"
            + "contact must be 0 or more. Got -1: set it in the cell of parameters, or run with -p contact=….\n"
            + "margin must be from 0 to 1. Got NaN: set it in the cell of parameters, or run with -p margin=….",
            Assert.Throws<ArgumentException>(() => Parameter.Check(("kinds", 0, 2, 8), ("contact", -1, 0, double.PositiveInfinity), ("margin", double.NaN, 0, 1))).Message);
    }
}
