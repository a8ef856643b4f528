using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>A value that is not of its column's kind, and its row.</summary>
internal readonly record struct Misfit(int Row, string Value);

/// <summary>The values of one column in one block.</summary>
internal sealed class ColumnPiece
{
    /// <summary>bool[], long[], double[], or int[] codes of the worker's dictionary, −1 for null; at least as long as the block's rows.</summary>
    public required Array Values { get; init; }

    /// <summary>Bits set where a row has a value; null when all have one. Unused for text.</summary>
    public ulong[]? Validity { get; set; }

    /// <summary>The dictionary of codes; null when not text.</summary>
    public Utf8Dictionary? Dictionary { get; init; }

    /// <summary>Values without quotes.</summary>
    public int Bare { get; set; }

    /// <summary>Values in quotes that did not need them.</summary>
    public int NeedlesslyQuoted { get; set; }

    /// <summary>Values of another kind, by their row in the block; null when there are none.</summary>
    public List<Misfit>? Misfits { get; set; }

    /// <summary>Marks a row as null.</summary>
    public void SetNull(int row, int rows)
    {
        if (Validity is null)
        {
            Validity = new ulong[Frames.Validity.WordCount(rows)];
            Validity.AsSpan().Fill(ulong.MaxValue);
        }
        Validity[row >> 6] &= ~(1UL << (row & 63));
    }
}

/// <summary>What one block gave.</summary>
internal sealed class Chunk
{
    /// <summary>Place in the sequence of blocks.</summary>
    public required int Index { get; init; }

    /// <summary>Rows that fit.</summary>
    public int Rows { get; set; }

    /// <summary>Line ends in the block.</summary>
    public int Lines { get; set; }

    /// <summary>Fields of the widest row, when only that was asked for.</summary>
    public int Widest { get; set; }

    /// <summary>Number of rows that do not fit.</summary>
    public int Faults { get; set; }

    /// <summary>One for each column of the file; null where it is not read.</summary>
    public ColumnPiece?[] Pieces { get; set; } = [];

    /// <summary>Counts on the encoding, when the block is not valid UTF-8.</summary>
    public EncodingEvidence Evidence { get; set; }
}

/// <summary>How one column is read in a pass; shared by the workers.</summary>
internal sealed class ColumnPlan
{
    private long _misfits;
    private int _failed;
    private int _seen;

    /// <summary>How fields become values: boolean, integer, number, timestamp (in their plain forms) or text; null: not read.</summary>
    public ColumnKind? Kind { get; set; }

    /// <summary>True for a decimal comma.</summary>
    public bool Comma { get; set; }

    /// <summary>True once the column turned out to be something else.</summary>
    public bool Failed => Volatile.Read(ref _failed) != 0;

    /// <summary>True when a value had a decimal mark that the reading of integers did not take.</summary>
    public bool SawFraction => (Volatile.Read(ref _seen) & 1) != 0;

    /// <summary>True when a value was seen that only all values together can judge.</summary>
    public bool SawOther => (Volatile.Read(ref _seen) & 2) != 0;

    /// <summary>Notes a value that does not fit.</summary>
    public void Note(ValuePattern pattern)
    {
        if (Kind is ColumnKind.Integer or ColumnKind.Number && pattern.IsNumberLike())
        {
            var fraction = Kind == ColumnKind.Integer && pattern == (Comma ? ValuePattern.Comma : ValuePattern.Point);
            var harmless = Kind == ColumnKind.Integer && pattern is ValuePattern.Unmarked or ValuePattern.EitherPoint && !Comma;
            Interlocked.Or(ref _seen, fraction ? 1 : harmless ? 0 : 2);
            Fail();
        }
        if (Interlocked.Increment(ref _misfits) > 1_000_000) GiveUp();
    }

    /// <summary>Ends this reading: so many values are of another kind that the column must be read again as text.</summary>
    public void GiveUp()
    {
        Interlocked.Or(ref _seen, 2);
        Fail();
    }

    private void Fail() => Volatile.Write(ref _failed, 1);
}
