using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Joins the typed pieces of all blocks into one column.</summary>
internal static class PieceJoin
{
    /// <summary>The column; its pieces are let go as they are copied.</summary>
    /// <param name="chunks">In the file's order.</param>
    /// <param name="column">Position in the file.</param>
    /// <param name="kind">A kind that is not text.</param>
    /// <param name="rows">Rows of all blocks.</param>
    /// <param name="misfits">Gets the rows whose value is of another kind.</param>
    public static Column Join(Chunk[] chunks, int column, ColumnKind kind, int rows, List<Misfit> misfits) => kind switch
    {
        ColumnKind.Boolean => Join<bool>(chunks, column, kind, rows, misfits),
        ColumnKind.Number => Join<double>(chunks, column, kind, rows, misfits),
        _ => Join<long>(chunks, column, kind, rows, misfits),
    };

    private static Column<T> Join<T>(Chunk[] chunks, int column, ColumnKind kind, int rows, List<Misfit> misfits)
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(rows);
        ulong[]? validity = null;
        var at = 0;
        foreach (var chunk in chunks)
        {
            if (chunk.Rows == 0) continue;
            var piece = chunk.Pieces[column]!;
            ((T[])piece.Values).AsSpan(0, chunk.Rows).CopyTo(values.AsSpan(at));
            if (piece.Validity is { } present)
            {
                if (validity is null)
                {
                    validity = new ulong[Validity.WordCount(rows)];
                    validity.AsSpan().Fill(ulong.MaxValue);
                }
                for (var row = 0; row < chunk.Rows; row++)
                    if ((present[row >> 6] >> (row & 63) & 1) == 0) validity[(at + row) >> 6] &= ~(1UL << ((at + row) & 63));
            }
            foreach (var misfit in piece.Misfits ?? []) misfits.Add(misfit with { Row = at + misfit.Row });
            chunk.Pieces[column] = null;
            at += chunk.Rows;
        }
        return new Column<T>(kind, values, Validity.FromWords(validity, rows));
    }
}
