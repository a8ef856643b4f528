namespace MarketingNotebooks.Data.Engines;

/// <summary>The order of text everywhere: by Unicode code points, as bytes of UTF-8 compare and databases with the C collation sort.</summary>
internal static class TextOrder
{
    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        var i = left.AsSpan(0, length).CommonPrefixLength(right.AsSpan(0, length));
        if (i == length) return left.Length.CompareTo(right.Length);
        return Rank(left[i]).CompareTo(Rank(right[i]));

        // UTF-16 puts surrogates (code points above U+FFFF) below U+E000..U+FFFF; code point order puts them above.
        static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
