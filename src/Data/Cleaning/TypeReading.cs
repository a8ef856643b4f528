using System.Globalization;
using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Quality;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>How the texts of one column are read.</summary>
internal sealed record TypeReading(string Column, ColumnKind Kind, DecimalMark Mark, bool DayFirst)
{
    internal readonly record struct Change(int Row, string Column, string From, string? To, string Reason);

    /// <summary>The kind that most values have, or null when the column is text.</summary>
    public static TypeReading? Fit(string name, TextColumn text, TypeRepairOptions options)
    {
        var counts = new int[text.DictionaryArray.Length];
        foreach (var code in text.CodeArray)
            if (code >= 0) counts[code]++;
        var texts = text.DictionaryArray.Select((value, code) => (Text: LooseText.Normal(value), Count: counts[code]))
            .Where(each => each.Count > 0 && !LooseText.IsPlaceholder(each.Text)).ToList();
        var reading = new TypeReading(name, ColumnKind.Number, texts.Sum(each => LooseNumber.Evidence(each.Text) * (long)each.Count) > 0 ? DecimalMark.Comma : DecimalMark.Point,
            texts.Sum(each => LooseDate.Evidence(each.Text) * (long)each.Count) is var order && (order == 0 ? options.DayFirst : order > 0));
        if (options.Kinds.TryGetValue(name, out var known)) return reading with { Kind = known };
        var total = texts.Sum(each => (long)each.Count);
        if (total == 0) return null;
        if (Share(each => LooseBoolean.Read(each) is not null && each is not ("0" or "1")) > 0 && Share(each => LooseBoolean.Read(each) is not null) >= options.MinShare)
            return reading with { Kind = ColumnKind.Boolean };
        if (Share(each => LooseDate.TryRead(each, reading.DayFirst, out _)) >= options.MinShare) return reading with { Kind = ColumnKind.Timestamp };
        if (Share(each => Regex.IsMatch(each, "^0[0-9]+$")) > 0 || Share(each => LooseNumber.TryRead(each, reading.Mark, out _)) < options.MinShare) return null;
        var whole = texts.TrueForAll(each => long.TryParse(each.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) || !LooseNumber.TryRead(each.Text, reading.Mark, out var value) || (value == Math.Floor(value) && Math.Abs(value) < 1e15 && !each.Text.Contains('.')));
        return whole ? reading with { Kind = ColumnKind.Integer } : reading;

        double Share(Func<string, bool> fits) => texts.Where(each => fits(each.Text)).Sum(each => (long)each.Count) / (double)total;
    }

    /// <summary>The column read; null where a text is no value.</summary>
    public Column Read(TextColumn text)
    {
        var values = Array.ConvertAll(text.DictionaryArray, One);
        var valid = Validity.FromFlags(Array.ConvertAll(text.CodeArray, code => code >= 0 && values[code] is not null));
        return Kind switch
        {
            ColumnKind.Number => Filled<double>(),
            ColumnKind.Boolean => Filled<bool>(),
            _ => Filled<long>(),
        };

        Column<T> Filled<T>()
            where T : unmanaged => new(Kind, Array.ConvertAll(text.CodeArray, code => code >= 0 && values[code] is T value ? value : default), valid);
    }

    /// <summary>Cells whose text is not the plain form of their value.</summary>
    public IEnumerable<Change> Changes(TextColumn text)
    {
        var read = Read(text);
        var notes = new (bool Known, string? Reason)[text.DictionaryArray.Length];
        for (var row = 0; row < text.Length; row++)
        {
            if (text.CodeArray[row] is not (>= 0 and var code)) continue;
            var from = text.DictionaryArray[code];
            if (!notes[code].Known) notes[code] = (true, Reason(from, read.IsNull(row)));
            if (notes[code].Reason is { } reason) yield return new Change(row, Column, from, CellText.Of(read, row), reason);
        }
    }

    private string? Reason(string from, bool lost) => lost ? (LooseText.IsPlaceholder(LooseText.Normal(from)) ? "placeholder" : "unreadable") : Plain(from) ? null : "rewritten";

    /// <summary>True for a text that any strict reader takes for the same value.</summary>
    private bool Plain(string text) => Kind switch
    {
        ColumnKind.Boolean => text is "true" or "false",
        ColumnKind.Timestamp => Regex.IsMatch(text, "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?)?$"),
        ColumnKind.Integer => Regex.IsMatch(text, "^-?[0-9]+$"),
        _ => Regex.IsMatch(text, "^-?[0-9]*([.][0-9]+)?([eE][+-]?[0-9]+)?$") && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
    };

    private object? One(string text)
    {
        var normal = LooseText.Normal(text);
        if (LooseText.IsPlaceholder(normal)) return null;
        switch (Kind)
        {
            case ColumnKind.Boolean: return LooseBoolean.Read(normal);
            case ColumnKind.Timestamp: return LooseDate.TryRead(normal, DayFirst, out var micros) ? micros : null;
            case ColumnKind.Integer:
                if (long.TryParse(normal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact)) return exact;
                return LooseNumber.TryRead(normal, Mark, out var rounded) && rounded == Math.Floor(rounded) && Math.Abs(rounded) < 1e15 ? (long)rounded : null;
            default: return LooseNumber.TryRead(normal, Mark, out var number) ? number : null;
        }
    }
}
