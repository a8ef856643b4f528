using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>One output of a code cell; nbformat's <c>output_type</c> is the derived record.</summary>
public abstract record CellOutput;

/// <summary>Text a cell wrote to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">All of the text, one string.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value shown while a cell ran.</summary>
/// <param name="Data">The value by mime type: strings, or JSON values for JSON mime types.</param>
/// <param name="Metadata">Metadata by mime type.</param>
public sealed record DisplayOutput(JsonObject Data, JsonObject Metadata) : CellOutput;

/// <summary>The value of a cell's last expression.</summary>
/// <param name="ExecutionCount">The count of the run that gave it, or null.</param>
/// <param name="Data">The value by mime type: strings, or JSON values for JSON mime types.</param>
/// <param name="Metadata">Metadata by mime type.</param>
public sealed record ResultOutput(int? ExecutionCount, JsonObject Data, JsonObject Metadata) : CellOutput;

/// <summary>The error that ended a cell.</summary>
/// <param name="Name">Kind of error, e.g. <c>InvalidOperationException</c> or <c>CS0103</c>.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">Lines to show, without line ends.</param>
public sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : CellOutput;

/// <summary>An output of a type nbformat does not have, kept as it was.</summary>
/// <param name="Json">The whole output.</param>
public sealed record UnknownOutput(JsonObject Json) : CellOutput;
