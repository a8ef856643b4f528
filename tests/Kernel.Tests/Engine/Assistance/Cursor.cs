using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Assistance;

namespace MarketingNotebooks.Kernel.Tests.Engine.Assistance;

/// <summary>Texts with <c>|</c> where the cursor is.</summary>
internal static class Cursor
{
    public static Task<Completions> CompleteAtAsync(this CSharpSession session, string code)
    {
        var (text, cursor) = Split(code);
        return session.CompleteAsync(text, cursor);
    }

    public static (string Text, int Cursor) Split(string code)
    {
        var cursor = code.IndexOf('|', StringComparison.Ordinal);
        return (code.Remove(cursor, 1), cursor);
    }
}
