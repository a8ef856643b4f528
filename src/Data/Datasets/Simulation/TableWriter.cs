namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Writes tables as CSV: chunks are made in parallel and written in order, so the bytes do not depend on the number of threads.</summary>
/// <remarks>Memory: two chunks a thread, about a megabyte each, whatever the size of the company.</remarks>
internal static class TableWriter
{
    private const int Units = 8 * World.Batch;
    private const int ChunksOfThread = 2;

    /// <summary>Writes <c>name.csv</c> for each table.</summary>
    /// <param name="world">What all tables share.</param>
    /// <param name="tables">What to write, in this order.</param>
    /// <param name="folder">Is there.</param>
    /// <param name="advance">Told of units done.</param>
    /// <param name="cancellationToken">Stops the work; files not yet complete are taken away.</param>
    /// <returns>The files' paths.</returns>
    public static List<string> Write(World world, IReadOnlyList<ICompanyTable> tables, string folder, Action<int> advance, CancellationToken cancellationToken)
    {
        var chunks = tables.SelectMany(table => Cut(table, table.Units(world))).ToList();
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = world.Options.Threads ?? Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        var made = new CsvSink[ChunksOfThread * parallel.MaxDegreeOfParallelism];
        var paths = new List<string>();
        PartFile? file = null;
        try
        {
            for (var start = 0; start < chunks.Count; start += made.Length)
            {
                var count = Math.Min(made.Length, chunks.Count - start);
                Parallel.For(0, count, parallel, i => made[i] = chunks[start + i].Make(world));
                for (var i = 0; i < count; i++)
                {
                    var chunk = chunks[start + i];
                    file ??= new PartFile(Path.Combine(folder, $"{chunk.Table.Name}.csv"));
                    made[i].WriteTo(file.Stream);
                    if (chunk.IsLast)
                    {
                        file.Finish();
                        paths.Add(file.Path);
                        file = null;
                    }
                    advance(chunk.To - chunk.From);
                }
            }
        }
        finally
        {
            file?.Dispose();
        }
        return paths;
    }

    /// <summary>The chunks of a table, at least one: a table without units still has its header.</summary>
    private static IEnumerable<Chunk> Cut(ICompanyTable table, int units)
    {
        var from = 0;
        do
        {
            var to = Math.Min(units, from + Units);
            yield return new Chunk(table, from, to, to == units);
            from = to;
        }
        while (from < units);
    }

    private sealed record Chunk(ICompanyTable Table, int From, int To, bool IsLast)
    {
        public CsvSink Make(World world)
        {
            var rows = new CsvSink();
            if (From == 0) rows.Header(Table.Columns);
            Table.Rows(world, From, To, rows);
            return rows;
        }
    }
}
