using System.Globalization;
using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Documentation comments of types declared in cells, as the compiler wrote them.</summary>
internal sealed class CellDocumentation(byte[] xml) : DocumentationProvider
{
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => xml.Length;

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        FileDocumentation.Member(xml, documentationMemberID);
}
