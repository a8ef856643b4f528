using System.Globalization;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Chooses where a plan runs: at the source whose tables it reads, else on the .NET engine.</summary>
internal static class Executors
{
    /// <summary>Most cells that a plan over a source brings when nobody called Collect.</summary>
    public const long MostCells = 20_000_000;

    /// <summary>The source whose tables a plan reads; null when all is in memory.</summary>
    /// <exception cref="NotSupportedException">It reads two sources, or one beside frames in memory that the source cannot see.</exception>
    public static Source? SourceOf(PlanNode plan)
    {
        var (source, readsMemory) = plan.Origin;
        if (source is not null && readsMemory && !SqlDialect.Of(source.Dialect).ReadsMemory)
            throw new NotSupportedException($"A plan over {source} cannot read frames in memory. Collect() the remote side first, or bring the frame there: source.Write(\"name\", frame).");
        return source;
    }

    /// <summary>Throws where the engine that the plan would run on lacks something.</summary>
    /// <exception cref="NotSupportedException">The engine lacks something; the message names it and the remedy.</exception>
    public static void Check(PlanNode plan)
    {
        if (plan.Inputs.Count == 0 || plan.IsInMemory) return;
        if (SourceOf(plan) is { } source) PlanWriter.Write(plan, SqlDialect.Of(source.Dialect));
    }

    /// <summary>The plan's rows.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="most">Most cells to bring from a source.</param>
    /// <param name="token">Stops a statement at a source.</param>
    /// <exception cref="InvalidOperationException">The source gives more cells.</exception>
    public static Table Run(PlanNode plan, long most, CancellationToken token)
    {
        if (plan.IsInMemory) return VectorEngine.Run(plan);
        var source = SourceOf(plan)!;
        var rows = most == long.MaxValue ? long.MaxValue : most / plan.Schema.Count;
        var (query, scope) = PlanWriter.Write(plan, SqlDialect.Of(source.Dialect), rows == long.MaxValue ? null : rows + 1);
        var table = source.Run(query, scope, plan.Schema, token);
        return table.Rows <= rows ? table : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
            $"The frame over {source} has more than {rows:N0} rows of {plan.Schema.Count} columns, and more than {most:N0} cells are not brought into memory unasked. Aggregate or filter first, or call Collect()."));
    }
}
