using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>Reads an answer in ClickHouse's Native format straight into columns.</summary>
internal static class NativeReader
{
    /// <summary>All rows, columns by position.</summary>
    /// <param name="answer">The body of the answer.</param>
    /// <param name="schema">The names and kinds to give.</param>
    /// <param name="fail">Makes the error of what the server says behind its rows.</param>
    public static Table Read(Stream answer, Schema schema, Func<string, Exception> fail)
    {
        var stream = new NativeStream(answer);
        var columns = schema.Select(NativeColumn.Of).ToArray();
        var rows = 0L;
        while (!stream.AtEnd())
        {
            // Where a statement breaks off, its error is text in the place of a block.
            if (stream.Ahead.StartsWith("Code: "u8)) throw fail(stream.Rest(4000));
            var (count, lines) = (stream.Varint(), stream.Varint());
            if (lines > 1 << 28) throw new InvalidDataException($"A block of the answer says it has {lines} rows.");
            var block = (int)lines;
            if (count != (ulong)columns.Length) throw fail(stream.Rest(4000) is { Length: > 0 } rest ? rest : $"an answer of {count} columns instead of {columns.Length}");
            foreach (var column in columns)
            {
                stream.Text();
                column.Read(stream, stream.Text(), block);
            }
            rows += block;
        }
        return new Table(schema, [.. columns.Select(column => column.Build())], checked((int)rows));
    }
}
