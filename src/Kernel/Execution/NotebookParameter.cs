namespace MarketingNotebooks.Kernel.Execution;

/// <summary>A parameter of a notebook: a variable declared in the cell tagged <c>parameters</c>.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Type">Its C# type as written, or what <c>var</c> stands for.</param>
/// <param name="Default">The source text of its value; null when it has none.</param>
/// <param name="Description">The comment behind the declaration; null when there is none.</param>
public sealed record NotebookParameter(string Name, string Type, string? Default, string? Description);
