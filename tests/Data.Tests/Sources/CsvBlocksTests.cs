using System.Text;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Sources;

/// <summary>The same file gives the same frame however it is cut into blocks and by however many workers it is read.</summary>
public class CsvBlocksTests
{
    private static readonly string[] Pieces =
        [",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", " ", "a", "1", "2.5", "#", "x y", "2024-01-01", "é", "北", ";", "\t", "true", "N/A", "0", "\",\"", "\"\n", "-"];

    [Fact]
    public void Random_texts_read_alike_in_blocks_of_any_size()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var text = Text(seed);
            var options = new CsvOptions
            {
                Delimiter = seed % 7 == 0 ? ' ' : seed % 7 == 1 ? '\t' : ',', Header = false, MostRejects = seed % 3 == 0 ? 1 : 0.05, AllowEmpty = true, Comment = seed % 5 == 0 ? '#' : null,
                Columns = [.. Enumerable.Range(0, 1 + seed % 3).Select(i => $"c{i}")], Ragged = seed % 4 == 0, Threads = 1, Encoding = Encoding.UTF8,
            };
            var whole = Read(text, options);
            foreach (var (block, threads) in new[] { (1, 1), (7, 2), (33, 3), (200, 2) })
            {
                var cut = Read(text, options with { BlockSize = block, Threads = threads });
                Assert.True(whole.Error == cut.Error, $"seed {seed}, blocks of {block}: {whole.Error} | {cut.Error}\n{text}");
                if (whole.Frame is null) continue;
                try
                {
                    Frames.Equal(whole.Frame, cut.Frame!);
                    Frames.Equal(whole.Frame.Rejects, cut.Frame!.Rejects);
                    Assert.Equal(whole.Frame.CsvReport!.ToString(), cut.Frame.CsvReport!.ToString());
                }
                catch (Exception error)
                {
                    Assert.Fail($"seed {seed}, blocks of {block}: {error.Message}\n{text}");
                }
            }
        }
    }

    [Fact]
    public void Every_row_is_in_the_frame_or_among_the_rejects()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            // No quotes: then each line that is not blank is one row.
            var text = Text(seed).Replace("\"", "q", StringComparison.Ordinal);
            var lines = text.ReplaceLineEndings("\n").Split('\n').Count(line => line.Trim(' ', '\t').Length > 0);
            var frame = Read(text, new CsvOptions { Delimiter = ',', Header = false, Columns = ["a", "b"], AllowEmpty = true, MostRejects = 1, Encoding = Encoding.UTF8 });
            if (frame.Frame is { } read) Assert.Equal(lines, read.RowCount + read.Rejects.RowCount);
            else Assert.Contains("do not fit", frame.Error);
        }
    }

    [Fact]
    public void Rows_longer_than_allowed_are_set_aside()
    {
        var text = $"a,b\n1,2\n{new string('x', 5000)},3\n3,4\n\"{new string('y', 5000)}\",4\n5,\"{new string('z', 1500)}\nq\"\n7,8\n9,10\n11,12\n";
        foreach (var block in new[] { 16, 500, 100_000 })
        {
            var frame = DataFrame.ParseCsv(text, new CsvOptions { MaxRowLength = 1024, BlockSize = block, Threads = 2 });
            Assert.Equal([1L, 3L, 7L, 9L, 11L], frame.Values("a"));
            Assert.Equal([3L, 5L, 6L, 7L], frame.Rejects.Values("line"));
        }
    }

    [Fact]
    public void Memory_is_not_spent_on_a_line_without_end()
    {
        // 200 MB without a line end, never held in memory.
        using var endless = new Repeating(200 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<CsvException>(() => DataFrame.ReadCsv(endless, new CsvOptions { Columns = ["a", "b"], Delimiter = ',', MaxRowLength = 1 << 20, Threads = 1 }));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Fact]
    public void Ten_thousand_columns_are_read()
    {
        var text = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n" + string.Join(',', Enumerable.Range(0, 10_000)) + "\n";
        var frame = DataFrame.ParseCsv(text);
        Assert.Equal((10_000, 9_999L), (frame.ColumnCount, frame["c9999"][0]));
    }

    [Fact]
    public void Random_bytes_give_a_frame_or_a_sentence()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            // Half of them with few bytes, so that structure arises.
            if (i % 2 == 0)
                for (var j = 0; j < bytes.Length; j++) bytes[j] = ",;\t|\"'\n\r 01a\0é"u8[bytes[j] % 15];
            try
            {
                var frame = DataFrame.ReadCsv(new MemoryStream(bytes), new CsvOptions { BlockSize = 32, Threads = 2 });
                Assert.True(frame.RowCount + frame.Rejects.RowCount > 0);
                Assert.NotEmpty(frame.ToHtml());
                Assert.NotEmpty(frame.ToString());
            }
            catch (CsvException error)
            {
                Assert.EndsWith(".", error.Message);
            }
        }
    }

    private static (DataFrame? Frame, string? Error) Read(string text, CsvOptions options)
    {
        try
        {
            return (DataFrame.ReadCsv(new MemoryStream(Encoding.UTF8.GetBytes(text)), options), null);
        }
        catch (CsvException error)
        {
            return (null, error.Message);
        }
    }

    private static string Text(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }

    private sealed class Repeating(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Position);
            buffer[..count].Fill((byte)'x');
            Position += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
