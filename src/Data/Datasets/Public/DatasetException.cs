namespace MarketingNotebooks.Data.Datasets.Public;

/// <summary>A data set cannot be named, fetched or verified; the message says what to do.</summary>
/// <param name="message">What is wrong, and the remedy.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class DatasetException(string message, Exception? inner = null) : Exception(message, inner);
