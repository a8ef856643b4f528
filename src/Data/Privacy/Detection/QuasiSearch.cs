using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Anonymity;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>Finds small sets of columns that single out many rows.</summary>
internal sealed class QuasiSearch
{
    private const int MostCandidates = 10;

    private readonly DataFrame _frame;
    private readonly PersonalDataOptions _options;
    private readonly (string Name, ColumnCodes Codes)[] _candidates;
    private readonly List<QuasiIdentifier> _found = [];
    private readonly CancellationToken _cancellationToken;

    private QuasiSearch(DataFrame frame, IReadOnlySet<string> direct, PersonalDataOptions options, CancellationToken cancellationToken)
    {
        (_frame, _options, _cancellationToken) = (frame, options, cancellationToken);
        var all = EquivalenceClasses.OfAll(frame.RowCount);
        _candidates = [.. frame.ColumnNames.Where(name => !direct.Contains(name)).Select(name => (Name: name, Codes: ColumnCodes.Of(frame.Column(name))))
            .Select(each => (each.Name, each.Codes, Values: all.Within(each.Codes).Sizes.Length)).Where(each => each.Values > 1 && each.Values < 0.9 * frame.RowCount)
            .OrderByDescending(each => each.Values).Take(MostCandidates).Select(each => (each.Name, each.Codes))];
    }

    /// <summary>Minimal sets, by size, then by rows singled out. Keys (nearly all values different) and columns named in <paramref name="direct"/> are left out.</summary>
    public static List<QuasiIdentifier> Find(DataFrame frame, IReadOnlySet<string> direct, PersonalDataOptions options, CancellationToken cancellationToken)
    {
        if (frame.RowCount < 2 || options.QuasiColumns == 0) return [];
        var search = new QuasiSearch(frame, direct, options, cancellationToken);
        for (var size = 1; size <= Math.Min(options.QuasiColumns, search._candidates.Length); size++)
        {
            var level = new List<QuasiIdentifier>();
            search.Extend([], EquivalenceClasses.OfAll(frame.RowCount), 0, size, level);
            search._found.AddRange(level.OrderByDescending(each => each.Unique));
        }
        return search._found;
    }

    /// <summary>Tries every set of <paramref name="more"/> columns from <paramref name="from"/> on beside those of <paramref name="set"/>, whose classes are at hand.</summary>
    private void Extend(List<string> set, EquivalenceClasses classes, int from, int more, List<QuasiIdentifier> level)
    {
        if (_found.Any(smaller => smaller.Columns.All(set.Contains))) return;
        if (more == 0)
        {
            var unique = classes.Sizes.Count(size => size == 1);
            if (unique >= _options.MinUnique * _frame.RowCount) level.Add(new QuasiIdentifier([.. _frame.ColumnNames.Where(set.Contains)], unique, unique / (double)_frame.RowCount));
            return;
        }
        for (var i = from; i <= _candidates.Length - more; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Extend([.. set, _candidates[i].Name], classes.Within(_candidates[i].Codes), i + 1, more - 1, level);
        }
    }
}
