namespace MarketingNotebooks.Kernel.Engine;

/// <summary>A variable of a session.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">Its value now.</param>
public sealed record Variable(string Name, Type Type, object? Value);
