using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>A cleaning step fitted on training rows and applied to any rows with the same columns. Immutable and thread-safe.</summary>
public interface ICleaningModel
{
    /// <summary>Applies what was learnt to rows, training or new.</summary>
    /// <param name="frame">A frame with the columns fitted on. Its plan is run.</param>
    /// <exception cref="ArgumentException">A column is missing or of another kind.</exception>
    DataFrame Transform(DataFrame frame);

    /// <summary>The training rows as a later model may learn from them; other than <see cref="Transform"/> only where that would leak, as in target encoding.</summary>
    /// <param name="training">The frame fitted on.</param>
    DataFrame TransformTraining(DataFrame training) => Transform(training);
}
