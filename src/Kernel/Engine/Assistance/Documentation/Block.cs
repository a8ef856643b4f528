namespace MarketingNotebooks.Kernel.Engine.Assistance.Documentation;

/// <summary>A run of text in one style.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsCode">True for names and code.</param>
internal sealed record Run(string Text, bool IsCode = false);

/// <summary>A piece of a documentation text, before it takes the form of a mime type.</summary>
internal abstract record Block;

/// <summary>Lines of code.</summary>
internal sealed record CodeBlock(string Text) : Block;

/// <summary>A heading over what follows.</summary>
internal sealed record Heading(string Text) : Block;

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(IReadOnlyList<Run> Text) : Block;

/// <summary>An item of a list.</summary>
/// <param name="Term">The name it explains, or null.</param>
/// <param name="Text">What it says.</param>
internal sealed record Item(string? Term, IReadOnlyList<Run> Text) : Block;
