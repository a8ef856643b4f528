using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>Parquet files as a frame that is not read: its plan runs in DuckDB, which reads only the columns and row groups it needs, and spills to disk.</summary>
    /// <remarks>For files larger than memory. Rows have no order unless OrderBy gives one, and verbs that need one ask for it. To read all into memory, and in order: <see cref="ReadParquet"/>.</remarks>
    /// <param name="path">A file, or several by a pattern such as <c>data/2026-*.parquet</c>; columns are matched by name.</param>
    /// <exception cref="DuckDbException">There is no such file, it is no Parquet file, or DuckDB is not installed.</exception>
    public static DataFrame ScanParquet(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return DuckDbSource.Shared.Scan($"read_parquet({SqlName.Literal(path)}, union_by_name = true)", path);
    }

    /// <summary>A CSV file as a frame that is not read: its plan runs in DuckDB. A value that does not fit its column is an error there; ReadCsv sets such rows aside.</summary>
    /// <param name="path">A file, or several by a pattern such as <c>data/2026-*.csv</c>; delimiter and kinds are found out from the first rows.</param>
    /// <exception cref="DuckDbException">There is no such file, or DuckDB is not installed.</exception>
    public static DataFrame ScanCsv(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return DuckDbSource.Shared.Scan($"read_csv({SqlName.Literal(path)})", path);
    }

    /// <summary>Runs the plan in DuckDB, also where all of it is in memory: for plans whose intermediate results are larger than memory.</summary>
    /// <remarks>Rows have no order unless OrderBy gives one, and verbs that need one are refused without it.</remarks>
    /// <param name="cancellationToken">Stops the statement.</param>
    /// <exception cref="NotSupportedException">DuckDB lacks something that the plan needs; the message names it and the remedy.</exception>
    public DataFrame CollectInDuckDb(CancellationToken cancellationToken = default)
    {
        var (query, scope) = PlanWriter.Write(_plan, DuckDbSql.Instance);
        return new DataFrame(new ScanNode(DuckDbSource.Shared.Run(query, scope, Schema, cancellationToken.CanBeCanceled ? cancellationToken : DuckDbDatabase.SharedToken()), "memory", Rejects));
    }
}
