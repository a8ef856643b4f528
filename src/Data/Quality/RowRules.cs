using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>Finds the rows that break a rule.</summary>
internal static class RowRules
{
    /// <summary>Rows in which a condition is false; null passes.</summary>
    public static Judgement Failing(DataFrame frame, Func<ColumnScope, Expr> condition)
    {
        const string name = "ok";
        var ok = frame.Select((name, condition));
        if (ok.Schema[name].Kind != ColumnKind.Boolean)
            throw new ArgumentException($"An expectation of rows takes a condition. Got a formula of kind {ok.Schema[name].Kind.Word()}. Compare it, e.g. c => c[\"amount\"] > 0.");
        var flags = ok.Column<bool>(name);
        return Where(flags.Length, row => !flags.IsNull(row) && !flags.Values[row]);
    }

    /// <summary>Rows that agree with an earlier one in all columns.</summary>
    public static Judgement Repeated(DataFrame frame, string[] columns)
    {
        var groups = Grouping.Of(Array.ConvertAll(columns, frame.Column), frame.RowCount);
        var seen = new bool[groups.SlotCount];
        return Where(frame.RowCount, row =>
        {
            var again = seen[groups.Slots[row]];
            seen[groups.Slots[row]] = true;
            return again;
        });
    }

    /// <summary>Rows whose text fails; each distinct text is asked once.</summary>
    public static Judgement Texts(DataFrame frame, string column, Func<string, bool> holds)
    {
        if (frame.Schema[column].Kind != ColumnKind.Text)
            throw new ArgumentException($"Expect.Matches reads text. Column '{column}' is {frame.Schema[column].Kind.Word()}: convert it first, e.g. frame.With((\"{column}\", c => c[\"{column}\"].ToText())).");
        var text = frame.Text(column);
        var bad = new bool?[text.DictionaryArray.Length];
        return Where(text.Length, row => text.CodeArray[row] is >= 0 and var code && (bad[code] ??= !holds(text.DictionaryArray[code])));
    }

    /// <summary>Rows whose value the other column does not hold.</summary>
    public static Judgement Orphans(DataFrame frame, string column, DataFrame other, string key)
    {
        var (mine, theirs) = (frame.Schema[column].Kind, other.Schema[key].Kind);
        if (mine != theirs && !(mine.IsNumeric() && theirs.IsNumeric()))
            throw new ArgumentException($"Expect.ForeignKey compares columns of one kind. Got '{column}' ({mine.Word()}) and '{key}' ({theirs.Word()}). Convert one, e.g. with ToText().");
        const string at = "\u0001row";
        var numbered = frame.Select(column).With(at, Enumerable.Range(0, frame.RowCount)).Where(c => !c[column].IsNull());
        var lost = numbered.Join(other.Select(key), [(column, key)], Join.Anti).Column<long>(at).Span;
        var failed = new int[lost.Length];
        for (var i = 0; i < failed.Length; i++) failed[i] = (int)lost[i];
        return new Judgement(frame.RowCount, failed);
    }

    /// <summary>Rows on the wrong side of the last value before them.</summary>
    public static Judgement OutOfOrder(DataFrame frame, string column, bool descending)
    {
        var values = frame.Column(column);
        var keys = RowOrder.Keys(values);
        var before = -1;
        return Where(values.Length, row =>
        {
            if (values.IsNull(row)) return false;
            var (last, wrong) = (before, false);
            if (last >= 0) wrong = descending ? keys[row] > keys[last] : keys[row] < keys[last];
            before = row;
            return wrong;
        });
    }

    /// <summary>A regular expression that cannot run away.</summary>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)); // look-arounds and back-references
        }
    }

    private static Judgement Where(int rows, Func<int, bool> fails)
    {
        var failed = new List<int>();
        for (var row = 0; row < rows; row++)
            if (fails(row)) failed.Add(row);
        return new Judgement(rows, [.. failed]);
    }
}
