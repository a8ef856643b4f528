using System.Diagnostics;
using System.Reflection;
using MarketingNotebooks.Kernel.Engine.Compiling;

namespace MarketingNotebooks.Kernel.Engine.Errors;

/// <summary>Turns an exception into what the notebook shows: the message, the user's own lines, and only those.</summary>
internal static class ErrorReport
{
    private const int MostFrames = 12;
    private const int MostCompileErrors = 20;

    /// <summary>Describes an error.</summary>
    /// <param name="error">What the cell threw.</param>
    /// <param name="sources">The texts by document name, for excerpts.</param>
    public static CellError Of(Exception error, IReadOnlyDictionary<string, string> sources) => error switch
    {
        CompileException compile => Compile(compile, sources),
        CellInterruptedException => new CellError(nameof(CellInterruptedException), error.Message, [error.Message]),
        _ => Thrown(Unwrap(error), sources),
    };

    private static CellError Compile(CompileException error, IReadOnlyDictionary<string, string> sources)
    {
        var lines = new List<string>();
        foreach (var fault in error.Faults.Take(MostCompileErrors))
        {
            lines.Add($"{error.Document}, line {fault.Line}, column {fault.Column}: {fault.Code}: {fault.Message}");
            if (Excerpt(error.Document, fault.Line, sources) is not { } excerpt) continue;
            lines.Add("    " + excerpt);
            lines.Add("    " + string.Concat(excerpt.Take(fault.Column - 1).Select(c => c == '\t' ? '\t' : ' ')) + "^");
        }
        if (error.Faults.Count > MostCompileErrors) lines.Add($"{error.Faults.Count - MostCompileErrors} more errors follow from these or stand behind them.");
        return new CellError("CompilationError", lines[0], lines, error.Document, error.Faults[0].Line);
    }

    private static CellError Thrown(Exception error, IReadOnlyDictionary<string, string> sources)
    {
        var lines = new List<string>();
        (string Document, int Line)? place = null;
        for (var at = error; at is not null; at = at.InnerException)
        {
            lines.Add($"{(at == error ? "" : "caused by ")}{TypeName(at)}: {Message(at)}");
            var found = Frames(at, sources, lines);
            place ??= found;
        }
        return new CellError(TypeName(error), Message(error), lines, place?.Document, place?.Line);
    }

    /// <summary>Adds the frames worth showing; returns the innermost one that lies in the notebook.</summary>
    private static (string Document, int Line)? Frames(Exception error, IReadOnlyDictionary<string, string> sources, List<string> lines)
    {
        (string Document, int Line)? first = null;
        var shown = 0;
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is not { } file || frame.GetFileLineNumber() == 0 || shown == MostFrames) continue;
            var isOurs = sources.ContainsKey(file);
            if (!isOurs && DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName.StartsWith(typeof(ErrorReport).Assembly.GetName().Name!, StringComparison.Ordinal) != false) continue;
            var line = frame.GetFileLineNumber();
            lines.Add($"   at {FrameNames.Of(frame)} in {(isOurs ? file : Path.GetFileName(file))}, line {line}");
            if (isOurs && first is null && Excerpt(file, line, sources) is { } excerpt) lines.Add("    → " + excerpt.Trim());
            if (isOurs) first ??= (file, line);
            shown++;
        }
        return first;
    }

    private static Exception Unwrap(Exception error) => error switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions.Count: 1, InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => error,
    };

    private static string Message(Exception error)
    {
        if (error is InsufficientExecutionStackException) return "The code calls itself without end; give the recursion a case that stops it.";
        if (error is OutOfMemoryException) return "Memory ran out; what this cell declared was dropped to free it, and variables of earlier cells are kept.";
        try
        {
            return error.Message;
        }
        catch (Exception fault)
        {
            return $"(its Message threw {fault.GetType().Name})";
        }
    }

    private static string TypeName(Exception error) => error.GetType().Name.Split('`')[0];

    private static string? Excerpt(string document, int line, IReadOnlyDictionary<string, string> sources)
    {
        if (!sources.TryGetValue(document, out var text)) return null;
        var rows = text.Split('\n');
        return line <= rows.Length ? rows[line - 1].TrimEnd('\r') : null;
    }
}
