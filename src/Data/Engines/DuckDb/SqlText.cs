using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>An interpolated text of SQL: frames in it stand for tables, everything else is bound as a value and never becomes part of the text.</summary>
/// <remarks>Written as <c>Sql($"select * from {orders} where channel in {channels} and amount > {min}")</c>. A frame from a variable keeps the variable's name,
/// so that <c>orders.amount</c> works. Values may be numbers, text, booleans, dates and times, null, or a list of one of these. A hole must not stand
/// inside quotes. For the name of a column use <see cref="SqlName"/>.</remarks>
[InterpolatedStringHandler]
public sealed partial class SqlText : ISqlScope
{
    private readonly StringBuilder _text;
    private readonly OrderedDictionary<string, DataFrame> _frames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, object? Value, bool Asked)> _values = [];

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Characters of text.</param>
    /// <param name="formattedCount">Number of holes.</param>
    public SqlText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + formattedCount * 8);

    /// <summary>The text as DuckDB gets it.</summary>
    public string Text => _text.ToString();

    IEnumerable<string> ISqlScope.FrameNames => _frames.Keys;

    IEnumerable<string> ISqlScope.ValueNames => [];

    /// <summary>Called by the compiler for text.</summary>
    /// <param name="text">Part of the text.</param>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Called by the compiler for a frame.</summary>
    /// <param name="frame">Stands for a table.</param>
    /// <param name="name">What stands in the hole.</param>
    public void AppendFormatted(DataFrame frame, [CallerArgumentExpression(nameof(frame))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(frame, name);
        var wanted = Identifier().IsMatch(name) ? name.TrimStart('@') : "frame";
        var unique = wanted;
        for (var number = 2; _frames.TryGetValue(unique, out var other) && other != frame; number++) unique = $"{wanted}_{number}";
        _frames[unique] = frame;
        // No schema of a database has this name, so that neither a table nor a WITH of the text can hide the frame.
        _text.Append(Schema).Append('.').Append(SqlName.Quote(unique));
    }

    /// <summary>Called by the compiler for a name.</summary>
    /// <param name="name">The name of a column or table.</param>
    public void AppendFormatted(SqlName name) => _text.Append(name);

    /// <summary>Called by the compiler for a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">Bound as a parameter.</param>
    /// <param name="name">What stands in the hole, for messages.</param>
    public void AppendFormatted<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is DataFrame frame)
        {
            AppendFormatted(frame, name);
            return;
        }
        _values.Add((name, value, false));
        _text.Append('$').Append(Parameter).Append(_values.Count);
    }

    DataFrame? ISqlScope.Frame(string name) => _frames.GetValueOrDefault(name);

    bool ISqlScope.TryValue(string name, out object? value)
    {
        value = null;
        if (!name.StartsWith(Parameter, StringComparison.Ordinal) || !int.TryParse(name.AsSpan(Parameter.Length), out var number) || number < 1 || number > _values.Count) return false;
        value = _values[number - 1].Value;
        _values[number - 1] = _values[number - 1] with { Asked = true };
        return true;
    }

    /// <summary>Throws when a value was not asked for: its hole stands where SQL sees no parameter.</summary>
    internal void CheckHoles()
    {
        var missed = _values.FindIndex(value => !value.Asked);
        if (missed >= 0)
            throw new DuckDbException($"SQL: the value {{{_values[missed].Name}}} stands inside quotes or a comment, where SQL takes no values. Remove the quotes around it.");
    }

    private const string Schema = "frames";
    private const string Parameter = "value_";

    [GeneratedRegex(@"^@?[\p{L}_][\p{L}\p{Nd}_]*$")]
    private static partial Regex Identifier();
}
