using System.Text;
using MarketingNotebooks.Data.Datasets.Simulation;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Datasets;

/// <summary>The simulated company: an online tea and home-goods shop selling in English and Chinese, two years of it.</summary>
/// <remarks>Every number comes from a seeded generator with known parameters, so that what a notebook estimates can be compared with
/// the truth. Each customer belongs to a hidden persona; purchases follow BG/NBD within it, on a clock that holidays and promotions
/// speed up; spend follows gamma-gamma (Fader, Hardie and Lee 2005). The same seed and size give the same bytes on every platform, at
/// any number of threads.
/// <para>Orders, baskets, ratings, reviews and surveys belong to the same customers; touchpoints, web events and the tables by week are worlds of
/// their own, as the dictionary says.</para>
/// <para>Cost, on two cores: about half a second for 4,000 customers; 40 s of processor time, 370 MB of memory and 1.45 GB of files for a
/// million. Writing holds about 6 bytes a customer, 8 an order, 8 a web event, and the planted faults; generating holds the tables.</para></remarks>
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
        var files = TableWriter.Write(world, CompanyTables.All, folder, Counter(world, progress), cancellationToken);
        files.Add(Place(folder, "truth.json", CompanyTruth.Json(world)));
        files.Add(Place(folder, "README.md", CompanyReadme.Text(world)));
        return files;
    }

    /// <summary>Turns units done into a share of all; one thread at a time.</summary>
    private static Action<int> Counter(World world, IProgress<double>? progress)
    {
        var total = CompanyTables.All.Sum(table => (double)table.Units(world));
        var done = 0L;
        var gate = new Lock();
        return units =>
        {
            if (progress is null) return;
            lock (gate) progress.Report((done += units) / total);
        };
    }

    private static void ForEachTable(World world, IProgress<double>? progress,
        Action<ICompanyTable, int, Action<int>> make, CancellationToken cancellationToken)
    {
        var advance = Counter(world, progress);
        Parallel.For(0, CompanyTables.All.Count, new ParallelOptions
        {
            MaxDegreeOfParallelism = world.Options.Threads ?? Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        }, at => make(CompanyTables.All[at], at, advance));
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

    private static string Place(string folder, string name, string text)
    {
        using var file = new PartFile(Path.Combine(folder, name));
        file.Stream.Write(Encoding.UTF8.GetBytes(text));
        file.Finish();
        return file.Path;
    }
}
