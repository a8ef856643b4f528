using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using Xunit.Abstractions;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Random plans on the .NET engine and on another: equal results, or a refusal at the verb.</summary>
internal static class Differential
{
    /// <summary>Plans an engine, from <c>MN_RANDOM_PLANS</c>; the first seed from <c>MN_RANDOM_SEED</c>.</summary>
    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>Plans over tables of a source.</summary>
    /// <param name="engine">Its name, for messages.</param>
    /// <param name="source">Gets the tables and runs the plans.</param>
    /// <param name="output">Told the seeds and how much was refused.</param>
    /// <param name="plans">Plans, unless the environment says otherwise.</param>
    public static void Run(string engine, Source source, ITestOutputHelper output, int plans = 300)
    {
        var tables = 0;
        Run(engine, There, frame => frame.Collect(), output, plans);

        DataFrame There(DataFrame frame)
        {
            var name = $"random{tables++ % 40}";
            source.Write(name, frame, WriteMode.Overwrite);
            return source.Table(name);
        }
    }

    /// <summary>Plans over frames that another engine reads.</summary>
    /// <param name="engine">Its name, for messages.</param>
    /// <param name="there">Brings a frame to the engine.</param>
    /// <param name="collect">Runs a plan there.</param>
    /// <param name="output">Told the seeds and how much was refused.</param>
    /// <param name="plans">Plans, unless the environment says otherwise.</param>
    public static void Run(string engine, Func<DataFrame, DataFrame> there, Func<DataFrame, DataFrame> collect, ITestOutputHelper output, int plans = 300)
    {
        var (first, count) = (Setting("MN_RANDOM_SEED", 1), Setting("MN_RANDOM_PLANS", plans));
        var (compared, refusals, failures, tables) = (0, new Dictionary<string, int>(), new List<string>(), new RandomTables(there));
        var seed = first;
        for (; seed < first + count && failures.Count < 5; seed++)
        {
            tables.Begin(seed);
            var drawn = new RandomPlans(new Random(seed), tables);
            var (local, remote) = drawn.Draw();
            foreach (var refusal in drawn.Refusals) refusals[refusal.Split(" (")[0]] = refusals.GetValueOrDefault(refusal.Split(" (")[0]) + 1;
            string? difference;
            var expected = default(DataFrame);
            try
            {
                expected = local.Collect();
                difference = SameFrames.Difference(expected, collect(remote), drawn.Order);
            }
            catch (OverflowException) when (expected is null)
            {
                // An error here; engines skip what their logic does not need, so that they may give rows.
                refusals["overflow on .NET"] = refusals.GetValueOrDefault("overflow on .NET") + 1;
                continue;
            }
            catch (NotSupportedException refusal)
            {
                refusals[refusal.Message] = refusals.GetValueOrDefault(refusal.Message) + 1;
                continue;
            }
            catch (SourceException error) when (error.Code == "22003")
            {
                // PostgreSQL raises an error where numbers overflow; its documentation and ours say so.
                refusals["out of range when run"] = refusals.GetValueOrDefault("out of range when run") + 1;
                continue;
            }
            catch (Exception error)
            {
                difference = $"{error.GetType().Name}: {error.Message}";
            }
            compared++;
            if (difference is not null) failures.Add($"seed {seed}: {difference}\n{local.Explain()}\n{Sql(remote)}\n");
        }
        output.WriteLine($"{engine}: seeds {first} to {seed - 1}, {compared} plans compared. Refused: {string.Join("; ", refusals.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} × {pair.Key}"))}");
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static string Sql(DataFrame frame)
    {
        try
        {
            return (Data.Engines.Executors.SourceOf(frame.Plan) is null ? frame.ToSql(Data.Engines.Sql.Dialect.DuckDb) : frame.ToSql()).ToString();
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }
}
