namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A peer said something that is not ZMTP; its connection is closed and the socket serves on.</summary>
internal sealed class ZmtpException(string message) : IOException(message);
