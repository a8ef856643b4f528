namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>A package of <c>#r "nuget:…"</c> could not be had. The message is one sentence.</summary>
public sealed class PackageException(string message, Exception? inner = null) : Exception(message, inner);
