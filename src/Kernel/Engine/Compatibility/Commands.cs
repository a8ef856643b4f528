namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>A text to run as part of the running cell.</summary>
/// <param name="code">The text, as in a cell.</param>
/// <param name="targetKernelName">Its language. Default: that of the kernel it is sent to.</param>
public sealed class SubmitCode(string code, string? targetKernelName = null)
{
    /// <summary>The text.</summary>
    public string Code { get; } = code;

    /// <summary>The language it begins in.</summary>
    public string? TargetKernelName { get; } = targetKernelName;
}
