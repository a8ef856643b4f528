using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Execution;

/// <summary>Reads a notebook's parameters and puts values in, after the manner of papermill.</summary>
/// <remarks>
/// The cell tagged <c>parameters</c> declares variables with defaults and a trailing comment each. Values from outside become a
/// cell of assignments tagged <c>injected-parameters</c> right behind it; running again replaces that cell.
/// </remarks>
public static class NotebookParameters
{
    private const string DeclaringTag = "parameters";
    private const string InjectedTag = "injected-parameters";

    /// <summary>The parameters of a notebook, in order; empty when no cell is tagged <c>parameters</c>.</summary>
    public static IReadOnlyList<NotebookParameter> Read(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Cells.FirstOrDefault(IsDeclaring) is not { } cell) return [];
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(
            cell.Source, new CSharpParseOptions(LanguageVersion.CSharp14, kind: SourceCodeKind.Script)).GetRoot();
        return [.. root.Members.OfType<FieldDeclarationSyntax>().Where(field => !field.Modifiers.Any(SyntaxKind.ConstKeyword)).SelectMany(field => field.Declaration.Variables.Select(variable => new NotebookParameter(
            variable.Identifier.ValueText, TypeOf(field.Declaration.Type, variable.Initializer?.Value), variable.Initializer?.Value.ToString(), Comment(field))))];
    }

    /// <summary>Adds the cell that assigns values, or replaces the one of an earlier run.</summary>
    /// <param name="document">The notebook; changed.</param>
    /// <param name="values">Values as text, by name; lists are separated by commas.</param>
    /// <param name="name">The notebook's name for errors.</param>
    /// <exception cref="ParameterException">There is no such parameter, or the text is not a value of its type.</exception>
    public static void Inject(NotebookDocument document, IReadOnlyDictionary<string, string> values, string name)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(values);
        var known = Read(document);
        var lines = values.Select(pair => Assignment(known, pair.Key, pair.Value, name)).ToList();
        for (var i = document.Cells.Count - 1; i >= 0; i--)
        {
            if (document.Cells[i].HasTag(InjectedTag)) document.Cells.RemoveAt(i);
        }
        if (lines.Count == 0) return;
        var place = document.Cells.Index().Where(item => IsDeclaring(item.Item)).Select(item => item.Index + 1).FirstOrDefault();
        document.Cells.Insert(place, new Cell(CellKind.Code, "// Parameters\n" + string.Join('\n', lines))
        {
            Metadata = new JsonObject { ["tags"] = new JsonArray(InjectedTag) },
        });
    }

    private static string Assignment(IReadOnlyList<NotebookParameter> known, string name, string value, string notebook)
    {
        var parameter = known.FirstOrDefault(parameter => parameter.Name == name) ?? throw new ParameterException(known.Count == 0
            ? $"{notebook} has no parameters. Got '{name}'; tag a cell that declares variables with 'parameters'."
            : $"{notebook} has no parameter '{name}'. Parameters: {string.Join(", ", known.Select(parameter => parameter.Name))}.");
        try
        {
            return $"{name} = {ParameterLiteral.Of(parameter.Type, value) ?? throw Misfit(parameter, value, notebook)};";
        }
        catch (NotSupportedException error)
        {
            throw new ParameterException($"Parameter '{name}' of {notebook} is of type {parameter.Type}, and {error.Message}; declare it as string, int, double, bool, DateTime or an array of these.");
        }
    }

    private static ParameterException Misfit(NotebookParameter parameter, string value, string notebook)
    {
        var article = "aeio".Contains(char.ToLowerInvariant(parameter.Type[0]), StringComparison.Ordinal) ? "an" : "a";
        return new ParameterException($"Parameter '{parameter.Name}' of {notebook} is {article} {parameter.Type}. Got '{value}'.");
    }

    private static bool IsDeclaring(Cell cell) => cell.Kind == CellKind.Code && cell.HasTag(DeclaringTag);

    private static string TypeOf(TypeSyntax type, ExpressionSyntax? value) => type is not IdentifierNameSyntax { Identifier.Text: "var" }
        ? type.ToString() : value switch
        {
            PrefixUnaryExpressionSyntax { Operand: var operand } => TypeOf(type, operand),
            InterpolatedStringExpressionSyntax => "string",
            LiteralExpressionSyntax literal => literal.Token.Value switch
            {
                string => "string",
                char => "char",
                bool => "bool",
                int => "int",
                long => "long",
                double => "double",
                float => "float",
                decimal => "decimal",
                _ => "var",
            },
            ObjectCreationExpressionSyntax made => made.Type.ToString(),
            ArrayCreationExpressionSyntax array => $"{array.Type.ElementType}[]",
            ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: [var first, ..] } => TypeOf(type, first) + "[]",
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner, Name.Identifier.Text: "Parse" } } => owner.Identifier.Text,
            _ => "var",
        };

    private static string? Comment(FieldDeclarationSyntax field)
    {
        var comment = field.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).ToString();
        return comment.TrimStart('/').Trim() is { Length: > 0 } text ? text : null;
    }
}
