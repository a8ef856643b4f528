using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>A statement of SQL and the values of its parameters, which are never part of the text.</summary>
/// <param name="Text">The statement; <c>$1</c> (DuckDB: <c>$p1</c>) is the first parameter. ClickHouse before 19.14 knows no parameters: there values are
/// literals that hold nothing but letters, digits and harmless signs, or hexadecimal digits.</param>
/// <param name="Parameters">Values in the order of their numbers.</param>
/// <param name="Checks">Statements that run first and must give no row, e.g. that a join's key is unique; empty for most plans.</param>
public sealed record SqlQuery(string Text, IReadOnlyList<SqlParameter> Parameters, IReadOnlyList<SqlCheck> Checks)
{
    /// <summary>The text, each parameter's value on a comment line under it.</summary>
    public override string ToString() => Parameters.Count == 0 ? Text
        : Text + "\n" + string.Join("\n", Parameters.Select((parameter, i) => $"-- ${i + 1} = {parameter}"));
}

/// <summary>A value bound to a statement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">As columns store it: bool, long (times and durations in microseconds), double, string; null for no value.</param>
public sealed record SqlParameter(ColumnKind Kind, object? Value)
{
    /// <summary>The value on one line.</summary>
    public override string ToString() => (Kind, Value) switch
    {
        (_, null) => "null",
        (ColumnKind.Timestamp, long micros) => Times.ToText(micros),
        (_, string text) => System.Text.Json.JsonSerializer.Serialize(text),
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture)!,
    };
}

/// <summary>A statement that must give no row.</summary>
/// <param name="Text">The statement; it shares the query's parameters.</param>
/// <param name="Message">What a row means, for the error; <c>{0}</c> stands for the row.</param>
public sealed record SqlCheck(string Text, string Message);
