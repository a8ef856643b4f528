namespace MarketingNotebooks.Kernel.Engine;

/// <summary>A cell's question to whoever sits at the keyboard.</summary>
/// <param name="Prompt">What to show before the place to type; may be empty.</param>
/// <param name="Password">True: do not show what is typed.</param>
public sealed record InputRequest(string Prompt, bool Password = false);
