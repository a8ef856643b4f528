using System.Runtime.CompilerServices;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Turns the fields of one column in one block into values: a tight loop a kind.</summary>
internal sealed class ColumnParser(CsvPass pass)
{
    private byte[] _scratch = new byte[256];

    /// <summary>Reads a column; null when it turns out to be of another kind.</summary>
    public ColumnPiece? Parse(FieldIndex index, byte[] block, int column, ColumnPlan plan, Utf8Dictionary? dictionary) => plan.Kind switch
    {
        ColumnKind.Integer => Values<long, Integers>(index, block, column, plan, default),
        ColumnKind.Number when plan.Comma => Values<double, CommaNumbers>(index, block, column, plan, default),
        ColumnKind.Number => Values<double, PointNumbers>(index, block, column, plan, default),
        ColumnKind.Timestamp => Values<long, Timestamps>(index, block, column, plan, default),
        ColumnKind.Boolean => Values<bool, Booleans>(index, block, column, plan, default),
        _ => Texts(index, block, column, dictionary!),
    };

    private ColumnPiece? Values<T, TReader>(FieldIndex index, byte[] block, int column, ColumnPlan plan, TReader reader)
        where T : unmanaged
        where TReader : struct, IReader<T>
    {
        var rows = index.Rows;
        var values = GC.AllocateUninitializedArray<T>(rows);
        var piece = new ColumnPiece { Values = values };
        var (bare, quotedValues) = (0, 0);
        var nulls = pass.Nulls;
        for (var row = 0; row < rows; row++)
        {
            var quoted = index.Locate(row, column, out var start, out var end);
            ReadOnlySpan<byte> text = block.AsSpan(start, end - start);
            if (!quoted && nulls.Length == 0 && reader.TryRead(text, out values[row]))
            {
                bare++;
                continue;
            }
            if (quoted) text = Content(text);
            text = text.Trim(" \t"u8);
            if (text.IsEmpty || IsNull(text, nulls))
            {
                values[row] = default;
                piece.SetNull(row, rows);
            }
            else if (reader.TryRead(text, out values[row]))
            {
                if (quoted) quotedValues++;
                else bare++;
            }
            else
            {
                values[row] = default;
                plan.Note(ValuePatterns.Of(text, pass.Formats));
                if (plan.Failed) return null;
                (piece.Misfits ??= []).Add(new Misfit(row, CsvPass.Shorten(text, 80)));
                if (piece.Misfits.Count > 100 + 4 * pass.MostRejects * rows)
                {
                    plan.GiveUp();
                    return null;
                }
            }
        }
        (piece.Bare, piece.NeedlesslyQuoted) = (bare, quotedValues);
        return piece;
    }

    private ColumnPiece Texts(FieldIndex index, byte[] block, int column, Utf8Dictionary dictionary)
    {
        var rows = index.Rows;
        var codes = GC.AllocateUninitializedArray<int>(rows);
        var (bare, needless) = (0, 0);
        var nulls = pass.Nulls;
        var dialect = pass.Dialect;
        for (var row = 0; row < rows; row++)
        {
            var quoted = index.Locate(row, column, out var start, out var end);
            ReadOnlySpan<byte> text = block.AsSpan(start, end - start);
            if (quoted)
            {
                text = Content(text);
                if (text.IndexOfAny(dialect.Delimiter, dialect.Quote) < 0 && !text.IsEmpty) needless++;
            }
            else if (text.IsEmpty)
            {
                codes[row] = -1;
                continue;
            }
            else bare++;
            codes[row] = nulls.Length > 0 && IsNull(text, nulls) ? -1 : dictionary.Code(text);
        }
        return new ColumnPiece { Values = codes, Dictionary = dictionary, Bare = bare, NeedlesslyQuoted = needless };
    }

    /// <summary>What stands between the quotes, doubled ones made single.</summary>
    private ReadOnlySpan<byte> Content(ReadOnlySpan<byte> field)
    {
        var quote = pass.Dialect.Quote;
        field = field.Trim((byte)' ');
        field = field[1..^1];
        var at = field.IndexOf(quote);
        if (at < 0) return field;
        if (_scratch.Length < field.Length) _scratch = new byte[field.Length];
        var length = 0;
        while (at >= 0)
        {
            field[..(at + 1)].CopyTo(_scratch.AsSpan(length));
            length += at + 1;
            field = field[(at + 2)..];
            at = field.IndexOf(quote);
        }
        field.CopyTo(_scratch.AsSpan(length));
        return _scratch.AsSpan(0, length + field.Length);
    }

    private static bool IsNull(ReadOnlySpan<byte> text, byte[][] nulls)
    {
        foreach (var each in nulls)
            if (text.SequenceEqual(each)) return true;
        return false;
    }

    private interface IReader<T>
    {
        bool TryRead(ReadOnlySpan<byte> text, out T value);
    }

    private readonly struct Integers : IReader<long>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool TryRead(ReadOnlySpan<byte> text, out long value) => Utf8Values.TryInteger(text, out value);
    }

    private readonly struct PointNumbers : IReader<double>
    {
        public bool TryRead(ReadOnlySpan<byte> text, out double value) => Utf8Values.TryNumber(text, (byte)'.', out value);
    }

    private readonly struct CommaNumbers : IReader<double>
    {
        public bool TryRead(ReadOnlySpan<byte> text, out double value) => Utf8Values.TryNumber(text, (byte)',', out value);
    }

    private readonly struct Timestamps : IReader<long>
    {
        public bool TryRead(ReadOnlySpan<byte> text, out long value) => Utf8Values.TryTimestamp(text, out value);
    }

    private readonly struct Booleans : IReader<bool>
    {
        public bool TryRead(ReadOnlySpan<byte> text, out bool value) => Utf8Values.TryBoolean(text, out value);
    }
}
