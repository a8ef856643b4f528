namespace MarketingNotebooks.Kernel.Jupyter.Install;

/// <summary>A kernelspec cannot be written or removed. The message is one sentence with the remedy; nothing was changed.</summary>
/// <param name="message">The sentence.</param>
/// <param name="inner">The cause, if another error told us.</param>
public sealed class KernelInstallException(string message, Exception? inner = null) : Exception(message, inner);
