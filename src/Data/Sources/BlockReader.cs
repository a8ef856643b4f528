namespace MarketingNotebooks.Data.Sources;

/// <summary>Whole rows of a file, reused from read to read.</summary>
internal sealed class Block
{
    /// <summary>The bytes, and at least 64 more that may be read but mean nothing.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>Number of bytes.</summary>
    public int Length { get; set; }

    /// <summary>Place in the sequence of blocks.</summary>
    public int Index { get; set; }

    /// <summary>When the block is one row that is too long: its length; its first bytes are kept. Else 0.</summary>
    public long Oversized { get; set; }
}

/// <summary>Cuts a stream into blocks of whole rows. Thread-safe: workers take turns.</summary>
internal sealed class BlockReader(Stream text, CsvDialect dialect, int blockSize)
{
    private readonly Lock _turn = new();
    private byte[] _carry = [];
    private int _carried;
    private int _index;
    private bool _ended;

    /// <summary>Fills a block; false at the end.</summary>
    public bool TryNext(Block block)
    {
        lock (_turn)
        {
            var length = _carried;
            var target = Math.Max(blockSize, length * 2);
            Resize(block, target, 0);
            _carry.AsSpan(0, length).CopyTo(block.Bytes);
            while (true)
            {
                while (length < target && !_ended)
                {
                    var read = text.Read(block.Bytes, length, target - length);
                    _ended = read == 0;
                    length += read;
                }
                if (length == 0) return false;
                var cut = RowBoundary.Last(block.Bytes.AsSpan(0, length), dialect, _ended);
                if (cut > 0)
                {
                    Give(block, cut, length);
                    block.Oversized = 0;
                    return true;
                }
                if (length > dialect.MaxRow + 1)
                {
                    SkipRow(block, length);
                    return true;
                }
                target *= 2;
                Resize(block, target, length);
            }
        }
    }

    private static void Resize(Block block, int size, int keep)
    {
        if (block.Bytes.Length >= size + 64) return;
        var bytes = GC.AllocateUninitializedArray<byte>(size + 64);
        block.Bytes.AsSpan(0, keep).CopyTo(bytes);
        block.Bytes = bytes;
    }

    private void Give(Block block, int cut, int length)
    {
        _carried = length - cut;
        if (_carry.Length < _carried) _carry = new byte[_carried];
        block.Bytes.AsSpan(cut, _carried).CopyTo(_carry);
        block.Length = cut;
        block.Index = _index++;
    }

    /// <summary>Passes over a row that is longer than rows may be, up to the next line end, keeping its first bytes.</summary>
    private void SkipRow(Block block, int length)
    {
        const int kept = 1 << 10;
        var next = Quotes.NextLine(block.Bytes.AsSpan(0, length), 0);
        var skipped = 0L;
        while (next == length && !_ended)
        {
            skipped += length - kept;
            length = kept;
            var read = text.Read(block.Bytes, kept, Math.Min(block.Bytes.Length - 64, 1 << 20) - kept);
            _ended = read == 0;
            length += read;
            next = Quotes.NextLine(block.Bytes.AsSpan(0, length), kept);
        }
        Give(block, next, length);
        block.Oversized = skipped + next;
    }
}
