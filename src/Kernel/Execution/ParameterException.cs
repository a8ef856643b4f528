namespace MarketingNotebooks.Kernel.Execution;

/// <summary>A parameter's name or value does not fit the notebook. The message is one sentence, with what would fit.</summary>
public sealed class ParameterException(string message) : ArgumentException(message);
