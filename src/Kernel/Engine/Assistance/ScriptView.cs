using MarketingNotebooks.Kernel.Engine.Compiling;
using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Looks at a text as the compiler would if it were the session's next cell. Safe from any thread, also while a cell runs.</summary>
internal sealed class ScriptView(SessionCore core)
{
    private volatile Base? latest;

    /// <summary>Binds a text of C#; nothing is kept of it.</summary>
    public SemanticModel Open(string code, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var tree = Parse(code);
        var start = Current();
        return start.Compilation.ReplaceSyntaxTree(start.Tree, tree).GetSemanticModel(tree);
    }

    /// <summary>Parses a text of C#, with the <c>using</c> of top-level declarations blanked out as in a run.</summary>
    public static SyntaxTree Parse(string code) => new CellText(UsingDeclarations.Blank(code).Text, "").ParseScript();

    // References are bound once for each state of the session: that is most of the time a compilation takes.
    private Base Current()
    {
        var (previous, references) = (core.Compiler.Latest, core.Scope.AllReferences);
        if (latest is { } kept && kept.Previous == previous && ReferenceEquals(kept.References, references)) return kept;
        const string Name = "Assistance";
        var empty = Parse("");
        var compilation = core.Compiler.Next(empty, Name, options => options.WithNullableContextOptions(NullableContextOptions.Disable));
        return latest = new Base(previous, references, empty, compilation);
    }

    private sealed record Base(CSharpCompilation? Previous, IReadOnlyList<MetadataReference> References, SyntaxTree Tree, CSharpCompilation Compilation);
}
