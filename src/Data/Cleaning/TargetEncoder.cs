using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Settings of <see cref="TargetEncoder"/>.</summary>
public sealed record TargetEncoderOptions
{
    /// <summary>Columns of categories. Default: all text columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>How many rows of the overall mean each category starts with: m in (n·ȳ_c + m·ȳ) / (n + m). Range: ≥ 0; null takes the empirical Bayes
    /// weight, m = within-category variance / overall variance. Default: null.</summary>
    public double? Smoothing { get; init; }

    /// <summary>Parts for the out-of-fold values of the training rows. Range: 2 to the number of rows. Default: 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Seed of the assignment of rows to folds. Default: 42.</summary>
    public int Seed { get; init; } = 42;
}

/// <summary>Categories as the mean of the target among rows of the same category, shrunk towards the overall mean.</summary>
/// <remarks>
/// <para>A training row must not see its own target: <see cref="TargetEncoderModel.Training"/> holds out-of-fold values, each row encoded by the folds it is not in.
/// New rows use all training rows. Transforming the training frame with <see cref="TargetEncoderModel.Transform"/> leaks, and a model fitted on that
/// looks better than it is.</para>
/// <para>New categories and nulls that training did not have take the overall mean; a null that training had is a category. Cost: O(n).</para>
/// <para>Source: Micci-Barreca (2001), SIGKDD Explorations 3(1).</para>
/// </remarks>
public static class TargetEncoder
{
    /// <summary>Learns the categories' means.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="target">The name of a column of numbers, integers or booleans (0 and 1), without missing values.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or of another kind, the target lacks a value, or an option is outside its range.</exception>
    public static TargetEncoderModel Fit(DataFrame training, string target, TargetEncoderOptions? options = null)
    {
        options ??= new TargetEncoderOptions();
        var rows = training.RowCount;
        if (rows < 2) throw new ArgumentException($"TargetEncoder.Fit takes at least 2 rows: each is encoded from the others. Got {rows}.", nameof(training));
        new OptionChecks(nameof(TargetEncoderOptions))
            .Require(options.Smoothing is null or (>= 0 and < double.PositiveInfinity), nameof(options.Smoothing), "finite and ≥ 0, or null for empirical Bayes", options.Smoothing)
            .Require(options.Folds >= 2 && options.Folds <= rows, nameof(options.Folds), $"in [2, {rows}] for {rows} rows", options.Folds)
            .ThrowIfAny();
        var y = Target(training, target);
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind == ColumnKind.Text && field.Name != target);
        if (names.Contains(target)) throw new ArgumentException($"The target '{target}' must not be among the columns encoded: it would leak. Take it out of TargetEncoderOptions.Columns.", nameof(options));
        var folds = Folds(rows, options);
        var encodings = ImmutableArray.CreateBuilder<TargetEncoding>();
        var encoded = training;
        foreach (var name in names)
        {
            var keys = RowKeys.Categories(training, name, "TargetEncoder.Fit");
            encodings.Add(TargetEncoding.Of(name, keys, y, options.Smoothing, _ => true));
            var values = new double[rows];
            for (var fold = 0; fold < options.Folds; fold++)
            {
                var held = fold;
                var others = TargetEncoding.Of(name, keys, y, options.Smoothing, row => folds[row] != held).Encode(keys);
                for (var row = 0; row < rows; row++)
                    if (folds[row] == held) values[row] = others[row];
            }
            encoded = encoded.With(name, NumberCells.Column(values));
        }
        return new TargetEncoderModel(encodings.ToImmutable(), encoded);
    }

    /// <summary>The fold of each row: equal parts of a seeded shuffle.</summary>
    private static int[] Folds(int rows, TargetEncoderOptions options)
    {
        var folds = new int[rows];
        var order = new Rng(options.Seed).Permutation(rows);
        for (var i = 0; i < rows; i++) folds[order[i]] = (int)((long)i * options.Folds / rows);
        return folds;
    }

    private static double[] Target(DataFrame training, string target)
    {
        var kind = training.Schema[target].Kind;
        if (!kind.IsNumeric() && kind != ColumnKind.Boolean)
            throw new ArgumentException($"TargetEncoder.Fit takes a target of numbers, integers or booleans. '{target}' is {kind.Word()}. Write it as 0 and 1 first.");
        var y = training.Column(target).ToDoubles();
        return Array.FindIndex(y, value => !double.IsFinite(value)) is >= 0 and var row
            ? throw new ArgumentException($"Row {row}, target '{target}' has no finite value. Drop such rows before TargetEncoder.Fit.") : y;
    }
}

/// <summary>Fitted means of categories. Immutable.</summary>
/// <param name="Encodings">What each column's categories become in new rows.</param>
/// <param name="Training">The training rows with out-of-fold values: what a model may learn from.</param>
public sealed record TargetEncoderModel(ImmutableArray<TargetEncoding> Encodings, DataFrame Training) : ICleaningModel
{
    /// <summary>Encodes new rows with the means of all training rows. For the training rows themselves take <see cref="Training"/>.</summary>
    /// <param name="frame">New rows with the columns fitted on; the target need not be there.</param>
    public DataFrame Transform(DataFrame frame) => Encodings.Aggregate(frame, (rows, each) =>
        rows.With(each.Column, NumberCells.Column(each.Encode(RowKeys.Categories(rows, each.Column, "TargetEncoderModel.Transform")))));

    DataFrame ICleaningModel.TransformTraining(DataFrame training) => Training;
}
