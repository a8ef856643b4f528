namespace MarketingNotebooks.Data.Sources.Excel;

/// <summary>A workbook that cannot be read; the message says what to do.</summary>
/// <param name="message">What is wrong, and the remedy.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class ExcelException(string message, Exception? inner = null) : IOException(message, inner);
