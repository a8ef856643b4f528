using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using Xunit.Abstractions;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Plans over tables of DuckDB and over frames in memory that it reads.</summary>
public sealed class DuckDbPlanTests(ITestOutputHelper output)
{
    [Fact]
    public void Random_plans_over_tables_give_what_the_vector_engine_gives()
    {
        using var source = Source.Open("duckdb::memory:");
        var tables = 0;
        Differential.Run("DuckDB, tables", There, frame => frame.Collect(), output);

        DataFrame There(DataFrame frame)
        {
            var name = $"table{tables++}";
            source.Write(name, frame);
            return source.Table(name);
        }
    }

    [Fact]
    public void Random_plans_over_frames_in_memory_give_what_the_vector_engine_gives() =>
        Differential.Run("DuckDB, memory", frame => frame, frame => frame.CollectInDuckDb(), output);

    [Fact]
    public void Names_and_values_are_never_SQL()
    {
        using var source = Source.Open("duckdb::memory:");
        Injection.Check(source, maxName: 200);
    }
}
