using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Assistance.Documentation;

/// <summary>Finds the documentation comment of a symbol, following <c>inheritdoc</c>.</summary>
internal static class SymbolComments
{
    private const int LongestChain = 8;

    /// <summary>The comment's <c>member</c> element; null when there is none.</summary>
    public static XElement? Of(ISymbol symbol, Compilation compilation) => Of(symbol, compilation, LongestChain);

    private static XElement? Of(ISymbol symbol, Compilation compilation, int left)
    {
        var own = Parse(Original(symbol).GetDocumentationCommentXml()) ?? OfRecordProperty(symbol);
        if (own is null || own.DescendantsAndSelf("inheritdoc").FirstOrDefault() is not { } inherit || left == 0) return own;
        var from = (string?)inherit.Attribute("cref") is { } cref ? DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation) : Base(symbol);
        var inherited = from is null ? null : Of(from, compilation, left - 1);
        inherit.Remove();
        foreach (var element in inherited?.Elements() ?? [])
        {
            if (!own.Elements(element.Name).Any(same => (string?)same.Attribute("name") == (string?)element.Attribute("name"))) own.Add(element);
        }
        return own;
    }

    private static ISymbol Original(ISymbol symbol) => symbol is IMethodSymbol { ReducedFrom: { } whole } ? whole.OriginalDefinition : symbol.OriginalDefinition;

    // A property that a record's parameter makes is documented there.
    private static XElement? OfRecordProperty(ISymbol symbol)
    {
        if (symbol is not IPropertySymbol { ContainingType: { IsRecord: true } record }) return null;
        var parameter = Parse(record.OriginalDefinition.GetDocumentationCommentXml())?.Elements("param")
            .FirstOrDefault(element => (string?)element.Attribute("name") == symbol.Name);
        return parameter is null ? null : new XElement("member", new XElement("summary", parameter.Nodes()));
    }

    private static ISymbol? Base(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol type => type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? parent : type.Interfaces.FirstOrDefault(),
        _ => symbol.ContainingType?.AllInterfaces.SelectMany(face => face.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };

    private static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
