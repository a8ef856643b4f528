namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>What a front end that runs on Enter needs to know of a text.</summary>
/// <param name="Status">Whether it can be run.</param>
/// <param name="Indent">White space to begin the next line with; empty unless the text is incomplete.</param>
public sealed record CodeCheck(CodeStatus Status, string Indent);
