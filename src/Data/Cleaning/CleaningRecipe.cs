using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Cleaning steps in order, each fitted on what the ones before make of the training rows. Immutable.</summary>
/// <example><code>
/// var recipe = new CleaningRecipe()
///     .Then(f => TypeRepair.Fit(f))
///     .Then(f => MissingFiller.Fit(f, new() { Columns = [("income", Fill.Median)] }));
/// var model = recipe.Fit(training);
/// var clean = model.Transform(newRows);
/// </code></example>
public sealed class CleaningRecipe
{
    private readonly ImmutableArray<Func<DataFrame, ICleaningModel>> _steps;

    /// <summary>A recipe without steps.</summary>
    public CleaningRecipe() => _steps = [];

    private CleaningRecipe(ImmutableArray<Func<DataFrame, ICleaningModel>> steps) => _steps = steps;

    /// <summary>This recipe with one more step at its end.</summary>
    /// <param name="fit">Fits the step, e.g. <c>f => RareCategories.Fit(f, new() { Columns = ["city"] })</c>.</param>
    public CleaningRecipe Then(Func<DataFrame, ICleaningModel> fit) => new(_steps.Add(fit));

    /// <summary>Fits every step.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    public CleaningModel Fit(DataFrame training)
    {
        var models = ImmutableArray.CreateBuilder<ICleaningModel>(_steps.Length);
        foreach (var fit in _steps)
        {
            var model = fit(training);
            training = model.TransformTraining(training);
            models.Add(model);
        }
        return new CleaningModel(models.ToImmutable(), training);
    }
}

/// <summary>A fitted recipe. Immutable.</summary>
/// <param name="Steps">The fitted steps, in order.</param>
/// <param name="Training">The training rows as a model may learn from them.</param>
public sealed record CleaningModel(ImmutableArray<ICleaningModel> Steps, DataFrame Training) : ICleaningModel
{
    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame) => Steps.Aggregate(frame, (rows, step) => step.Transform(rows));

    /// <inheritdoc/>
    DataFrame ICleaningModel.TransformTraining(DataFrame training) => Training;
}
