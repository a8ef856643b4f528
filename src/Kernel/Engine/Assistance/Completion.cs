namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>One way to go on at a place in a cell.</summary>
/// <param name="Text">What to insert: a bare name (<c>WriteLine</c>), a named argument (<c>seed:</c>), a path segment (<c>data/</c>).</param>
/// <param name="Kind">What it is: method, property, field, event, constant, local, parameter, variable, class, struct, interface, enum,
/// delegate, type parameter, namespace, keyword, path, column, directive.</param>
/// <param name="Type">The type of its value, or null for what has none.</param>
/// <param name="Signature">One line of C# that declares it, with the number of further overloads; null where the name says all.</param>
public sealed record Completion(string Text, string Kind, string? Type, string? Signature);
