namespace MarketingNotebooks.Kernel.Documents;

/// <summary>Finds the numbers JSON does not have and Python's writer writes all the same: <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
internal static class PythonNumbers
{
    private static readonly (byte[] Word, double Value)[] Words = [("NaN"u8.ToArray(), double.NaN), ("Infinity"u8.ToArray(), double.PositiveInfinity), ("-Infinity"u8.ToArray(), double.NegativeInfinity)];

    /// <summary>Puts a zero of the same length in the place of each; the rest of the text keeps its place.</summary>
    /// <param name="utf8">The text. Changed.</param>
    /// <returns>The numbers by their position in bytes; null when there are none.</returns>
    public static Dictionary<int, double>? Replace(byte[] utf8)
    {
        if (utf8.AsSpan().IndexOf("NaN"u8) < 0 && utf8.AsSpan().IndexOf("Infinity"u8) < 0) return null;
        var found = new Dictionary<int, double>();
        var quoted = false;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (quoted)
            {
                if (utf8[i] == '\\') i++;
                else if (utf8[i] == '"') quoted = false;
                continue;
            }
            quoted = utf8[i] == '"';
            foreach (var (word, value) in Words)
            {
                if (!utf8.AsSpan(i).StartsWith(word)) continue;
                found[i] = value;
                utf8[i] = (byte)'0';
                utf8.AsSpan(i + 1, word.Length - 1).Fill((byte)' ');
                i += word.Length - 1;
                break;
            }
        }
        return found;
    }
}
