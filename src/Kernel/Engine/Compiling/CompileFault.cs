namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>One compile error, in the words and places of the cell's own text.</summary>
/// <param name="Code">The compiler's code, e.g. <c>CS0103</c>.</param>
/// <param name="Message">The compiler's message, or ours where its words would mislead.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
internal sealed record CompileFault(string Code, string Message, int Line, int Column);

/// <summary>A cell did not compile.</summary>
internal sealed class CompileException(string document, IReadOnlyList<CompileFault> faults)
    : Exception($"{document} did not compile: {faults[0].Message}")
{
    public string Document { get; } = document;

    public IReadOnlyList<CompileFault> Faults { get; } = faults;
}
