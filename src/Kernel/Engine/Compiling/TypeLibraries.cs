using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>
/// Puts the types of cells into assemblies of their own, where extension methods and namespaces are allowed and from where
/// the types of later cells can refer to them.
/// </summary>
/// <remarks>
/// One library for each type, or for types that need one another. A type declared again becomes a higher version of the same
/// library, which supersedes the older one for later cells, while variables of the old type go on working. A type that uses a constant
/// of the notebook cannot leave the script and stays there; an extension method or namespace that does is an error.
/// </remarks>
internal sealed class TypeLibraries(CompilationScope scope)
{
    private readonly Dictionary<string, IReadOnlyList<string>> live = new(StringComparer.Ordinal);
    private readonly HashSet<string> inScript = new(StringComparer.Ordinal);
    private int version;

    /// <summary>Compiles what can be compiled apart.</summary>
    /// <returns>The spans that went into libraries.</returns>
    /// <exception cref="CompileException">An extension method or namespace does not compile.</exception>
    public IReadOnlyList<TextSpan> Build(CellText cell, SyntaxTree tree, Func<string, bool> isVariable, CancellationToken token)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(token);
        var all = TypeDeclaration.In(root);
        if (all.Count == 0) return [];
        var open = Groups(all.Where(type => type.MustBeLibrary || !type.Names.Any(inScript.Contains)).ToList());
        var built = new List<TextSpan>();
        for (var progress = true; progress && open.Count > 0;)
        {
            progress = false;
            foreach (var group in open.ToList())
            {
                if (!TryBuild(cell, root, group, token, out _)) continue;
                progress = open.Remove(group);
                built.AddRange(group.Select(type => type.Span));
            }
        }
        if (open.Count > 1 && TryBuild(cell, root, [.. open.SelectMany(group => group)], token, out _))
        {
            built.AddRange(open.SelectMany(group => group).Select(type => type.Span));
            return built;
        }
        foreach (var group in open)
        {
            if (group.Any(type => type.MustBeLibrary) && !TryBuild(cell, root, group, token, out var error, isVariable)) throw error!;
            inScript.UnionWith(group.SelectMany(type => type.Names));
        }
        return built;
    }

    private bool TryBuild(CellText cell, CompilationUnitSyntax root, IReadOnlyList<TypeDeclaration> group, CancellationToken token,
        out CompileException? error, Func<string, bool>? isVariable = null)
    {
        var others = root.Members.Where(member => group.All(type => type.Node != member)).Select(TypeDeclaration.WithComment);
        var text = cell.Blank(others);
        var edits = new TextEdits();
        foreach (var type in group) type.Publish(edits);
        var name = string.Join("+", group.SelectMany(type => type.Names).Order(StringComparer.Ordinal));
        var header = scope.LibraryHeader(++version);
        var plain = text.ParseLibrary();
        var compilation = CompilationScope.Bind(CSharpCompilation.Create(name, [header, plain], scope.AllReferences, CompilationScope.Options(null, [])));
        var walker = new GuardWalker(scope.Session, Model(compilation, plain), edits);
        walker.Visit(plain.GetRoot(token));
        var guarded = compilation.ReplaceSyntaxTree(plain, (text with { Text = edits.Apply(text.Text) }).ParseLibrary());
        var documentation = new MemoryStream();
        var output = CompilationScope.Emit(guarded, token, out var diagnostics, documentation);
        error = output is null ? cell.Error(diagnostics, edits, diagnostic => Explain(diagnostic, isVariable)) : null;
        if (output is not { } files) return false;
        Publish(name, group, files.Image, files.Symbols, documentation, token);
        return true;
    }

    private void Publish(string name, IReadOnlyList<TypeDeclaration> group, MemoryStream image, MemoryStream symbols, MemoryStream documentation,
        CancellationToken token)
    {
        var names = group.SelectMany(type => type.Names).ToList();
        scope.Assemblies.Load(image, symbols);
        scope.Add(MetadataReference.CreateFromImage(image.ToArray(), documentation: new CellDocumentation(documentation.ToArray())));
        foreach (var older in live.Where(library => library.Key != name && library.Value.Any(names.Contains)).Select(library => library.Key).ToList())
        {
            Retire(older, token);
        }
        live[name] = names;
        inScript.ExceptWith(names);
    }

    // A library that shares only some of its types with the new one would make them ambiguous: an empty version supersedes it.
    private void Retire(string name, CancellationToken token)
    {
        live.Remove(name);
        var empty = CompilationScope.Bind(CSharpCompilation.Create(name, [scope.LibraryHeader(++version)], scope.AllReferences, CompilationScope.Options(null, [])));
        if (CompilationScope.Emit(empty, token, out _) is { } files) scope.Add(MetadataReference.CreateFromImage(files.Image.ToArray()));
    }

    private static string? Explain(Diagnostic diagnostic, Func<string, bool>? isVariable)
    {
        if (isVariable is null || diagnostic.Id is not ("CS0103" or "CS0246" or "CS0120")) return null;
        var name = diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan);
        return name is not null && isVariable(name)
            ? $"'{name}' belongs to the notebook; extension methods and namespaces are compiled apart from it and cannot use it, so pass it as an argument."
            : null;
    }

    private static Func<SemanticModel>? Model(CSharpCompilation compilation, SyntaxTree tree)
    {
        if (!GuardWalker.NeedsModel(tree.GetRoot())) return null;
        var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree));
        return () => model.Value;
    }

    /// <summary>Declarations that mention one another, in groups; each group after those it mentions.</summary>
    private static List<IReadOnlyList<TypeDeclaration>> Groups(IReadOnlyList<TypeDeclaration> types)
    {
        var reach = types.ToDictionary(type => type, type => Reach(type, types));
        var groups = new List<IReadOnlyList<TypeDeclaration>>();
        foreach (var type in types.OrderBy(type => reach[type].Count))
        {
            if (groups.Any(group => group.Contains(type))) continue;
            groups.Add([.. types.Where(other => other == type || (reach[type].Contains(other) && reach[other].Contains(type)))]);
        }
        return groups;
    }

    private static HashSet<TypeDeclaration> Reach(TypeDeclaration from, IReadOnlyList<TypeDeclaration> types)
    {
        var found = new HashSet<TypeDeclaration>();
        var open = new Stack<TypeDeclaration>([from]);
        while (open.TryPop(out var type))
        {
            foreach (var next in types.Where(next => next != type && next.Names.Any(name => type.Words.Contains(Simple(name)))))
            {
                if (found.Add(next)) open.Push(next);
            }
        }
        return found;
    }

    private static string Simple(string name) => name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
}
