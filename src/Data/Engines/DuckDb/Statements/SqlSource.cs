using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines.DuckDb.Statements;

/// <summary>A text of SQL, and its errors in our words with their place in it; of a text of our own about a file, with the file.</summary>
internal sealed partial class SqlSource(string text, ISqlScope scope)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>DuckDB's message as an error that says where and what to do.</summary>
    public DuckDbException Error(string message)
    {
        var place = Place().Match(message);
        var what = (place.Success ? message[..place.Index] : message).Trim();
        what = WithRemedy(Sentence(LineBreaks().Replace(what, " ")));
        if (scope is FileScope file) return new DuckDbException($"{file.Path}: {what}");
        if (!place.Success || Locate(place) is not var (line, column)) return new DuckDbException($"SQL: {what}");
        var excerpt = Text.Split('\n')[line - 1].TrimEnd('\r');
        var start = Math.Max(0, column - 1 - 60);
        var shown = excerpt.AsSpan(start, Math.Min(excerpt.Length - start, 120)).ToString();
        var marker = string.Concat(shown.Take(column - 1 - start).Select(letter => letter == '\t' ? '\t' : ' ')) + '^';
        return new DuckDbException($"SQL line {line}, column {column}: {what}\n    {shown}\n    {marker}", line, column);
    }

    /// <summary>A parameter without a value.</summary>
    public DuckDbException NoValue(string name)
    {
        var names = scope.ValueNames.ToList();
        var near = Spelling.Nearest(name, names) is { } nearest ? $" Did you mean '${nearest}'?" : "";
        var list = names.Count == 0 ? "There are none" : $"There are {string.Join(", ", names.Take(20).Select(each => '$' + each))}{(names.Count > 20 ? ", …" : "")}";
        return new DuckDbException($"SQL: parameter '${name}' has no value.{near} {list}.");
    }

    private string WithRemedy(string what)
    {
        if (what.StartsWith("Out of Memory", StringComparison.Ordinal))
            return what + " Raise DuckDbOptions.MemoryLimit, or give DuckDbOptions.TempFolder a disk with room: grouping, joining and sorting go on there, lists do not.";
        if (MissingTable().Match(what) is not { Success: true } missing) return what;
        var names = scope.FrameNames.ToList();
        var near = Spelling.Nearest(missing.Groups[1].Value, names);
        // DuckDB guesses among its own tables, those of its system included.
        if (near is not null || what.Contains("\"pragma_", StringComparison.Ordinal) || what.Contains("\"duckdb_", StringComparison.Ordinal) || what.Contains("\"sqlite_", StringComparison.Ordinal))
            what = Sentence(Guess().Replace(what, ""));
        if (near is not null) what += $" Did you mean '{near}'?";
        return names.Count == 0 ? what : $"{what} Frames: {string.Join(", ", names.Take(20))}{(names.Count > 20 ? ", …" : "")}.";
    }

    // DuckDB shows a window of a long line, "..." on the sides; the caret counts from the start of "LINE n: ".
    private (int Line, int Column)? Locate(Match place)
    {
        var line = int.Parse(place.Groups["line"].Value, null);
        var lines = Text.Split('\n');
        if (line > lines.Length) return null;
        var shown = place.Groups["text"].Value;
        var at = Characters(shown, place.Groups["caret"].Length - place.Groups["head"].Length);
        var shift = 0;
        if (shown.StartsWith("...", StringComparison.Ordinal))
        {
            var piece = shown[3..].TrimEnd('\r');
            if (piece.EndsWith("...", StringComparison.Ordinal)) piece = piece[..^3];
            var found = lines[line - 1].IndexOf(piece, StringComparison.Ordinal);
            if (found < 0) return (line, 1);
            shift = found - 3;
        }
        return (line, Math.Clamp(at + shift + 1, 1, Math.Max(1, lines[line - 1].Length + 1)));
    }

    /// <summary>How many characters take up a width: DuckDB points to where they stand on a screen.</summary>
    private static int Characters(string text, int width)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (width <= 0) break;
            width -= TextWidth.Of(rune);
            count += rune.Utf16SequenceLength;
        }
        return count;
    }

    private static string Sentence(string text)
    {
        var trimmed = text.TrimEnd('!', ' ');
        return trimmed.EndsWith('.') || trimmed.EndsWith('?') ? trimmed : trimmed + '.';
    }

    [GeneratedRegex(@"\n\n(?<head>LINE (?<line>\d+): )(?<text>[^\n]*)\n(?<caret> *)\^")]
    private static partial Regex Place();

    [GeneratedRegex(@" Did you mean ""[^""]*""[^?]*\?")]
    private static partial Regex Guess();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"Table with name ""?(.+?)""? does not exist")]
    private static partial Regex MissingTable();
}
