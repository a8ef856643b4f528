using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Changes text columns through their dictionaries.</summary>
internal static class TextMap
{
    /// <summary>Every value replaced; each distinct value is asked once, nulls stay null, and a null answer makes one.</summary>
    public static TextColumn Of(TextColumn text, Func<string, string?> map)
    {
        var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var dictionary = new List<string>();
        var place = new int?[text.DictionaryArray.Length];
        return TextColumn.Coded(Array.ConvertAll(text.CodeArray, code => code < 0 ? -1 : place[code] ??= Code(map(text.DictionaryArray[code]))), [.. dictionary]);

        int Code(string? value)
        {
            if (value is null) return -1;
            if (codeOf.TryGetValue(value, out var code)) return code;
            codeOf.Add(value, code = dictionary.Count);
            dictionary.Add(value);
            return code;
        }
    }
}
