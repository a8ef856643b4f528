namespace MarketingNotebooks.Kernel.Engine;

/// <summary>The error that ended a cell, in the terms of Jupyter's <c>error</c> output.</summary>
/// <param name="Name">Kind of error: the exception's type name, <c>CompilationError</c> or <c>CellInterruptedException</c>.</param>
/// <param name="Value">The message; for compile errors the first one with its place and CS code.</param>
/// <param name="Traceback">Lines to show, without line ends and without colour codes.</param>
/// <param name="Document">Where: <c>Cell 7</c>, or the name of a loaded file; null when unknown.</param>
/// <param name="Line">Line in <paramref name="Document"/>, from 1; null when unknown.</param>
public sealed record CellError(string Name, string Value, IReadOnlyList<string> Traceback, string? Document = null, int? Line = null);
