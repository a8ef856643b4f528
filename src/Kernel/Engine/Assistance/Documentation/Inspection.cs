using System.Globalization;
using System.Xml.Linq;
using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Assistance.Documentation;

/// <summary>All that is told of a symbol: signatures, where it belongs, a variable's value, documentation.</summary>
internal static class Inspection
{
    private const int MostOverloads = 8;

    /// <summary>Tells it of the first symbol, the others being its overloads.</summary>
    public static IReadOnlyList<Block> Of(IReadOnlyList<ISymbol> symbols, Compilation compilation, SessionState state, bool details)
    {
        var first = symbols[0];
        List<Block> text = [new CodeBlock(Signatures(symbols))];
        if (ValueOf(first, compilation, state) is { } value) text.Add(new Paragraph([new Run("Value now: "), new Run(value, true)]));
        var comment = CommentFor(first, compilation);
        if (comment is not null) AddComment(text, comment, details);
        // Last, as front ends show the first lines only.
        if (first is { ContainingNamespace: { IsGlobalNamespace: false } space } and not INamespaceSymbol)
        {
            text.Add(new Paragraph([new Run("In "), new Run(space.ToDisplayString(), true), new Run(".")]));
        }
        if (details && first is INamedTypeSymbol type) AddMembers(text, type, compilation);
        return text;
    }

    private static string Signatures(IReadOnlyList<ISymbol> symbols)
    {
        var lines = symbols.Take(MostOverloads).Select(SymbolText.Signature).ToList();
        if (symbols.Count > MostOverloads) lines.Add(string.Create(CultureInfo.InvariantCulture, $"// and {symbols.Count - MostOverloads} more overloads"));
        return string.Join('\n', lines);
    }

    // Only what earlier cells declared has a value.
    private static string? ValueOf(ISymbol symbol, Compilation compilation, SessionState state) =>
        symbol is IFieldSymbol { ContainingType.IsScriptClass: true } && !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)
        && state.Variables().FirstOrDefault(variable => variable.Name == symbol.Name) is { } found
            ? ValueText.Of(found.Value)
            : null;

    // Variables and parameters have no comment of their own; what their type says of itself helps.
    private static XElement? CommentFor(ISymbol symbol, Compilation compilation)
    {
        if (symbol is IParameterSymbol { ContainingSymbol: { } owner } parameter && SymbolComments.Of(owner, compilation) is { } whole)
        {
            var own = whole.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == parameter.Name);
            if (own is not null) return new XElement("member", new XElement("summary", own.Nodes()));
        }
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol given => given.Type,
            IFieldSymbol { ContainingType.IsScriptClass: true } field => field.Type,
            _ => null,
        };
        var comment = SymbolComments.Of(symbol, compilation);
        return comment is null && type is { SpecialType: SpecialType.None } && SymbolComments.Of(type, compilation) is { } ofType
            ? new XElement("member", ofType.Elements("summary"))
            : comment;
    }

    private static void AddComment(List<Block> text, XElement comment, bool details)
    {
        foreach (var summary in comment.Elements("summary")) text.AddRange(CommentReader.Blocks(summary));
        AddItems(text, "Type parameters", comment.Elements("typeparam"), element => (string?)element.Attribute("name"));
        AddItems(text, "Parameters", comment.Elements("param"), element => (string?)element.Attribute("name"));
        AddSection(text, "Returns", comment.Elements("returns"));
        AddSection(text, "Value", comment.Elements("value"));
        AddItems(text, "Exceptions", comment.Elements("exception"),
            element => (string?)element.Attribute("cref") is { Length: > 0 } cref ? CommentReader.Name(cref) : null);
        if (!details) return;
        AddSection(text, "Remarks", comment.Elements("remarks"));
        AddSection(text, "Example", comment.Elements("example"));
    }

    private static void AddItems(List<Block> text, string title, IEnumerable<XElement> elements, Func<XElement, string?> term)
    {
        var items = elements.Select(element => new Item(term(element), CommentReader.Line(element))).ToList();
        if (items.Count == 0) return;
        text.Add(new Heading(title));
        text.AddRange(items);
    }

    private static void AddSection(List<Block> text, string title, IEnumerable<XElement> elements)
    {
        var blocks = elements.SelectMany(CommentReader.Blocks).ToList();
        if (blocks.Count == 0) return;
        text.Add(new Heading(title));
        text.AddRange(blocks);
    }

    private static void AddMembers(List<Block> text, INamedTypeSymbol type, Compilation compilation)
    {
        var members = type.GetMembers()
            .Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, CanBeReferencedByName: true })
            .Where(member => member is IPropertySymbol or IFieldSymbol or IMethodSymbol { IsOverride: false })
            .DistinctBy(member => member.Name)
            .Select(member => new Item(member.Name, SymbolComments.Of(member, compilation)?.Element("summary") is { } summary
                ? CommentReader.Line(summary)
                : [new Run(SymbolText.Signature(member), true)]))
            .ToList();
        if (members.Count == 0) return;
        text.Add(new Heading("Members"));
        text.AddRange(members);
    }
}
