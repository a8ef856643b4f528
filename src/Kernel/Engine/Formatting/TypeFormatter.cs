namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Writes values of a type in one mime type.</summary>
/// <param name="MimeType">The mime type it writes.</param>
/// <param name="Write">Writes a value; false when it does not handle this one.</param>
internal sealed record TypeFormatter(string MimeType, Func<object, TextWriter, bool> Write);
