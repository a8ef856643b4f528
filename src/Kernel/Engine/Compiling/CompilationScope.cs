using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>What every compilation of a session shares: references, open namespaces and the loader.</summary>
internal sealed class CompilationScope
{
    private static readonly string[] Always =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "System.IO",
        "MarketingNotebooks.Kernel.Engine.Formatting", "MarketingNotebooks.Kernel.Engine.Comms", "Microsoft.DotNet.Interactive.Formatting",
    ];

    private static readonly Lock Binding = new();
    private static readonly EmitOptions Emission = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    // Replaced, never changed: others look while a cell adds.
    private volatile IReadOnlyList<MetadataReference> references;
    private volatile IReadOnlyList<string> imports;
    private readonly Dictionary<string, string> usings = new(StringComparer.Ordinal);

    public CompilationScope(SessionOptions options, int session)
    {
        Session = session;
        imports = [.. Always.Concat(options.Usings).Append(typeof(Formatting.NotebookFunctions).FullName!).Concat(options.StaticUsings).Distinct()];
        references = [.. References.Framework, References.Loaded(typeof(CompilationScope).Assembly), .. References.Closure(options.Assemblies)];
        foreach (var space in Always.Concat(options.Usings)) usings[space] = $"using {space};";
        foreach (var type in options.StaticUsings.Append(typeof(Formatting.NotebookFunctions).FullName!)) usings[type] = $"using static {type};";
    }

    /// <summary>The number that guards compiled into cells carry.</summary>
    public int Session { get; }

    /// <summary>Namespaces and static classes open in every cell.</summary>
    public IReadOnlyList<string> Imports => imports;

    public IReadOnlyList<MetadataReference> AllReferences => references;

    public SessionAssemblies Assemblies { get; } = new();

    /// <summary>Adds a reference for all later compilations.</summary>
    public void Add(MetadataReference reference)
    {
        if (!references.Contains(reference)) references = [.. references, reference];
    }

    /// <summary>Opens a static class for all later compilations, or closes it again; a class named by the host stays open.</summary>
    public void Open(string staticClass, bool open)
    {
        if (!open)
        {
            imports = [.. imports.Where(name => name != staticClass)];
            usings.Remove(staticClass);
        }
        else if (!imports.Contains(staticClass))
        {
            imports = [.. imports, staticClass];
            usings[staticClass] = $"using static {staticClass};";
        }
    }

    /// <summary>Takes a reference away from later compilations.</summary>
    public void Remove(MetadataReference reference) => references = [.. references.Where(other => other != reference)];

    /// <summary>Remembers a cell's using directives for the libraries of later cells.</summary>
    public void Remember(SyntaxList<UsingDirectiveSyntax> directives)
    {
        foreach (var directive in directives) usings[directive.Alias?.Name.ToString() ?? directive.NamespaceOrType.ToString()] = directive.ToString();
    }

    /// <summary>A file that opens, for a library, what is open in cells, and that gives the library its version.</summary>
    public SyntaxTree LibraryHeader(int version) => new CellText(
        string.Concat(usings.Values.Select(directive => "global " + directive + "\n"))
        + string.Create(CultureInfo.InvariantCulture, $"[assembly: System.Reflection.AssemblyVersion(\"{version}.0.0.0\")]"),
        "usings").ParseLibrary();

    /// <summary>Compiler settings of cells (<paramref name="className"/> given) and libraries.</summary>
    /// <param name="className">The class that holds a cell's variables.</param>
    /// <param name="opens">What it opens beside its own usings.</param>
    public static CSharpCompilationOptions Options(string? className, IEnumerable<string> opens) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: className,
        usings: opens,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        concurrentBuild: false,
        metadataImportOptions: MetadataImportOptions.Public);

    /// <summary>Reads a compilation's references, one compilation of the process at a time.</summary>
    /// <remarks>The compiler shares what it read of an assembly between compilations, and a session's pieces understand one another only
    /// through what they share. Two sessions that begin at once would each read the base library anew, and the second piece of the one
    /// might take the base library of the other: <c>cannot convert from 'SortKey' to 'SortKey'</c>.</remarks>
    public static CSharpCompilation Bind(CSharpCompilation compilation)
    {
        lock (Binding) _ = compilation.Assembly;
        return compilation;
    }

    /// <summary>Compiles to memory; null and the errors when that fails.</summary>
    /// <param name="compilation">What to compile.</param>
    /// <param name="token">Ends the work.</param>
    /// <param name="diagnostics">What the compiler said.</param>
    /// <param name="documentation">Takes the XML of documentation comments.</param>
    public static (MemoryStream Image, MemoryStream Symbols)? Emit(
        CSharpCompilation compilation, CancellationToken token, out IReadOnlyList<Diagnostic> diagnostics, MemoryStream? documentation = null)
    {
        var image = new MemoryStream();
        var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, documentation, options: Emission, cancellationToken: token);
        diagnostics = result.Diagnostics;
        return result.Success ? (image, symbols) : null;
    }
}
