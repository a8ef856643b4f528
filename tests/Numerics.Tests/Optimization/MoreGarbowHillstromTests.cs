using MarketingNotebooks.Numerics.Optimization;

namespace MarketingNotebooks.Numerics.Tests.Optimization;

public class MoreGarbowHillstromTests
{
    public static TheoryData<string> Names => new(MoreGarbowHillstrom.Functions.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Lbfgsb_reaches_the_published_minimum(string name)
    {
        var function = MoreGarbowHillstrom.Functions.Single(f => f.Name == name);
        // Osborne 1 mixes parameters of sizes 1 and 0.01, too small for the differences that a gradient is made of: in units of its start.
        double[] units = [.. function.Start.Select(x => name == "Osborne 1" ? x : 1)];
        double[] start = [.. function.Start.Select((x, j) => x / units[j])];
        var gradient = NumericalGradient.Of(x => function.Value([.. x.ToArray().Select((value, j) => value * units[j])]));
        var result = Lbfgsb.Minimize(gradient, start,
            options: new() { ValueTolerance = 0, GradientTolerance = 1e-10, MaxIterations = 5_000 });
        Check(function, result, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nelder_Mead_reaches_the_published_minimum(string name)
    {
        var function = MoreGarbowHillstrom.Functions.Single(f => f.Name == name);
        var result = NelderMead.Minimize(function.Value, function.Start, new() { MaxEvaluations = 20_000 });
        Check(function, result, 1e-6);
    }

    /// <summary>To the digits printed; a minimum of 0 to 1e-15.</summary>
    private static void Check(MoreGarbowHillstrom function, OptimizationResult result, double share)
    {
        Assert.True(result.Converged, result.Reason);
        Assert.Equal(function.Minimum, result.Value, function.Minimum == 0 ? 1e-15 : 4 * share * function.Minimum);
    }
}
