using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Compiles the pieces of cells one after the other, each seeing what the earlier ones declared.</summary>
internal sealed class CellCompiler(CompilationScope scope)
{
    // Namespaces go into libraries before the script is compiled.
    private const string NamespaceInScript = "CS7021";

    private readonly TypeLibraries libraries = new(scope);
    private readonly Lock gate = new();
    private volatile Link? last;

    /// <summary>The last piece that compiled: where names of the session can be looked up. Null before the first.</summary>
    public CSharpCompilation? Latest => last?.Compilation;

    /// <summary>What a tree compiles to as the session's next piece. References and usings of earlier pieces are inherited:
    /// naming them again would cost milliseconds a cell, and more with each cell.</summary>
    public CSharpCompilation Next(SyntaxTree tree, string className, Func<CSharpCompilationOptions, CSharpCompilationOptions>? change = null)
    {
        var before = last;
        var (references, imports) = (scope.AllReferences, scope.Imports);
        var options = CompilationScope.Options(className, imports == before?.Imports ? [] : imports.Except(before?.Imports ?? []));
        return CompilationScope.Bind(CSharpCompilation.CreateScriptCompilation(className, tree, references == before?.References ? [] : references.Except(before?.References ?? []),
            change is null ? options : change(options), before?.Compilation, typeof(object)));
    }

    /// <summary>The state <see cref="GoBack"/> returns to.</summary>
    public object? Here => last;

    /// <summary>Forgets the pieces compiled since; the next one takes their place.</summary>
    public void GoBack(object? here) => last = (Link?)here;

    /// <summary>Compiles a piece.</summary>
    /// <param name="cell">The text.</param>
    /// <param name="className">The name of the class that holds its variables, unique in the session.</param>
    /// <param name="token">Ends the work.</param>
    /// <returns>What to run; null when there is nothing to (comments, using directives, types).</returns>
    /// <exception cref="CompileException">The text has errors; the session is as it was, libraries of its types apart.</exception>
    public Submission? Compile(CellText cell, string className, CancellationToken token)
    {
        // Code of a running cell may submit more code from any thread.
        lock (gate) return CompileNext(cell, className, token);
    }

    private Submission? CompileNext(CellText cell, string className, CancellationToken token)
    {
        CheckNesting(cell);
        var (text, owned) = UsingDeclarations.Blank(cell.Text);
        var piece = cell with { Text = text };
        var tree = piece.ParseScript();
        var edits = new TextEdits();
        var faults = tree.GetDiagnostics(token).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != NamespaceInScript).ToList();
        if (faults.Count > 0) throw cell.Error(faults, edits);
        var directives = ((CompilationUnitSyntax)tree.GetRoot(token)).Usings;
        var apart = libraries.Build(piece, tree, IsDeclared, token);
        if (apart.Count > 0)
        {
            piece = piece.Blank(apart);
            tree = piece.ParseScript();
        }
        var compilation = Next(tree, className);
        var link = new Link(compilation, scope.AllReferences, scope.Imports);
        var submission = CellText.HasMembers(tree)
            ? Build(cell, piece, owned, tree, className, edits, ref compilation, token)
            : CheckOnly(cell, compilation, edits, token);
        last = link with { Compilation = compilation };
        scope.Remember(directives);
        return submission;
    }

    private Submission Build(CellText cell, CellText piece, IReadOnlyList<int> owned, SyntaxTree tree, string className, TextEdits edits,
        ref CSharpCompilation compilation, CancellationToken token)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(token);
        var plain = compilation;
        var model = new Lazy<SemanticModel>(() => plain.GetSemanticModel(tree));
        UsingDeclarations.Own(root, owned, edits);
        new GuardWalker(scope.Session, GuardWalker.NeedsModel(root) ? () => model.Value : null, edits).Visit(root);
        if (!edits.IsEmpty) compilation = compilation.ReplaceSyntaxTree(tree, (piece with { Text = edits.Apply(piece.Text) }).ParseScript());
        var output = CompilationScope.Emit(compilation, token, out var diagnostics) ?? throw cell.Error(diagnostics, edits, Explain);
        var entry = compilation.GetEntryPoint(token)!;
        var assembly = scope.Assemblies.Load(output.Image, output.Symbols);
        var method = assembly.GetType(className, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return new Submission(method.CreateDelegate<Func<object?[], Task<object?>>>(), () => HasValue(root, model));
    }

    private static void CheckNesting(CellText cell)
    {
        var at = Nesting.TooDeepAt(cell.Text);
        if (at < 0) return;
        var line = cell.Text.AsSpan(0, at).Count('\n') + 1;
        var message = $"Brackets may be {Nesting.Deepest} deep at most. Got more here; split the expression over variables.";
        throw new CompileException(cell.Document, [new CompileFault("CS8078", message, line, at - cell.Text.LastIndexOf('\n', at))]);
    }

    private static Submission? CheckOnly(CellText cell, CSharpCompilation compilation, TextEdits edits, CancellationToken token)
    {
        var diagnostics = compilation.GetDiagnostics(token);
        return diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? throw cell.Error(diagnostics, edits) : null;
    }

    // A cell ends in a value when its last statement is an expression without `;`, unless that is a call of a void method.
    private static bool HasValue(CompilationUnitSyntax root, Lazy<SemanticModel> model)
    {
        if (root.Members[^1] is not GlobalStatementSyntax { Statement: var last }) return false;
        return last switch
        {
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } expression =>
                model.Value.GetTypeInfo(expression.Expression).Type is { SpecialType: not SpecialType.System_Void },
            ReturnStatementSyntax { Expression: not null } => true,
            _ => false,
        };
    }

    private static string? Explain(Diagnostic diagnostic)
    {
        if (diagnostic.Id != "CS0120" || diagnostic.Location.SourceTree is not { } tree) return null;
        var name = tree.GetText().ToString(diagnostic.Location.SourceSpan);
        return $"'{name}' belongs to the notebook; a type declared in a cell cannot use the notebook's variables and functions, so pass it as an argument.";
    }

    private bool IsDeclared(string name) => Chain().Any(at => at.GetSymbolsWithName(name, SymbolFilter.TypeAndMember).Any());

    private IEnumerable<Compilation> Chain()
    {
        for (Compilation? at = Latest; at is not null; at = at.ScriptCompilationInfo?.PreviousScriptCompilation) yield return at;
    }

    /// <param name="Compilation">The last piece.</param>
    /// <param name="References">The session's references when it was compiled.</param>
    /// <param name="Imports">What was open then.</param>
    private sealed record Link(CSharpCompilation Compilation, IReadOnlyList<MetadataReference> References, IReadOnlyList<string> Imports);
}
