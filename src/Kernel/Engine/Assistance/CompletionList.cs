using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Gathers what fits a prefix, one item a text, and puts it in order.</summary>
/// <remarks>Order: what starts with the prefix as typed before what differs in case, then by <see cref="Rank"/>, then by name.
/// Symbols their authors hide from editors are left out; obsolete ones come last.</remarks>
internal sealed class CompletionList(string prefix)
{
    private readonly Dictionary<string, (Completion Item, int Rank)> items = new(StringComparer.Ordinal);

    /// <summary>True while nothing fits.</summary>
    public bool IsEmpty => items.Count == 0;

    /// <summary>Adds a text when it fits; the first of equal texts stays.</summary>
    public void Add(Completion item, int rank)
    {
        if (Fits(item.Text)) items.TryAdd(item.Text, (item, rank));
    }

    /// <summary>Adds a text when it or the name behind its last dot fits.</summary>
    public void AddQualified(Completion item, int rank)
    {
        if (Fits(item.Text) || Fits(item.Text[(item.Text.LastIndexOf('.') + 1)..])) items.TryAdd(item.Text, (item, rank));
    }

    /// <summary>Adds symbols when they fit, overloads as one item.</summary>
    /// <param name="symbols">Candidates, hidden ones among them.</param>
    /// <param name="rank">The rank of all of them; by default each by its kind.</param>
    public void Add(IEnumerable<ISymbol> symbols, int? rank = null)
    {
        foreach (var group in symbols.Where(symbol => Fits(symbol.Name) && IsName(symbol)).GroupBy(symbol => symbol.Name, StringComparer.Ordinal))
        {
            var shown = group.Where(symbol => !Has(symbol, "EditorBrowsableAttribute", 1)).ToList();
            if (shown.Count > 0 && !items.ContainsKey(group.Key)) Merge(shown, rank);
        }
    }

    /// <summary>All items in order, as replacements of <paramref name="word"/>.</summary>
    public Completions ToCompletions(Word word) => new(word.Start, word.End,
    [
        .. items.Values
            .OrderBy(entry => entry.Item.Text.StartsWith(prefix, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(entry => entry.Rank)
            .ThenBy(entry => entry.Item.Text, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Item.Text, StringComparer.Ordinal)
            .Select(entry => entry.Item),
    ]);

    private bool Fits(string text) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private void Merge(List<ISymbol> symbols, int? rank)
    {
        var first = symbols.OrderBy(symbol => symbol is IMethodSymbol method ? method.Parameters.Length : 0).First();
        var isObsolete = symbols.All(symbol => Has(symbol, "ObsoleteAttribute", null));
        var text = SyntaxFacts.GetKeywordKind(first.Name) == SyntaxKind.None ? first.Name : "@" + first.Name;
        var signature = first is INamespaceSymbol ? null : SymbolText.Signature(first) + Overloads(symbols);
        var item = new Completion(text, SymbolText.Kind(first), SymbolText.ValueType(first), signature);
        items[first.Name] = (item, isObsolete ? Rank.Obsolete : rank ?? Rank.Of(first));
    }

    private static string Overloads(List<ISymbol> symbols)
    {
        var others = symbols.OfType<IMethodSymbol>().Count() - 1;
        return others switch
        {
            <= 0 => "",
            1 => " + 1 overload",
            _ => string.Create(CultureInfo.InvariantCulture, $" + {others} overloads"),
        };
    }

    // Accessors, operators and what the compiler makes for itself cannot be named.
    private static bool IsName(ISymbol symbol) => symbol.CanBeReferencedByName && symbol.Name.Length > 0
        && (!symbol.IsImplicitlyDeclared || symbol is ILocalSymbol or IParameterSymbol or INamespaceSymbol or IPropertySymbol or IFieldSymbol);

    private static bool Has(ISymbol symbol, string attribute, int? argument) => symbol.GetAttributes().Any(data =>
        data.AttributeClass?.Name == attribute
        && (argument is null || (data.ConstructorArguments is [{ Value: int value }, ..] && value == argument)));
}
