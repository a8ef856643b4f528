using System.Globalization;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>What anonymity cost.</summary>
/// <param name="Ncp">Normalised certainty penalty (Xu and others 2006): mean over cells of the width of what is published, a value's 0, the whole
/// domain's 1; of categories (values covered − 1) / (values − 1). Suppressed cells count 1. Range: 0 to 1.</param>
/// <param name="Discernibility">Σ group² plus suppressed rows times all rows (Bayardo and Agrawal 2005).</param>
/// <param name="AverageClass">Rows kept / groups / k: 1 is the best possible (LeFevre and others 2006).</param>
public sealed record InformationLoss(double Ncp, long Discernibility, double AverageClass)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"NCP {Ncp:0.000}, discernibility {Discernibility:N0}, average class {AverageClass:0.00} k");
}
