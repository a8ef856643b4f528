using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Tests.Frames;
using Xunit.Abstractions;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Plans over tables of DuckDB and over frames in memory that it reads.</summary>
public sealed class DuckDbPlanTests(ITestOutputHelper output)
{
    [Fact]
    public void Random_plans_over_tables_give_what_the_vector_engine_gives()
    {
        using var source = Source.Open("duckdb::memory:");
        Differential.Run("DuckDB, tables", source, output);
    }

    [Fact]
    public void Random_plans_over_frames_in_memory_give_what_the_vector_engine_gives() =>
        Differential.Run("DuckDB, memory", frame => frame, frame => frame.CollectInDuckDb(), output);

    [Fact]
    public void A_frame_joined_to_its_own_groups_again_and_again_is_read_once()
    {
        using var source = Source.Open("duckdb::memory:");
        var here = DataFrame.FromColumns(("k", Make.Integers([.. Enumerable.Range(0, 500).Select(i => (long?)(i % 7))])), ("a", Make.Numbers([.. Enumerable.Range(0, 500).Select(i => (double?)i)])));
        source.Write("facts", here);
        var there = source.Table("facts");
        Assert.Equal(Chained(here).Rows(), Chained(there).OrderBy("a").Rows());

        // Read at each place, the sixteenth statement would read the table 2^16 times.
        static DataFrame Chained(DataFrame frame)
        {
            for (var k = 0; k < 16; k++) frame = frame.Join(frame.GroupBy("k").Aggregate(($"total_{k}", Agg.Sum("a"))), "k", expect: Match.ManyToOne);
            return frame;
        }
    }

    [Fact]
    public void Names_and_values_are_never_SQL()
    {
        using var source = Source.Open("duckdb::memory:");
        Injection.Check(source, maxName: 200);
    }
}
