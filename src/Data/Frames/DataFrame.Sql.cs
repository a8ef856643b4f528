using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Engines.Sql;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>What changed when values of SQL became columns, e.g. decimals of more digits than a number keeps: a sentence for each such column.
    /// Empty for frames that SQL did not give. Kept through verbs, like <see cref="Rejects"/>.</summary>
    public IReadOnlyList<string> SqlNotes => Engines.DuckDb.SqlNotes.Of(_plan);

    /// <summary>The statement that the plan is at the source whose table it starts from. Nothing runs.</summary>
    /// <exception cref="InvalidOperationException">The frame is in memory; pass a dialect.</exception>
    public SqlQuery ToSql() => Executors.SourceOf(_plan) is { } source ? ToSql(source.Dialect) : throw new InvalidOperationException(
        "The frame is in memory and runs without SQL. Pass a dialect to see what SQL it would be, e.g. ToSql(Dialect.DuckDb).");

    /// <summary>The statement that the plan is in a dialect; frames in memory stand in it as tables. Nothing runs.</summary>
    /// <param name="dialect">The engine to write for. Of a plan over a source's table, that source's.</param>
    /// <exception cref="NotSupportedException">The engine lacks something that the plan needs; the message names it and the remedy.</exception>
    /// <exception cref="ArgumentException">The plan reads a source of another dialect.</exception>
    public SqlQuery ToSql(Dialect dialect)
    {
        if (Executors.SourceOf(_plan) is { } source && source.Dialect != dialect)
            throw new ArgumentException($"The plan reads {source}, which takes {source.Dialect}. Got {dialect}. Call ToSql() without a dialect.");
        return PlanWriter.Write(_plan, SqlDialect.Of(dialect), shown: true).Query;
    }
}
