using System.Text;
using System.Text.Unicode;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Sources;

/// <summary>One reading of the whole file: workers take blocks in turn, index their fields and parse column by column.</summary>
/// <remarks>What a block gives depends on its bytes alone, blocks hold whole rows, and results are joined in the file's order: so the
/// number of workers and the size of blocks change nothing.</remarks>
internal sealed class CsvPass(ByteSource source, CsvDialect dialect, CsvOptions options)
{
    /// <summary>Bytes a worker takes at a time: they and their index stay in a core's cache.</summary>
    private const int BlockSize = 1 << 19;

    public CsvDialect Dialect => dialect;

    /// <summary>Bytes of a block.</summary>
    public int Size => options.BlockSize ?? BlockSize;

    public byte[][] Nulls { get; } = [.. options.NullValues.Where(text => text.Length > 0).Select(Encoding.UTF8.GetBytes)];

    public DateFormats Formats { get; } = new(options.DateFormats);

    public double MostRejects => options.MostRejects;

    /// <summary>Reads all blocks.</summary>
    /// <param name="start">Position of the first row in the text, as UTF-8.</param>
    /// <param name="plans">One for each column of the file; none only counts the fields of the widest row.</param>
    /// <param name="progress">Told the share of bytes read.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <returns>What the blocks gave, in the file's order.</returns>
    public Chunk[] Run(long start, ColumnPlan[] plans, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var text = source.OpenText(start, out var raw);
        var reader = new BlockReader(text, dialect, Size);
        var chunks = new List<Chunk>();
        var rows = 0L;
        void Work()
        {
            var block = new Block();
            var index = new FieldIndex(dialect);
            var parser = new ColumnParser(this);
            var dictionaries = new Utf8Dictionary?[plans.Length];
            while (Interlocked.Read(ref rows) is var sofar && (options.MaxRows is null || sofar < options.MaxRows) && reader.TryNext(block))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var chunk = Read(block, index, parser, plans, dictionaries, options.MaxRows is { } most ? most - (int)sofar : int.MaxValue);
                if (Interlocked.Add(ref rows, chunk.Rows) > Array.MaxLength)
                    throw new CsvException($"{source.Name} has more than {Array.MaxLength:N0} rows, the most a frame holds. Read part of it with CsvOptions.MaxRows.");
                lock (chunks)
                {
                    chunks.Add(chunk);
                    if (source.Length > 0) progress?.Report(Math.Min(1.0, (double)raw.Position / source.Length));
                }
            }
        }

        // Rows up to a limit are counted in the file's order, which one worker keeps.
        var workers = options.MaxRows is not null ? 1 : options.Threads ?? Environment.ProcessorCount;
        if (source.Length <= Size && !source.Compressed) workers = 1;
        Parallelism.For(workers, 1, (_, _) => Work(), workers, cancellationToken);
        chunks.Sort((a, b) => a.Index.CompareTo(b.Index));
        return [.. chunks];
    }

    /// <summary>Line ends: LF, CRLF and CR.</summary>
    public static int CountLines(ReadOnlySpan<byte> bytes)
    {
        var feeds = bytes.Count((byte)'\n');
        if (!bytes.Contains((byte)'\r')) return feeds;
        for (var at = 0; at < bytes.Length; at++)
        {
            var step = bytes[at..].IndexOf((byte)'\r');
            if (step < 0) break;
            at += step;
            if (at + 1 == bytes.Length || bytes[at + 1] != (byte)'\n') feeds++;
        }
        return feeds;
    }

    /// <summary>The first characters of a text, for messages.</summary>
    public static string Shorten(ReadOnlySpan<byte> text, int most)
    {
        var whole = Encoding.UTF8.GetString(text[..Math.Min(text.Length, most * 4)]);
        return whole.Length <= most ? whole : whole[..(char.IsHighSurrogate(whole[most - 1]) ? most - 1 : most)] + "…";
    }

    private Chunk Read(Block block, FieldIndex index, ColumnParser parser, ColumnPlan[] plans, Utf8Dictionary?[] dictionaries, int mostRows)
    {
        var chunk = new Chunk { Index = block.Index };
        var bytes = block.Bytes.AsSpan(0, block.Length);
        chunk.Lines = CountLines(bytes);
        if (block.Oversized > 0)
        {
            (chunk.Faults, chunk.Pieces) = (1, new ColumnPiece?[plans.Length]);
            return chunk;
        }
        if (!Utf8.IsValid(bytes)) chunk.Evidence = EncodingEvidence.Of(bytes);
        index.Build(block.Bytes, block.Length, plans.Length, options.Ragged, mostRows);
        (chunk.Rows, chunk.Widest) = (index.Rows, index.Widest);
        chunk.Faults = index.Faults.Count;
        chunk.Pieces = new ColumnPiece?[plans.Length];
        for (var column = 0; column < plans.Length; column++)
        {
            var plan = plans[column];
            if (plan.Kind is null || plan.Failed) continue;
            if (plan.Kind == ColumnKind.Text) dictionaries[column] ??= new Utf8Dictionary();
            chunk.Pieces[column] = parser.Parse(index, block.Bytes, column, plan, dictionaries[column]);
        }
        return chunk;
    }
}
