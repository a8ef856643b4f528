using System.Numerics;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>Differentially private answers as verbs of frames.</summary>
/// <remarks>Whoever sees the answers learns almost the same whether or not any one person is in the table (Dwork and others 2006): odds change by at most
/// e^ε, but for a chance δ. Neighbouring tables differ by all rows of one person, added or removed. All noise is drawn on whole numbers, see
/// <see cref="NoiseSource"/>; sums are rounded to a grid of 2³⁰ steps a person, so that neither the noise nor the summation leaks through
/// floating-point numbers (Mironov 2012; Casacuberta and others 2022). What is asked must not depend on the data: bounds and categories come
/// from general knowledge or from an earlier private answer, never from <c>Describe()</c>. Verbs before must make each row from one person's data
/// alone: <c>Where</c>, <c>With</c>, <c>Select</c>, <c>GroupBy</c> of the person. After <c>Head</c>, <c>Sample</c>, <c>DropDuplicates</c>, a lag or rank among others'
/// rows, a scaling by means of all, or a group of several persons, one person changes rows that are not theirs, and ε does not hold.</remarks>
public static class PrivateFrames
{
    /// <summary>Steps of the grid up to one person's bound: so fine that rounding a thousand million persons the same way adds up to half a bound.</summary>
    private const long Steps = 1 << 30;

    /// <summary>Number of rows (at most <see cref="PrivateOptions.MostRows"/> a person).</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="budget">What it is paid from.</param>
    /// <param name="options">ε, δ, the person. Default: ε = 0.1, a row a person.</param>
    /// <exception cref="PrivacyBudgetException">The budget is spent.</exception>
    /// <exception cref="ArgumentException">An option is out of range or a column missing.</exception>
    public static PrivateAnswer PrivateCount(this DataFrame frame, PrivacyBudget budget, PrivateOptions? options = null)
    {
        options = Checked(frame, budget, options);
        var mechanism = Mechanism.For(options.MostRows, options.Epsilon, options.Delta, scalar: true, options.Source);
        var (persons, _) = Contributions.Of(frame, options, _ => true);
        budget.Spend("count", mechanism.Cost);
        return Answer("count", (double)(persons.Count(person => person >= 0) + mechanism.Draw()), mechanism.HalfWidth, options);
    }

    /// <summary>Sum of a column, each value clamped to [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A numeric column; rows without a finite value are left out.</param>
    /// <param name="low">Least value that counts as it is. Known without looking at the data.</param>
    /// <param name="high">Greatest value that counts as it is. The noise grows with it, the bias of clamping falls.</param>
    /// <param name="budget">What it is paid from.</param>
    /// <param name="options">ε, δ, the person. Default: ε = 0.1, a row a person.</param>
    /// <exception cref="PrivacyBudgetException">The budget is spent.</exception>
    /// <exception cref="ArgumentException">An option or bound is out of range, a column missing or not numeric.</exception>
    public static PrivateAnswer PrivateSum(this DataFrame frame, string column, double low, double high, PrivacyBudget budget, PrivateOptions? options = null)
    {
        options = Checked(frame, budget, options);
        CheckBounds(frame, column, low, high);
        var query = $"sum of {column}";
        var most = Math.Max(Math.Abs(low), Math.Abs(high)) * options.MostRows;
        var mechanism = Mechanism.For(Steps, options.Epsilon, options.Delta, scalar: true, options.Source);
        var (steps, _) = Sum(frame, column, low, high, 0, most, options);
        budget.Spend(query, mechanism.Cost);
        var step = most / Steps;
        return Answer(query, (double)(steps + mechanism.Draw()) * step, mechanism.HalfWidth * step, options);
    }

    /// <summary>Mean of a column, each value clamped to [<paramref name="low"/>, <paramref name="high"/>]: half of ε for the sum of distances from the
    /// bounds' middle, half for the count.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A numeric column; rows without a finite value are left out.</param>
    /// <param name="low">Least value that counts as it is. Known without looking at the data.</param>
    /// <param name="high">Greatest value that counts as it is.</param>
    /// <param name="budget">What it is paid from.</param>
    /// <param name="options">ε, δ, the person. Default: ε = 0.1, a row a person.</param>
    /// <exception cref="PrivacyBudgetException">The budget is spent.</exception>
    /// <exception cref="ArgumentException">An option or bound is out of range, a column missing or not numeric.</exception>
    public static PrivateAnswer PrivateMean(this DataFrame frame, string column, double low, double high, PrivacyBudget budget, PrivateOptions? options = null)
    {
        options = Checked(frame, budget, options);
        CheckBounds(frame, column, low, high);
        var (query, middle, most) = ($"mean of {column}", low / 2 + high / 2, (high / 2 - low / 2) * options.MostRows);
        var sums = Mechanism.For(Steps, options.Epsilon / 2, options.Delta / 2, scalar: true, options.Source);
        var counts = Mechanism.For(options.MostRows, options.Epsilon / 2, options.Delta / 2, scalar: true, options.Source);
        var (steps, rows) = Sum(frame, column, low, high, middle, most, options);
        budget.Spend(query, sums.Cost + counts.Cost);
        var step = most / Steps;
        var count = Math.Max(1, (double)(rows + counts.Draw()));
        var mean = Math.Clamp(middle + (double)(steps + sums.Draw()) * step / count, low, high);
        var half = 1.96 * Math.Sqrt(Math.Pow(sums.Deviation * step, 2) + Math.Pow((mean - middle) * counts.Deviation, 2)) / count;
        return Answer(query, mean, half, options);
    }

    /// <summary>Rows of each category; all others together as <c>(other)</c>, nulls too. One ε for the whole table.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A column; its values are compared as the text they show.</param>
    /// <param name="categories">The categories, known without looking at the data: a list taken from the table tells who is in it.</param>
    /// <param name="budget">What it is paid from.</param>
    /// <param name="options">ε, δ, the person. Default: ε = 0.1, a row a person.</param>
    /// <returns>The column's name (text), <c>count</c> and <c>half_width</c> (95 %, of each count); counts may be negative.</returns>
    /// <exception cref="PrivacyBudgetException">The budget is spent.</exception>
    /// <exception cref="ArgumentException">An option is out of range, a column missing, or categories are none or named twice.</exception>
    public static DataFrame PrivateHistogram(this DataFrame frame, string column, IReadOnlyList<string> categories, PrivacyBudget budget, PrivateOptions? options = null)
    {
        options = Checked(frame, budget, options);
        var texts = TextMapping.Texts(frame, column);
        var position = Positions("PrivateHistogram", categories);
        var mechanism = Mechanism.For(options.MostRows, options.Epsilon, options.Delta, scalar: options.MostRows == 1, options.Source);
        var (persons, _) = Contributions.Of(frame, options, _ => true);
        var counts = new long[categories.Count + 1];
        for (var row = 0; row < persons.Length; row++)
            if (persons[row] >= 0) counts[texts.Text(row) is { } text && position.TryGetValue(text, out var at) ? at : categories.Count]++;
        budget.Spend($"histogram of {column}", mechanism.Cost);
        return DataFrame.FromColumns((column, TextColumn.From([.. categories, "(other)"])),
            ("count", new Column<double>(ColumnKind.Number, [.. counts.Select(count => (double)(count + mechanism.Draw()))])),
            ("half_width", new Column<double>(ColumnKind.Number, [.. counts.Select(_ => mechanism.HalfWidth)])));
    }

    /// <summary>Sum of a column within each category, values clamped to [<paramref name="low"/>, <paramref name="high"/>]; all others together as <c>(other)</c>.
    /// One ε for the whole table: a person is in one category only (parallel composition, McSherry 2009).</summary>
    /// <param name="frame">One row a person: <see cref="PrivateOptions.MostRows"/> must be 1; aggregate first. Its plan is run.</param>
    /// <param name="by">The column of categories, compared as the text it shows.</param>
    /// <param name="categories">The categories, known without looking at the data.</param>
    /// <param name="column">A numeric column; rows without a finite value are left out.</param>
    /// <param name="low">Least value that counts as it is. Known without looking at the data.</param>
    /// <param name="high">Greatest value that counts as it is.</param>
    /// <param name="budget">What it is paid from.</param>
    /// <param name="options">ε, δ, the person. Default: ε = 0.1, a row a person.</param>
    /// <returns>The categories' column (text), <c>sum</c> and <c>half_width</c> (95 %, of each sum).</returns>
    /// <exception cref="PrivacyBudgetException">The budget is spent.</exception>
    /// <exception cref="ArgumentException">An option or bound is out of range, a column missing or not numeric, or categories are none or named twice.</exception>
    public static DataFrame PrivateTotals(this DataFrame frame, string by, IReadOnlyList<string> categories, string column, double low, double high,
        PrivacyBudget budget, PrivateOptions? options = null)
    {
        options = Checked(frame, budget, options);
        CheckBounds(frame, column, low, high);
        if (options.MostRows != 1) throw new ArgumentException($"PrivateTotals takes one row a person. Got MostRows {options.MostRows}; aggregate to one row a person first.", nameof(options));
        var (texts, position) = (TextMapping.Texts(frame, by), Positions("PrivateTotals", categories));
        var (values, most) = (frame.Column(column).ToDoubles(), Math.Max(Math.Abs(low), Math.Abs(high)));
        var mechanism = Mechanism.For(Steps, options.Epsilon, options.Delta, scalar: true, options.Source);
        var (persons, _) = Contributions.Of(frame, options, row => double.IsFinite(values[row]));
        var steps = new long[categories.Count + 1];
        for (var row = 0; row < persons.Length; row++)
            if (persons[row] >= 0)
                steps[texts.Text(row) is { } text && position.TryGetValue(text, out var at) ? at : categories.Count] += (long)Math.Round(Math.Clamp(values[row], low, high) / most * Steps);
        budget.Spend($"sum of {column} by {by}", mechanism.Cost);
        return DataFrame.FromColumns((by, TextColumn.From([.. categories, "(other)"])),
            ("sum", new Column<double>(ColumnKind.Number, [.. steps.Select(step => (double)(step + mechanism.Draw()) * (most / Steps))])),
            ("half_width", new Column<double>(ColumnKind.Number, [.. steps.Select(_ => mechanism.HalfWidth * (most / Steps))])));
    }

    private static Dictionary<string, int> Positions(string verb, IReadOnlyList<string> categories) =>
        categories is null || categories.Count == 0 || categories.Distinct().Count() < categories.Count
            ? throw new ArgumentException($"{verb} needs categories known beforehand, each once. Got " + (categories is null || categories.Count == 0 ? "none." : "one twice."), nameof(categories))
            : categories.Select((name, i) => (name, i)).ToDictionary(each => each.name, each => each.i, StringComparer.Ordinal);

    /// <summary>Sum over persons of their clamped values less <paramref name="middle"/>, each person's rounded to steps of most / 2³⁰.</summary>
    private static (BigInteger Steps, long Rows) Sum(DataFrame frame, string column, double low, double high, double middle, double most, PrivateOptions options)
    {
        var values = frame.Column(column).ToDoubles();
        var (persons, count) = Contributions.Of(frame, options, row => double.IsFinite(values[row]));
        var (sums, rows) = (new double[count], 0L);
        for (var row = 0; row < values.Length; row++)
        {
            if (persons[row] < 0) continue;
            sums[persons[row]] += Math.Clamp(values[row], low, high) - middle;
            rows++;
        }
        var steps = 0L;
        foreach (var sum in sums) steps += (long)Math.Round(Math.Clamp(sum / most, -1, 1) * Steps);
        return (steps, rows);
    }

    private static PrivateOptions Checked(DataFrame frame, PrivacyBudget budget, PrivateOptions? options)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(budget);
        options ??= new PrivateOptions();
        options.Check();
        if (options.Person is { } person) frame.Schema.Position(person);
        return options;
    }

    private static void CheckBounds(DataFrame frame, string column, double low, double high)
    {
        if (!frame.Schema[column].Kind.IsNumeric()) throw new ArgumentException($"Column '{column}' is {frame.Schema[column].Kind.Word()}, not a number. Convert it first, e.g. with ToNumber().", nameof(column));
        if (!(low < high && double.IsFinite(high / 2 - low / 2) && double.IsFinite(low) && double.IsFinite(high)))
            throw new ArgumentException($"Bounds of '{column}' must be finite with low < high. Got {low} and {high}.", nameof(low));
    }

    private static PrivateAnswer Answer(string query, double value, double half, PrivateOptions options) =>
        new(query, value, half, options.Epsilon, options.Delta, options.Source.IsPrivate);
}
