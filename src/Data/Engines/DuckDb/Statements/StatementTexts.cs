namespace MarketingNotebooks.Data.Engines.DuckDb.Statements;

/// <summary>Cuts a text of SQL into statements such that places in them are places in the text.</summary>
internal static class StatementTexts
{
    /// <summary>Each statement behind as many spaces and line breaks as stand before it in the text; those of nothing but comments are left out.</summary>
    public static IEnumerable<string> Of(string sql)
    {
        var start = 0;
        for (var at = 0; at <= sql.Length;)
        {
            if (at < sql.Length && sql[at] != ';')
            {
                at = Skip(sql, at);
                continue;
            }
            if (HasCode(sql, start, at)) yield return Blank(sql.AsSpan(0, start)) + sql[start..at];
            start = ++at;
        }
    }

    /// <summary>The position behind the character, text, name or comment that starts at one.</summary>
    private static int Skip(string sql, int at)
    {
        var next = at + 1 < sql.Length ? sql[at + 1] : '\0';
        switch (sql[at])
        {
            case '\'':
                var escapes = at > 0 && sql[at - 1] is 'e' or 'E' && (at < 2 || !char.IsLetterOrDigit(sql[at - 2]));
                return Closing(sql, at, '\'', escapes);
            case '"': return Closing(sql, at, '"', escapes: false);
            case '-' when next == '-': return sql.IndexOf('\n', at) is >= 0 and var end ? end + 1 : sql.Length;
            case '/' when next == '*': return Comment(sql, at);
            case '$' when at == 0 || !char.IsLetterOrDigit(sql[at - 1]): return Dollar(sql, at);
            default: return at + 1;
        }
    }

    private static int Closing(string sql, int at, char quote, bool escapes)
    {
        for (at++; at < sql.Length; at++)
        {
            if (escapes && sql[at] == '\\') at++;
            else if (sql[at] == quote) return at + 1;
        }
        return sql.Length;
    }

    private static int Comment(string sql, int at)
    {
        var depth = 0;
        for (; at + 1 < sql.Length; at++)
        {
            if (sql[at] == '/' && sql[at + 1] == '*')
            {
                depth++;
                at++;
            }
            else if (sql[at] == '*' && sql[at + 1] == '/')
            {
                at++;
                if (--depth == 0) return at + 1;
            }
        }
        return sql.Length;
    }

    /// <summary>A text in <c>$$</c> or <c>$tag$</c>; a parameter such as <c>$min</c> is skipped by its <c>$</c> alone.</summary>
    private static int Dollar(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_')) end++;
        if (end == sql.Length || sql[end] != '$') return at + 1;
        var tag = sql[at..(end + 1)];
        var close = sql.IndexOf(tag, end + 1, StringComparison.Ordinal);
        return close < 0 ? sql.Length : close + tag.Length;
    }

    private static bool HasCode(string sql, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var isComment = sql.AsSpan(at).StartsWith("--") || sql.AsSpan(at).StartsWith("/*");
            if (!isComment && !char.IsWhiteSpace(sql[at])) return true;
            at = isComment ? Skip(sql, at) : at + 1;
        }
        return false;
    }

    private static string Blank(ReadOnlySpan<char> text)
    {
        var blank = new char[text.Length];
        for (var i = 0; i < blank.Length; i++) blank[i] = text[i] == '\n' ? '\n' : ' ';
        return new string(blank);
    }
}
