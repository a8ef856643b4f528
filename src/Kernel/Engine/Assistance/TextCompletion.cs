using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes inside string literals: names of columns, else paths of files.</summary>
internal static class TextCompletion
{
    /// <summary>What can go on in a literal.</summary>
    public static Completions Complete(SyntaxToken literal, string code, int cursor, SessionCore core, string folder)
    {
        var start = TextContext.Opening(literal);
        var names = ColumnNames.For(literal, core.State);
        if (names.Count == 0) return PathCompletion.Complete(code, start, cursor, folder);
        var word = new Word(start, End(literal, cursor), code[start..cursor]);
        var list = new CompletionList(word.Prefix);
        for (var i = 0; i < names.Count; i++) list.Add(new Completion(names[i], "column", null, null), i);
        return list.IsEmpty ? PathCompletion.Complete(code, start, cursor, folder) : list.ToCompletions(word);
    }

    private static int End(SyntaxToken literal, int cursor)
    {
        var closing = literal.ContainsDiagnostics ? 0 : literal.Text.Length - literal.Text.TrimEnd('"').Length;
        return literal.ContainsDiagnostics ? cursor : Math.Max(cursor, literal.Span.End - closing);
    }
}
