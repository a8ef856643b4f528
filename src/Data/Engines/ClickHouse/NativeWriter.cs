using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>Some rows of a table as the body of a request in ClickHouse's Native format, written block by block as it is sent.</summary>
internal sealed class NativeWriter(Table table, int start, int end, CancellationToken token) : HttpContent
{
    private const int Block = 1 << 16;
    private static readonly UTF8Encoding Strict = new(false, true);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        SerializeToStream(stream, context, token);
        return Task.CompletedTask;
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffered = new BufferedStream(stream, 1 << 18); // not disposed: the stream is the connection's
        for (var first = start; first < end; first += Block)
        {
            token.ThrowIfCancellationRequested();
            var count = Math.Min(Block, end - first);
            Varint(buffered, (ulong)table.Columns.Length);
            Varint(buffered, (ulong)count);
            for (var i = 0; i < table.Columns.Length; i++)
            {
                Text(buffered, table.Schema[i].Name);
                Text(buffered, ClickHouseTypes.Wire(table.Schema[i].Kind));
                Column(buffered, table.Columns[i], first, count);
            }
        }
        buffered.Flush();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static void Column(Stream stream, Column column, int first, int count)
    {
        var nulls = new byte[count];
        if (column.Validity is not null)
            for (var row = 0; row < count; row++) nulls[row] = column.IsNull(first + row) ? (byte)1 : (byte)0;
        stream.Write(nulls);
        switch (column)
        {
            case Column<long> whole: stream.Write(MemoryMarshal.AsBytes(whole.Span.Slice(first, count))); break;
            case Column<double> numbers: stream.Write(MemoryMarshal.AsBytes(numbers.Span.Slice(first, count))); break;
            case Column<bool> flags:
                foreach (var flag in flags.Span.Slice(first, count)) stream.WriteByte(flag ? (byte)1 : (byte)0);
                break;
            case TextColumn texts:
                for (var row = first; row < first + count; row++) Text(stream, texts.Text(row) ?? "");
                break;
        }
    }

    private static void Text(Stream stream, string text)
    {
        var bytes = Strict.GetBytes(text);
        Varint(stream, (ulong)bytes.Length);
        stream.Write(bytes);
    }

    private static void Varint(Stream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }
}
