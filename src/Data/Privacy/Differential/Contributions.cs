using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>Rows that count, bounded for each person.</summary>
internal static class Contributions
{
    /// <summary>For each row the person it belongs to, numbered from 0; −1 when it does not count.</summary>
    public static (int[] PersonOf, int Persons) Of(DataFrame frame, PrivateOptions options, Func<int, bool> counts)
    {
        var persons = new int[frame.RowCount];
        if (options.Person is null)
        {
            for (var row = 0; row < persons.Length; row++) persons[row] = counts(row) ? row : -1;
            return (persons, persons.Length);
        }
        var (codes, count) = Anonymity.ColumnCodes.Of(frame.Column(options.Person));
        var taken = new int[count];
        for (var row = 0; row < persons.Length; row++)
        {
            var person = codes[row];
            persons[row] = person >= 0 && counts(row) && taken[person]++ < options.MostRows ? person : -1;
        }
        return (persons, taken.Length);
    }
}
