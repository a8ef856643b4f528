using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Frames;

/// <summary>Which kinds an aggregate takes and which it gives.</summary>
internal static class AggregateTyping
{
    /// <summary>The kind of the result.</summary>
    /// <exception cref="ArgumentException">The aggregate does not take arguments of these kinds.</exception>
    public static ColumnKind Result(string name, AggregateKind function, Expr? argument, Expr? second)
    {
        if (function == AggregateKind.Rows) return ColumnKind.Integer;
        var kind = argument!.Kind;
        return function switch
        {
            AggregateKind.Count or AggregateKind.CountDistinct => ColumnKind.Integer,
            AggregateKind.Min or AggregateKind.Max or AggregateKind.First or AggregateKind.Last or AggregateKind.Mode => kind,
            AggregateKind.Any or AggregateKind.All => kind == ColumnKind.Boolean ? kind : throw Refuse("a condition", argument),
            AggregateKind.Sum => kind.IsNumeric() || kind == ColumnKind.Duration ? kind : throw Refuse("numbers or durations", argument),
            AggregateKind.Mean when kind is ColumnKind.Timestamp or ColumnKind.Duration => kind,
            AggregateKind.Mean => kind.IsNumeric() ? ColumnKind.Number : throw Refuse("numbers, timestamps or durations", argument),
            _ when !kind.IsNumeric() => throw Refuse("numbers", argument),
            _ when second is { } other && !other.Kind.IsNumeric() => throw Refuse("numbers", other),
            _ => ColumnKind.Number,
        };

        ArgumentException Refuse(string wanted, Expr got) => new($"Agg.{function} for '{name}' takes {wanted}. Got {got} ({got.Kind.Word()}).");
    }
}
