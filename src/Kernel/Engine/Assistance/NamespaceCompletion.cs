using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes <c>using</c> directives.</summary>
internal static class NamespaceCompletion
{
    /// <summary>Adds namespaces and types within a namespace or type.</summary>
    public static void Add(CompletionList list, SemanticModel model, string space)
    {
        INamespaceOrTypeSymbol? at = model.Compilation.GlobalNamespace;
        foreach (var name in space.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at?.GetMembers(name).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();
        }
        if (at is null) return;
        list.Add(at.GetMembers().Where(member => member is INamespaceSymbol), Rank.Expected);
        if (space.Length > 0) list.Add(at.GetMembers().Where(member => member is ITypeSymbol { DeclaredAccessibility: Accessibility.Public }));
        foreach (var word in (string[])["static", "var"])
        {
            if (space.Length == 0) list.Add(new Completion(word, "keyword", null, null), Rank.Keyword);
        }
    }
}
