using System.Text;
using MarketingNotebooks.Data.Datasets.Simulation;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Datasets;

/// <summary>The simulated company: an online tea and home-goods shop selling in English and Chinese, two years of it.</summary>
/// <remarks>Every number comes from a seeded generator with known parameters, so that what a notebook estimates can be compared with
/// the truth. Each customer belongs to a hidden persona; purchases follow BG/NBD within it, on a clock that holidays and promotions
/// speed up; spend follows gamma-gamma (Fader, Hardie and Lee 2005). The same seed and size give the same bytes on every platform, at
/// any number of threads.
/// <para>Cost, on two cores: half a second for 4,000 customers, about 20 s and 250 MB for a million. Writing holds about 6 bytes a
/// customer and 8 an order, and the planted faults; generating holds the tables.</para></remarks>
public static class Company
{
    private const int Chunk = 8 * World.Batch;

    /// <summary>The names of the tables, in the order they are written.</summary>
    public static IReadOnlyList<string> TableNames { get; } = [.. CompanyTables.All.Select(table => table.Name)];

    /// <summary>Makes every table in memory.</summary>
    /// <param name="options">Seed and size; null for the defaults, which give the committed <c>data/</c> folder.</param>
    /// <param name="progress">Gets the finished share, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static CompanyData Generate(CompanyOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var world = World.Build((options ?? new CompanyOptions()).Checked(), cancellationToken);
        var frames = new DataFrame[CompanyTables.All.Count];
        ForEachTable(world, progress, (table, at, advance) =>
        {
            var rows = new FrameSink(table.Columns);
            Fill(world, table, rows, advance, cancellationToken);
            frames[at] = rows.Build();
        }, cancellationToken);
        return new CompanyData([.. CompanyTables.All.Select((table, at) => (table.Name, frames[at]))], CompanyTruth.Json(world));
    }

    /// <summary>Writes every table as <c>name.csv</c>, the truth as <c>truth.json</c> and the dictionary as <c>README.md</c>.</summary>
    /// <remarks>UTF-8, line feeds, comma, RFC 4180 quotes; an empty cell is a missing value. A file is complete or not there: each is
    /// written beside its place and then moved. Files of other names are left alone.</remarks>
    /// <param name="folder">Made when it is not there.</param>
    /// <param name="options">Seed and size; null for the defaults, which give the committed <c>data/</c> folder.</param>
    /// <param name="progress">Gets the finished share, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work; no half-written file remains.</param>
    /// <returns>The paths of the files written.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IReadOnlyList<string> Write(string folder, CompanyOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var world = World.Build((options ?? new CompanyOptions()).Checked(), cancellationToken);
        Directory.CreateDirectory(folder);
        var files = new string[CompanyTables.All.Count + 2];
        ForEachTable(world, progress, (table, at, advance) =>
            files[at] = Place(folder, $"{table.Name}.csv", stream =>
            {
                var rows = new CsvSink(stream, table.Columns);
                Fill(world, table, rows, advance, cancellationToken);
                rows.Write();
            }), cancellationToken);
        files[^2] = Place(folder, "truth.json", stream => stream.Write(Encoding.UTF8.GetBytes(CompanyTruth.Json(world))));
        files[^1] = Place(folder, "README.md", stream => stream.Write(Encoding.UTF8.GetBytes(CompanyReadme.Text(world))));
        return files;
    }

    private static void ForEachTable(World world, IProgress<double>? progress,
        Action<ICompanyTable, int, Action<int>> make, CancellationToken cancellationToken)
    {
        var total = CompanyTables.All.Sum(table => (double)table.Units(world));
        var done = 0L;
        var gate = new Lock();
        Parallel.For(0, CompanyTables.All.Count, new ParallelOptions
        {
            MaxDegreeOfParallelism = world.Options.Threads ?? Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        }, at => make(CompanyTables.All[at], at, units =>
        {
            if (progress is null) return;
            lock (gate) progress.Report((done += units) / total);
        }));
    }

    private static void Fill(World world, ICompanyTable table, RowSink rows, Action<int> advance, CancellationToken cancellationToken)
    {
        var units = table.Units(world);
        for (var from = 0; from < units; from += Chunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var to = Math.Min(units, from + Chunk);
            table.Rows(world, from, to, rows);
            advance(to - from);
        }
    }

    private static string Place(string folder, string name, Action<Stream> write)
    {
        var path = Path.Combine(folder, name);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0)) write(stream);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
        return path;
    }
}
