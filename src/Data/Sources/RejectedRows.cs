using System.Globalization;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>The rows that were set aside, fetched from the file again: while reading only their places are kept.</summary>
internal sealed class RejectedRows(ByteSource source, CsvLayout layout, CsvOptions options)
{
    private const int MostText = 10_000;
    private readonly List<long?> _lines = [];
    private readonly List<string?> _columns = [];
    private readonly List<string?> _texts = [];
    private readonly List<string?> _reasons = [];

    /// <summary>The frame of rejects, in the file's order: line, column, text, reason.</summary>
    /// <param name="chunks">All blocks.</param>
    /// <param name="misfits">Rows of a value of another kind, ascending, with the column's name and kind.</param>
    public DataFrame Collect(Chunk[] chunks, IReadOnlyList<(Misfit Misfit, string Column, Reading Reading)> misfits)
    {
        if (misfits.Count > 0 || chunks.Any(chunk => chunk.Faults > 0)) Fetch(chunks, misfits);
        return DataFrame.FromColumns(("line", new Column<long>(ColumnKind.Integer, [.. _lines.Select(line => line!.Value)])),
            ("column", TextColumn.From(_columns)), ("text", TextColumn.From(_texts)), ("reason", TextColumn.From(_reasons)));
    }

    private void Fetch(Chunk[] chunks, IReadOnlyList<(Misfit Misfit, string Column, Reading Reading)> misfits)
    {
        var pass = new CsvPass(source, layout.Dialect, options);
        using var text = source.OpenText(layout.Start, out _);
        var reader = new BlockReader(text, layout.Dialect, pass.Size);
        var block = new Block();
        var index = new FieldIndex(layout.Dialect);
        var (line, firstRow, next) = (layout.FirstLine, 0L, 0);
        foreach (var chunk in chunks)
        {
            if (!reader.TryNext(block)) throw new CsvException($"{source.Name} changed while it was read. Read it again.");
            var last = next;
            while (last < misfits.Count && misfits[last].Misfit.Row < firstRow + chunk.Rows) last++;
            if (block.Oversized > 0)
                Add(line, null, block.Bytes.AsSpan(0, Math.Min(block.Length, 200)), $"the row is longer than CsvOptions.MaxRowLength ({options.MaxRowLength:N0} bytes)");
            else if (chunk.Faults > 0 || last > next)
            {
                index.Build(block.Bytes, block.Length, layout.Names.Count, options.Ragged, int.MaxValue);
                Block(block, index, chunk.Faults, line, firstRow, misfits.Skip(next).Take(last - next));
            }
            next = last;
            firstRow += chunk.Rows;
            line += chunk.Lines;
        }
    }

    private void Block(Block block, FieldIndex index, int faults, long firstLine, long firstRow, IEnumerable<(Misfit Misfit, string Column, Reading Reading)> misfits)
    {
        var wrong = index.Faults.Take(faults).Select(fault => (fault.Start, fault.Length, Column: (string?)null, Reason: Reason(fault)))
            .Concat(misfits.Select(each =>
            {
                var (start, length) = index.Locate((int)(each.Misfit.Row - firstRow));
                return (Start: start, Length: length, Column: (string?)each.Column, Reason: $"'{each.Misfit.Value}' is not {each.Reading.Noun} in column '{each.Column}' ({each.Reading.Kind.Word()})");
            }));
        var (line, counted) = (firstLine, 0);
        foreach (var (start, length, column, reason) in wrong.OrderBy(each => each.Start))
        {
            line += CsvPass.CountLines(block.Bytes.AsSpan(counted, start - counted));
            counted = start;
            Add(line, column, block.Bytes.AsSpan(start, length).TrimEnd("\r\n"u8), reason);
        }
    }

    private void Add(long line, string? column, ReadOnlySpan<byte> text, string reason)
    {
        _lines.Add(line);
        _columns.Add(column);
        _texts.Add(CsvPass.Shorten(text, MostText));
        _reasons.Add(reason);
    }

    private string Reason(Fault fault) => fault.Kind switch
    {
        FaultKind.FieldCount => string.Create(CultureInfo.InvariantCulture, $"the row has {fault.Fields:N0} {(fault.Fields == 1 ? "field" : "fields")} where {layout.Names.Count:N0} are expected"),
        FaultKind.OpenQuote => "a quoted field is not closed, or a quote inside it is not doubled",
        FaultKind.TooLong => string.Create(CultureInfo.InvariantCulture, $"the row is longer than CsvOptions.MaxRowLength ({options.MaxRowLength:N0} bytes)"),
        _ => "the row is not valid UTF-8; give CsvOptions.Encoding if the file is in another",
    };
}
