using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>A type or namespace declared at the top level of a cell, a candidate for a library of its own.</summary>
internal sealed class TypeDeclaration
{
    private TypeDeclaration(MemberDeclarationSyntax node)
    {
        Node = node;
        Names = [.. DeclaredNames(node)];
        Words = node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToHashSet();
        MustBeLibrary = node is BaseNamespaceDeclarationSyntax || HasExtensions(node);
    }

    public MemberDeclarationSyntax Node { get; }

    /// <summary>Its place, documentation comment included.</summary>
    public TextSpan Span => WithComment(Node);

    /// <summary>Full names of the types it declares, with arity: <c>Pair`2</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Every identifier in it: what it may refer to.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>True for what C# does not allow inside a script: namespaces and extension methods.</summary>
    public bool MustBeLibrary { get; }

    /// <summary>The candidates of a cell.</summary>
    public static IReadOnlyList<TypeDeclaration> In(CompilationUnitSyntax root) =>
        [.. root.Members.Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax)
            .Select(member => new TypeDeclaration(member))];

    /// <summary>The place of a declaration and its documentation comment, which would else pass to the next declaration.</summary>
    public static TextSpan WithComment(MemberDeclarationSyntax member)
    {
        foreach (var trivia in member.GetLeadingTrivia())
        {
            if (trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax) return TextSpan.FromBounds(trivia.FullSpan.Start, member.Span.End);
        }
        return member.Span;
    }

    /// <summary>Makes the outer types public: later cells are other assemblies.</summary>
    public void Publish(TextEdits edits) => Publish(Node, edits);

    private static void Publish(MemberDeclarationSyntax member, TextEdits edits)
    {
        if (member is BaseNamespaceDeclarationSyntax space)
        {
            foreach (var inner in space.Members) Publish(inner, edits);
            return;
        }
        var access = member.Modifiers.Where(IsAccess).ToList();
        for (var i = 1; i < access.Count; i++) edits.Replace(access[i].SpanStart, access[i].Span.Length, "");
        if (access.Count > 0) edits.Replace(access[0].SpanStart, access[0].Span.Length, "public");
        else edits.Open(KeywordStart(member), "public ");
    }

    // Attributes stand before the modifiers.
    private static int KeywordStart(MemberDeclarationSyntax member) => member.AttributeLists.Count > 0
        ? member.AttributeLists[^1].GetLastToken().GetNextToken().SpanStart
        : member.SpanStart;

    private static bool IsAccess(SyntaxToken token) => token.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword
        or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.FileKeyword;

    private static bool HasExtensions(SyntaxNode node) => node.DescendantNodes().Any(inner =>
        inner is ParameterSyntax parameter && parameter.Modifiers.Any(SyntaxKind.ThisKeyword)
        || inner.IsKind(SyntaxKind.ExtensionBlockDeclaration));

    private static IEnumerable<string> DeclaredNames(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax space => space.Members.SelectMany(DeclaredNames).Select(name => $"{space.Name}.{name}"),
        TypeDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and var arity } type => [$"{type.Identifier.ValueText}`{arity}"],
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and var arity } type => [$"{type.Identifier.ValueText}`{arity}"],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        _ => [],
    };
}
