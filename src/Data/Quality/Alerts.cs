using System.Globalization;
using System.Numerics;
using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>Finds what a reader of a profile should not overlook.</summary>
internal static class Alerts
{
    private const double Leak = 0.95;

    /// <summary>Share of a normal distribution beyond ±3.5 standard deviations: so many are no news.</summary>
    private const double NormalTails = 0.000465;

    public static IEnumerable<ProfileAlert> OfColumn(ColumnProfile column, DataFrame frame)
    {
        var (name, values) = (column.Name, column.Values);
        if (column.Rows == 0) yield break;
        if (column.Missing * 2 >= column.Rows) yield return Alert(AlertKind.Missing, name, $"{column.Missing / (double)column.Rows:0.#%} of the values are missing.");
        if (values == 0) yield break;
        if (column.Distinct == 1 && column.Rows > 1) yield return Alert(AlertKind.Constant, name, $"All values are equal; drop the column.");
        var category = column.Kind is ColumnKind.Text or ColumnKind.Boolean;
        var key = values >= 20 && column.Distinct >= 0.95 * values && column.Kind is ColumnKind.Text or ColumnKind.Integer;
        if (key) yield return Alert(AlertKind.NearUnique, name, $"{column.Distinct:N0} different values in {values:N0} rows: an identifier, no feature.");
        else if (column.Kind == ColumnKind.Text && column.Distinct > 50)
            yield return Alert(AlertKind.HighCardinality, name, $"{column.Distinct:N0} categories; merge rare ones or encode by the target before one-hot.");
        if (category && column.Distinct > 1 && column.Top[0].Rows >= 0.9 * values)
            yield return Alert(AlertKind.Imbalanced, name, $"'{column.Top[0].Value}' fills {column.Top[0].Rows / (double)values:0.#%} of the values.");
        if (column.Texts is { Untrimmed: > 0 } texts) yield return Alert(AlertKind.Untrimmed, name, $"{texts.Untrimmed:N0} texts have white space at an end; trim them, or categories split.");
        if (column.Numbers is { } numbers && !key)
        {
            if (Math.Abs(numbers.Skewness) > 2) yield return Alert(AlertKind.Skewed, name, $"Skewness {numbers.Skewness:0.0}; a logarithm or ranks may serve better.");
            if (numbers.Zeros * 2 >= values && column.Distinct > 2) yield return Alert(AlertKind.Zeros, name, $"{numbers.Zeros / (double)values:0.#%} of the values are 0.");
            if (numbers.MadOutliers > 3 + 3 * NormalTails * values && numbers.MadOutliers <= 0.05 * values)
                yield return Alert(AlertKind.Outliers, name, $"{numbers.MadOutliers:N0} values lie beyond 3.5 robust standard deviations; the greatest is {numbers.Max:G6}.");
        }
        if (column.Kind == ColumnKind.Text && TypeRepair.Fit(frame, new() { Columns = [name] }).Fields is [var field])
            yield return Alert(AlertKind.WrongKind, name, $"Most texts read as {field.Kind.Word()}; see TypeRepair.Fit.");
    }

    public static IEnumerable<ProfileAlert> OfFrame(DataFrame frame, IReadOnlyList<ColumnProfile> columns, int duplicates)
    {
        if (duplicates > 0) yield return Alert(AlertKind.DuplicateRows, "", $"{duplicates:N0} of {frame.RowCount:N0} rows repeat an earlier row; see DropDuplicates.");
        foreach (var (a, b) in Pairs(columns).Where(pair => pair.A.Kind == pair.B.Kind && pair.A.Missing == pair.B.Missing && pair.A.Distinct == pair.B.Distinct && pair.A.Distinct > 1))
            if (Equal(frame.Column(a.Name), frame.Column(b.Name))) yield return Alert(AlertKind.DuplicateColumn, $"{a.Name}, {b.Name}", $"Both hold the same value in every row; drop one.");
        var gaps = columns.Where(each => each.Missing >= 2 && each.Values > 0).Select(each => (Profile: each, Bits: Gaps(frame.Column(each.Name)))).ToList();
        for (var i = 0; i < gaps.Count; i++)
            for (var j = i + 1; j < gaps.Count; j++)
            {
                var both = gaps[i].Bits.Zip(gaps[j].Bits).Sum(pair => (long)BitOperations.PopCount(pair.First & pair.Second));
                var either = gaps[i].Profile.Missing + gaps[j].Profile.Missing - both;
                if (both >= 0.95 * either) yield return Alert(AlertKind.MissingTogether, $"{gaps[i].Profile.Name}, {gaps[j].Profile.Name}", $"Missing in the same rows {both:N0} times out of {either:N0}.");
            }
    }

    public static IEnumerable<ProfileAlert> OfTarget(DataFrame sample, string target, int seed)
    {
        foreach (var name in sample.ColumnNames.Where(name => name != target))
            if (Predictiveness.Score(sample, name, target, seed) is >= Leak and var score)
                yield return Alert(AlertKind.Leaking, name, $"Alone it explains {score:0.#%} of '{target}' in rows it was not fitted on; is it known before '{target}' is?");
    }

    private static IEnumerable<(ColumnProfile A, ColumnProfile B)> Pairs(IReadOnlyList<ColumnProfile> columns) =>
        columns.SelectMany((a, i) => columns.Skip(i + 1).Select(b => (a, b)));

    private static bool Equal(Column a, Column b)
    {
        for (var row = 0; row < a.Length; row++)
            if (!Equals(a[row], b[row])) return false;
        return true;
    }

    private static ulong[] Gaps(Column column)
    {
        var bits = new ulong[Validity.WordCount(column.Length)];
        for (var row = 0; row < column.Length; row++)
            if (NumberCells.Missing(column, row)) bits[row >> 6] |= 1UL << (row & 63);
        return bits;
    }

    private static ProfileAlert Alert(AlertKind kind, string columns, FormattableString message) => new(kind, columns, message.ToString(CultureInfo.InvariantCulture));
}
