using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Assistance;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>How a text of SQL may go on: frames, their columns, values behind <c>$</c>, keywords.</summary>
internal static class SqlCompletion
{
    private static readonly string[] Keywords =
    [
        "select", "from", "where", "group by", "order by", "having", "limit", "join", "left join", "inner join", "full join", "cross join", "asof join", "on", "using",
        "as", "and", "or", "not", "in", "is null", "is not null", "between", "like", "ilike", "case", "when", "then", "else", "end", "distinct", "with", "union all",
        "union", "intersect", "except", "over", "partition by", "rows between", "qualify", "window", "asc", "desc", "nulls last", "nulls first", "count", "sum", "avg", "min",
        "max", "median", "coalesce", "cast", "date_trunc", "date_diff", "extract", "row_number", "lag", "lead", "create table", "create view", "insert into", "values",
        "delete", "update", "set", "pivot", "unpivot", "describe", "summarize", "explain", "read_parquet", "read_csv", "copy", "true", "false", "null",
    ];

    /// <summary>The ways to go on at a cursor. Runs nothing: names and kinds of frames are known.</summary>
    /// <param name="text">The text, unfinished as it may be.</param>
    /// <param name="cursor">A UTF-16 index into it, in [0, length].</param>
    /// <param name="variables">The session's.</param>
    public static Completions At(string text, int cursor, IReadOnlyList<Variable> variables)
    {
        var start = cursor;
        while (start > 0 && IsWord(text[start - 1])) start--;
        var end = cursor;
        while (end < text.Length && IsWord(text[end])) end++;
        var frames = variables.Where(variable => variable.Value is DataFrame).ToDictionary(variable => variable.Name, variable => (DataFrame)variable.Value!, StringComparer.Ordinal);
        var found = (start > 0 ? text[start - 1] : ' ') switch
        {
            '$' => variables.Where(variable => SqlLanguage.IsValue(variable.Value)).Select(variable => new Completion(variable.Name, "variable", variable.Type.Name, null)),
            '.' => Named(text, start - 1, frames) is { } frame ? Columns(frame) : [],
            _ => frames.Keys.Select(name => new Completion(name, "variable", nameof(DataFrame), null))
                .Concat(frames.Where(frame => Mentions(text, frame.Key)).SelectMany(frame => Columns(frame.Value)))
                .Concat(Keywords.Select(word => new Completion(word, "keyword", null, null))),
        };
        var prefix = text[start..cursor];
        return new Completions(start, end, [.. found.Where(item => item.Text.TrimStart('"').StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).DistinctBy(item => item.Text)]);
    }

    private static IEnumerable<Completion> Columns(DataFrame frame) =>
        frame.Schema.Select(field => new Completion(field.Name.All(IsWord) && !char.IsDigit(field.Name[0]) ? field.Name : new Data.Engines.DuckDb.SqlName(field.Name).ToString(), "column", field.Kind.Word(), null));

    /// <summary>The frame whose name ends before a position.</summary>
    private static DataFrame? Named(string text, int end, Dictionary<string, DataFrame> frames)
    {
        var start = end;
        while (start > 0 && IsWord(text[start - 1])) start--;
        return frames.GetValueOrDefault(text[start..end]);
    }

    private static bool Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !IsWord(text[at - 1])) && (at + name.Length == text.Length || !IsWord(text[at + name.Length]))) return true;
        return false;
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
