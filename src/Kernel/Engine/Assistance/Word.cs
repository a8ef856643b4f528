using Microsoft.CodeAnalysis.CSharp;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>The identifier around a cursor.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Prefix">What of it stands before the cursor.</param>
internal sealed record Word(int Start, int End, string Prefix)
{
    /// <summary>Finds it; start and end are the cursor where there is none.</summary>
    public static Word At(string text, int cursor)
    {
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) start--;
        var end = cursor;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end])) end++;
        if (start > 0 && text[start - 1] == '@') start--;
        return new Word(start, end, text[start..cursor].TrimStart('@'));
    }

    /// <summary>True for digits and what follows them: a number, not a name.</summary>
    public bool IsNumber => Prefix.Length > 0 && char.IsDigit(Prefix[0]);
}
