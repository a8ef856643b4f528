using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb;

/// <summary>What a text of SQL may name beside the tables of its database: frames, and values for its parameters.</summary>
public interface ISqlScope
{
    /// <summary>The frame that a table's name stands for, or null. Asked only for names that are no tables of the database.</summary>
    /// <param name="name">The name as the text writes it, without quotes; of a qualified one the last part.</param>
    DataFrame? Frame(string name);

    /// <summary>The value of a parameter, <c>$name</c> in the text.</summary>
    /// <param name="name">Its name without the <c>$</c>.</param>
    /// <param name="value">A number, text, boolean, date or time, a list of one of these, or null.</param>
    /// <returns>False when there is no such value.</returns>
    bool TryValue(string name, out object? value);

    /// <summary>Names of frames, for messages about unknown ones.</summary>
    IEnumerable<string> FrameNames { get; }

    /// <summary>Names of values, for messages about unknown ones.</summary>
    IEnumerable<string> ValueNames { get; }
}
