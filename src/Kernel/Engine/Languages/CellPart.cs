namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>What a piece of a cell is.</summary>
internal enum PartKind
{
    /// <summary>C# code.</summary>
    Code,

    /// <summary><c>#r</c>, <c>#i</c> or <c>#load</c> with an argument.</summary>
    Directive,

    /// <summary><c>#!name arguments</c> on a line of its own.</summary>
    Command,

    /// <summary>The text of another language.</summary>
    Language,
}

/// <summary>A piece of a cell, in order.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Directive, command or language; empty for code.</param>
/// <param name="Arguments">What stood behind the name.</param>
/// <param name="Text">Code padded with empty lines so that lines keep their numbers; or the language's text; for a command the
/// language its lines are in, empty for C#.</param>
/// <param name="Line">The line of the cell it starts on, from 1.</param>
internal sealed record CellPart(PartKind Kind, string Name, string Arguments, string Text, int Line);
