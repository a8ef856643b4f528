using System.Text;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Functions of text, computed once for each distinct string.</summary>
internal static class TextFunctions
{
    public static Column Evaluate(Evaluator rows, CallExpr call)
    {
        if (call.Function == Function.Concat) return Concat(rows, call.Arguments[0], call.Arguments[1]);
        var texts = rows.Text(call.Arguments[0]);
        return call.Function switch
        {
            Function.Lower => Map(texts, text => text.ToLowerInvariant()),
            Function.Upper => Map(texts, text => text.ToUpperInvariant()),
            Function.Trim => Map(texts, text => text.Trim()),
            Function.TrimStart => Map(texts, text => text.TrimStart()),
            Function.TrimEnd => Map(texts, text => text.TrimEnd()),
            Function.PadLeft or Function.PadRight => (ValueTuple<int, char>)call.Detail! is var (width, fill)
                ? Map(texts, text => Pad(text, width, fill, call.Function == Function.PadLeft)) : throw new InvalidOperationException(),
            Function.SplitPart => (ValueTuple<string, int>)call.Detail! is var (separator, index)
                ? Map(texts, text => text.Split(separator) is var parts && index < parts.Length ? parts[index] : "") : throw new InvalidOperationException(),
            Function.Matches => Test(texts, ((TextPattern)call.Detail!).IsMatch),
            Function.Extract => Map(texts, ((TextPattern)call.Detail!).Extract),
            Function.Replace => Map(texts, text => text.Replace(Constant(1), Constant(2), StringComparison.Ordinal)),
            Function.Substring => (ValueTuple<int, int>)call.Detail! is var (start, length)
                ? Map(texts, text => Substring(text, start, length)) : throw new InvalidOperationException(),
            Function.Length => Lengths(texts),
            Function.Contains => Test(texts, text => text.Contains(Constant(1), StringComparison.Ordinal)),
            Function.StartsWith => Test(texts, text => text.StartsWith(Constant(1), StringComparison.Ordinal)),
            Function.EndsWith => Test(texts, text => text.EndsWith(Constant(1), StringComparison.Ordinal)),
            _ => throw new InvalidOperationException($"'{call.Function}' is not a function of text."),
        };

        string Constant(int argument) => (string)((LiteralExpr)call.Arguments[argument]).Value!;
    }

    /// <summary>A yes or no for each row from one for each distinct string.</summary>
    public static Column<bool> Test(TextColumn texts, Func<string, bool> test)
    {
        var answers = Array.ConvertAll(texts.DictionaryArray, text => test(text));
        var results = new bool[texts.Length];
        Ranges.For(results.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) results[row] = texts.CodeArray[row] >= 0 && answers[texts.CodeArray[row]];
        });
        return new Column<bool>(ColumnKind.Boolean, results, texts.Validity);
    }

    /// <summary>The strings of both dictionaries without repeats, <paramref name="first"/> as it stands, and where each of
    /// <paramref name="second"/> went.</summary>
    public static (string[] Dictionary, int[] CodeOf) Merge(string[] first, string[] second)
    {
        if (ReferenceEquals(first, second)) return (first, [.. Enumerable.Range(0, first.Length)]);
        var codes = new Dictionary<string, int>(first.Length + second.Length, StringComparer.Ordinal);
        for (var code = 0; code < first.Length; code++) codes.TryAdd(first[code], code);
        var merged = new List<string>(first);
        var codeOf = Array.ConvertAll(second, text =>
        {
            if (codes.TryGetValue(text, out var code)) return code;
            merged.Add(text);
            codes.Add(text, merged.Count - 1);
            return merged.Count - 1;
        });
        return ([.. merged], codeOf);
    }

    /// <summary>A string for each distinct string; null gives a null.</summary>
    private static TextColumn Map(TextColumn texts, Func<string, string?> map)
    {
        var index = new TextBuilder();
        var codeOf = Array.ConvertAll(texts.DictionaryArray, text => map(text) is { } mapped ? index.Code(mapped) : -1);
        var dictionary = index.Build().DictionaryArray;
        var codes = new int[texts.Length];
        Ranges.For(codes.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) codes[row] = texts.CodeArray[row] < 0 ? -1 : codeOf[texts.CodeArray[row]];
        });
        return TextColumn.Coded(codes, dictionary);
    }

    private static TextColumn Concat(Evaluator rows, Expr left, Expr right)
    {
        if (right is LiteralExpr { Value: string end }) return Map(rows.Text(left), text => text + end);
        if (left is LiteralExpr { Value: string start }) return Map(rows.Text(right), text => start + text);
        var (a, b) = (rows.Text(left), rows.Text(right));
        var builder = new TextBuilder(rows.Rows);
        for (var row = 0; row < rows.Rows; row++)
            builder.Add(a.Text(row) is { } x && b.Text(row) is { } y ? x + y : null);
        return builder.Build();
    }

    private static Column<long> Lengths(TextColumn texts)
    {
        var lengths = Array.ConvertAll(texts.DictionaryArray, text => (long)text.EnumerateRunes().Count());
        var results = new long[texts.Length];
        for (var row = 0; row < results.Length; row++)
            if (texts.CodeArray[row] >= 0) results[row] = lengths[texts.CodeArray[row]];
        return new Column<long>(ColumnKind.Integer, results, texts.Validity);
    }

    private static string Pad(string text, int width, char fill, bool left)
    {
        var missing = new string(fill, Math.Max(0, width - text.EnumerateRunes().Count()));
        return left ? missing + text : text + missing;
    }

    private static string Substring(string text, int start, int length)
    {
        var part = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Skip(start).Take(length)) part.Append(rune.ToString());
        return part.ToString();
    }
}
