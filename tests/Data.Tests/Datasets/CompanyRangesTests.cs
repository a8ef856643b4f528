using MarketingNotebooks.Data.Datasets.Simulation;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets;

/// <summary>Holds every value of every table to the range that the dictionary states.</summary>
public sealed class CompanyRangesTests
{
    public static TheoryData<string> Tables => [.. CompanyTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Values_lie_in_the_range_of_the_dictionary(string table)
    {
        foreach (var frame in new[] { Shops.Committed[table], Shops.Large[table] })
            foreach (var note in CompanyTables.All.Single(each => each.Name == table).Columns)
            {
                var column = frame[note.Name];
                Assert.Equal(Kind(note.Type), column.Kind);
                if (note.Type is CellType.Integer or CellType.Number)
                {
                    Assert.True(note.Allowed is { Values: null }, $"{table}.{note.Name} has no range.");
                    Assert.All(column.ToDoubles().Where((_, row) => !column.IsNull(row)), value => Assert.InRange(value, note.Allowed.Low, note.Allowed.High));
                }
                else if (note.Allowed?.Values is { } values)
                    Assert.Subset(values.ToHashSet(), frame.Text(note.Name).ToStrings().OfType<string>().ToHashSet());
                else if (note.Type is CellType.Date or CellType.Time)
                    Assert.All(frame.Values(note.Name).OfType<DateTime>(), time => Assert.InRange(time.Year, 2024, 2025));
            }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_column_without_missing_values_says_so_by_not_speaking_of_empty(string table)
    {
        if (table.StartsWith("raw_", StringComparison.Ordinal)) return;
        foreach (var note in CompanyTables.All.Single(each => each.Name == table).Columns)
        {
            // "empty" explains a missing value; questions put to the panel only are introduced by its name.
            var explained = note.Meaning.Contains("empty", StringComparison.Ordinal) || note.Meaning.StartsWith("Panel: ", StringComparison.Ordinal);
            Assert.True(Shops.Large[table][note.Name].NullCount > 0 == explained, $"{table}.{note.Name}: {note.Meaning}");
        }
    }

    private static ColumnKind Kind(CellType type) => type switch
    {
        CellType.Integer => ColumnKind.Integer,
        CellType.Number => ColumnKind.Number,
        CellType.Text => ColumnKind.Text,
        CellType.Boolean => ColumnKind.Boolean,
        _ => ColumnKind.Timestamp,
    };
}
