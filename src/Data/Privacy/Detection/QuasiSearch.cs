using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Anonymity;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>Finds small sets of columns that single out many rows.</summary>
internal static class QuasiSearch
{
    private const int MostCandidates = 10;

    /// <summary>Minimal sets, by size, then by rows singled out. Keys (nearly all values different) and columns named in <paramref name="direct"/> are left out.</summary>
    public static List<QuasiIdentifier> Find(DataFrame frame, IReadOnlySet<string> direct, PersonalDataOptions options)
    {
        var (rows, found) = (frame.RowCount, new List<QuasiIdentifier>());
        if (rows < 2) return found;
        var candidates = frame.ColumnNames.Where(name => !direct.Contains(name)).Select(name => (Name: name, Values: EquivalenceClasses.Of(frame, [name]).Sizes.Length))
            .Where(each => each.Values > 1 && each.Values < 0.9 * rows).OrderByDescending(each => each.Values).Take(MostCandidates).Select(each => each.Name).ToArray();
        for (var size = 1; size <= Math.Min(options.QuasiColumns, candidates.Length); size++)
        {
            var level = new List<QuasiIdentifier>();
            foreach (var set in Sets(candidates, size, 0))
            {
                if (found.Any(smaller => smaller.Columns.All(set.Contains))) continue;
                var unique = EquivalenceClasses.Of(frame, set).Sizes.Count(each => each == 1);
                if (unique >= options.MinUnique * rows) level.Add(new QuasiIdentifier([.. frame.ColumnNames.Where(set.Contains)], unique, unique / (double)rows));
            }
            found.AddRange(level.OrderByDescending(each => each.Unique));
        }
        return found;
    }

    private static IEnumerable<List<string>> Sets(string[] names, int size, int from)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = from; i <= names.Length - size; i++)
            foreach (var rest in Sets(names, size - 1, i + 1)) yield return [names[i], .. rest];
    }
}
