namespace MarketingNotebooks.Kernel.Jupyter.Wire;

/// <summary>A connection file that cannot be used, or an address that cannot be listened at; the message is one sentence for the user.</summary>
public sealed class ConnectionException(string message) : Exception(message);
