using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Any value as text, close to the C# that would make it: <c>[1, 2]</c>, <c>Order { Id = 1 }</c>, <c>(1, "a")</c>.</summary>
/// <remarks>Bounded: 100 items a sequence, 6 levels, 20,000 characters a value; an object inside itself is shown as <c>…</c>.</remarks>
internal static class PlainText
{
    /// <summary>Most items of a sequence.</summary>
    internal const int MostItems = 100;

    private const int MostLevels = 6;
    private const int MostCharacters = 20_000;

    /// <summary>The text of a value. A text at the top is itself, without quotes and however long it is.</summary>
    public static string Of(object? value)
    {
        if (value is string whole) return whole;
        if (value is char character) return character.ToString();
        var text = new StringBuilder();
        Write(text, value, []);
        return text.ToString();
    }

    /// <summary>The text of a number, date or other scalar, invariant and readable back.</summary>
    public static string Scalar(object value) => value switch
    {
        string text => text,
        bool yes => yes ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Type type => Members.Name(type),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Said(value),
    };

    private static void Write(StringBuilder text, object? value, List<object> path)
    {
        if (text.Length > MostCharacters)
        {
            if (text[^1] != '…') text.Append('…');
            return;
        }
        switch (value)
        {
            case null: text.Append("null"); return;
            case string inner: Quote(text, inner); return;
            case char inner: text.Append('\'').Append(inner).Append('\''); return;
            case Rendered rendered: text.Append(rendered.Text); return;
            case Members.Fault fault: text.Append(fault); return;
            case JsonNode or JsonElement or JsonDocument: text.Append(path.Count == 0 ? JsonText.Indented(value) : JsonText.Of(value)); return;
            case Task task: text.Append(AsyncValues.Describe(task)); return;
            case Delegate: text.Append(Members.Name(value.GetType())); return;
        }
        var type = value.GetType();
        if (Members.IsScalar(type))
        {
            text.Append(Scalar(value));
            return;
        }
        if (path.Count >= MostLevels || path.Any(outer => ReferenceEquals(outer, value)))
        {
            text.Append('…');
            return;
        }
        path.Add(value);
        Compound(text, value, type, path);
        path.RemoveAt(path.Count - 1);
    }

    private static void Compound(StringBuilder text, object value, Type type, List<object> path)
    {
        switch (value)
        {
            case ITuple tuple:
                Join(text, "(", ")", Enumerable.Range(0, tuple.Length), i => Write(text, tuple[i], path));
                break;
            case IDictionary map:
                Items(text, "{ ", " }", map.Keys.Cast<object>(), map.Count, key => Pair(text, key, map[key], path));
                break;
            case Exception error:
                text.Append(error.GetType().Name).Append(": ").Append(error.Message);
                break;
            case Array { Rank: > 1 } grid:
                Grid(text, grid, 0, new int[grid.Rank], path);
                break;
            case IEnumerable items when !Members.HasOwnText(type):
                Items(text, "[", "]", items.Cast<object?>(), (value as ICollection)?.Count, item => Write(text, item, path));
                break;
            default:
                if (Members.HasOwnText(type)) text.Append(Said(value));
                else Object(text, value, type, path);
                break;
        }
    }

    // Row by row, as the initialiser of the array is written.
    private static void Grid(StringBuilder text, Array grid, int dimension, int[] at, List<object> path) =>
        Items(text, "[", "]", Enumerable.Range(0, grid.GetLength(dimension)), grid.GetLength(dimension), i =>
        {
            at[dimension] = i;
            if (dimension == grid.Rank - 1) Write(text, grid.GetValue(at), path);
            else Grid(text, grid, dimension + 1, at, path);
        });

    private static void Object(StringBuilder text, object value, Type type, List<object> path)
    {
        var name = Members.IsAnonymous(type) ? "" : Members.Name(type);
        var members = Members.Of(type);
        if (members.Count == 0)
        {
            text.Append(name.Length == 0 ? "{ }" : name);
            return;
        }
        if (name.Length > 0) text.Append(name).Append(' ');
        Join(text, "{ ", " }", members, member =>
        {
            text.Append(member.Name).Append(" = ");
            Write(text, member.Read(value), path);
        });
    }

    private static void Pair(StringBuilder text, object key, object? value, List<object> path)
    {
        text.Append('[');
        Write(text, key, path);
        text.Append("] = ");
        Write(text, value, path);
    }

    private static void Items<T>(StringBuilder text, string open, string close, IEnumerable<T> items, int? count, Action<T> write)
    {
        var shown = 0;
        text.Append(open);
        try
        {
            foreach (var item in items)
            {
                if (shown > 0) text.Append(", ");
                if (shown++ == MostItems)
                {
                    text.Append(count is { } all ? string.Create(CultureInfo.InvariantCulture, $"… {MostItems} of {all:N0}") : $"… more than {MostItems}");
                    break;
                }
                write(item);
            }
        }
        catch (Exception error) when (error is not CellInterruptedException)
        {
            if (shown > 0) text.Append(", ");
            text.Append(new Members.Fault(error));
        }
        text.Append(close);
    }

    private static void Join<T>(StringBuilder text, string open, string close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(", ");
            first = false;
            write(item);
        }
        text.Append(close);
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }

    private static string Said(object value)
    {
        try
        {
            return value.ToString() ?? "";
        }
        catch (Exception error) when (error is not CellInterruptedException)
        {
            return new Members.Fault(error).ToString();
        }
    }
}
