using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Completes names in C#.</summary>
internal static class CodeCompleter
{
    // Stands for the name to come, so that the parser sees one.
    private const string Placeholder = "_name_";

    /// <summary>The names that can stand at a cursor outside of strings and comments.</summary>
    public static Completions Complete(ScriptView view, string code, int cursor, CancellationToken token)
    {
        var word = Word.At(code, cursor);
        if (word.IsNumber) return Completions.None(cursor);
        var text = word.Prefix.Length > 0 ? code : code.Insert(cursor, Placeholder);
        var model = view.Open(text, token);
        var name = model.SyntaxTree.GetRoot(token).FindToken(word.Start);
        var list = new CompletionList(word.Prefix);
        if (UsingLine.SpaceBefore(code, word.Start) is { } space) NamespaceCompletion.Add(list, model, space);
        else if (MemberAccess.Before(name) is { } left) MemberCompletion.Add(list, model, left, word.Start);
        else if (!DeclaresName(name) && !InitializerCompletion.Add(list, model, name)) ScopeCompletion.Add(list, model, name);
        return list.ToCompletions(word);
    }

    // A new name is the writer's own.
    private static bool DeclaresName(SyntaxToken name) => name.Parent switch
    {
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or BaseTypeDeclarationSyntax or MethodDeclarationSyntax
            or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or DelegateDeclarationSyntax or EnumMemberDeclarationSyntax
            or LabeledStatementSyntax or TypeParameterSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax => name.IsKind(SyntaxKind.IdentifierToken),
        ParameterSyntax parameter => parameter.Type is not null,
        ForEachStatementSyntax loop => loop.Identifier == name,
        CatchDeclarationSyntax caught => caught.Identifier == name,
        _ => false,
    };
}
