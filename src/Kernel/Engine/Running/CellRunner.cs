using System.Globalization;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Engine.Compatibility;
using MarketingNotebooks.Kernel.Engine.Compiling;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Languages;
using MarketingNotebooks.Kernel.Engine.Packages;
using Microsoft.DotNet.Interactive.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>Takes one cell through its pieces: directives, commands, other languages and C#.</summary>
internal sealed class CellRunner(SessionCore core, CellRun run, CellThread thread) : ICellContext
{
    private const string CSharp = "csharp";
    private readonly Stack<string> files = new();

    public CSharpSession Session => run.Session;

    public int ExecutionCount => run.Number;

    public CancellationToken Token => run.Token;

    public string Language { get; private set; } = CSharp;

    public IReadOnlyList<Variable> Variables => core.State.Variables();

    /// <summary>The value of the last piece, if it has one.</summary>
    public object? Value { get; private set; }

    /// <summary>True when <see cref="Value"/> is a value, perhaps null.</summary>
    public bool HasValue { get; private set; }

    public void Display(object? value, params string[] mimeTypes) => DisplayExtensions.Display(value, mimeTypes);

    public void Write(string text) => run.Output.Write(StreamKind.Output, text);

    public void AtEnd(Action action) => run.AtEnd.Add(action);

    /// <summary>Runs the cell and gives out its value as the result.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="document">Its name in errors.</param>
    /// <param name="language">The language it begins in; null for C#.</param>
    public async Task RunCellAsync(string text, string document, string? language = null)
    {
        run.Submit = SubmitAsync;
        try
        {
            await RunAsync(text, document, language);
        }
        finally
        {
            run.Submit = null;
        }
        if (!HasValue) return;
        thread.InUserCode = true;
        run.Output.Result(Formatter.ToBundle(Value), run.Number);
        thread.InUserCode = false;
    }

    /// <summary>Runs a text; the value of its last piece is left in <see cref="Value"/>, earlier ones are shown.</summary>
    public async Task RunAsync(string text, string document, string? language = null)
    {
        core.Sources[document] = text;
        var parts = CellSplitter.Split(text, core.IsLanguage, language);
        await PackageDirectives.RunAsync(parts, core.Packages, run, Resolve);
        foreach (var part in parts.Where(part => !PackageDirectives.Is(part)))
        {
            run.Token.ThrowIfCancellationRequested();
            ShowValue();
            Language = part switch
            {
                { Kind: PartKind.Language } => part.Name,
                { Kind: PartKind.Command, Text.Length: > 0 } => part.Text,
                _ => CSharp,
            };
            switch (part.Kind)
            {
                case PartKind.Code: await CodeAsync(new CellText(part.Text, document)); break;
                case PartKind.Directive: await DirectiveAsync(part); break;
                case PartKind.Command: await core.Command(part.Name).RunAsync(part.Arguments, this); break;
                default: await core.Language(part.Name).RunAsync(part.Text, part.Arguments, this); break;
            }
        }
    }

    public void SetVariable(string name, object? value, Type? type = null) => core.Values.Set(name, value, type);

    public string? Ask(InputRequest request) => run.Ask(request);

    public object? GetValue(string language, string name)
    {
        if (CellSplitter.IsCSharp(language))
        {
            return Variables.FirstOrDefault(variable => variable.Name == name) is { } found ? found.Value : throw Missing(language, name, Variables.Select(variable => variable.Name));
        }
        var other = ValuesOf(language);
        return other.TryGetValue(name, this, out var value) ? value : throw Missing(language, name, other.ValueNames(this));
    }

    public void SetValue(string language, string name, object? value)
    {
        if (CellSplitter.IsCSharp(language)) SetVariable(name, value);
        else ValuesOf(language).SetValue(name, value, this);
    }

    public async Task<string> ReadFileAsync(string path)
    {
        var full = Resolve(path);
        return File.Exists(full) ? await File.ReadAllTextAsync(full, run.Token) : throw new FileNotFoundException($"There is no file '{path}' to read. Paths count from '{Folder}'.", full);
    }

    public async Task RunFileAsync(string path)
    {
        var full = Resolve(path);
        if (!File.Exists(full)) throw new FileNotFoundException($"There is no file '{path}' to load. Paths count from '{Folder}'.", full);
        if (files.Contains(full)) throw new InvalidOperationException($"'{path}' loads itself. Remove the #load or #!import that closes the circle.");
        files.Push(full);
        var name = Path.GetFileName(full);
        if (name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            var number = 0;
            var notebook = NotebookDocument.Load(full);
            foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
            {
                await RunAsync(cell.Source, string.Create(CultureInfo.InvariantCulture, $"{name}, cell {++number}"), CellMetadata.LanguageOf(cell, notebook));
                ShowValue();
            }
        }
        else
        {
            await RunAsync(await File.ReadAllTextAsync(full, run.Token), name);
            ShowValue();
        }
        files.Pop();
    }

    /// <summary>The folder paths count from: that of the file being loaded, else the session's.</summary>
    private string Folder => files.TryPeek(out var file) ? Path.GetDirectoryName(file)! : Session.Options.Folder ?? Directory.GetCurrentDirectory();

    private string Resolve(string path) => Path.GetFullPath(path, Folder);

    // The cell's code is running: values and language of its pieces are kept apart from those of the text it submits.
    private async Task SubmitAsync(string text, string? language)
    {
        var inner = new CellRunner(core, run, thread);
        try
        {
            await inner.RunAsync(text, string.Create(CultureInfo.InvariantCulture, $"Cell {run.Number}, submitted {run.Pieces}"), language);
            inner.ShowValue();
        }
        finally
        {
            thread.InUserCode = true;
        }
    }

    private IValueLanguage ValuesOf(string language) => core.Language(language) as IValueLanguage
        ?? throw new NotSupportedException($"'{language}' keeps no values to share; share with csharp, javascript or value.");

    private static KeyNotFoundException Missing(string language, string name, IEnumerable<string> known) =>
        new($"There is no variable '{name}' in {language}. Variables: {(known.Any() ? string.Join(", ", known) : "none")}.");

    private async Task DirectiveAsync(CellPart part)
    {
        if (part.Name == "load") await RunFileAsync(part.Arguments);
        else Reference(part.Arguments);
    }

    private void Reference(string path)
    {
        var full = Resolve(path);
        if (!File.Exists(full) && References.PlatformPath(Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name && path.EndsWith(".dll", StringComparison.Ordinal) ? name : path) is { } platform)
        {
            full = platform;
        }
        if (!File.Exists(full)) throw new FileNotFoundException($"There is no assembly '{path}' to refer to. Paths count from '{Folder}'; packages are written #r \"nuget:Name, 1.2.3\".", full);
        core.Scope.Add(References.File(full));
        core.Scope.Assemblies.AddFile(full);
    }

    private async Task CodeAsync(CellText text)
    {
        var className = string.Create(CultureInfo.InvariantCulture, $"Cell{run.Id}{(run.Pieces++ == 0 ? "" : $"_{run.Pieces}")}");
        var before = core.Compiler.Here;
        if (Compile(text, className) is not { } submission) return;
        run.Token.ThrowIfCancellationRequested();
        thread.InUserCode = true;
        try
        {
            Value = await submission.Run(core.State.Slots);
        }
        catch (OutOfMemoryException)
        {
            core.Compiler.GoBack(before);
            core.State.Drop(className);
            GC.Collect();
            throw;
        }
        finally
        {
            thread.InUserCode = false;
        }
        HasValue = (Value is not null || submission.HasValue()) && Value is not DisplayedValue;
    }

    private Submission? Compile(CellText text, string className)
    {
        try
        {
            return core.Compiler.Compile(text, className, run.Token);
        }
        catch (CompileException error) when (!core.Scope.Imports.Contains(PocketViewNames.ClassName) && PocketViewNames.AreMissing(error, text.Text))
        {
            core.Scope.Open(PocketViewNames.ClassName, open: true);
            try
            {
                return core.Compiler.Compile(text, className, run.Token);
            }
            catch (CompileException)
            {
                core.Scope.Open(PocketViewNames.ClassName, open: false);
                throw error;
            }
        }
    }

    private void ShowValue()
    {
        if (HasValue) Display(Value);
        HasValue = false;
        Value = null;
    }
}
