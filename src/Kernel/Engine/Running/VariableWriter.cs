using System.Globalization;
using System.Reflection;
using MarketingNotebooks.Kernel.Engine.Compiling;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>Declares variables of a session from outside, so that later cells see them with their types.</summary>
/// <remarks>A declaration is compiled like a cell (about 20 ms) and takes its value from <see cref="CellValue"/>.</remarks>
internal sealed class VariableWriter(SessionCore core)
{
    private int declared;

    /// <summary>Declares a variable.</summary>
    /// <param name="name">A C# identifier.</param>
    /// <param name="value">Its value, or null.</param>
    /// <param name="type">Its declared type; null: that of the value, or the nearest one cells can name.</param>
    /// <exception cref="ArgumentException">The name is no identifier, or the value does not fit the type.</exception>
    public void Set(string name, object? value, Type? type)
    {
        if (!SyntaxFacts.IsValidIdentifier(name)) throw new ArgumentException($"A variable's name must be a C# identifier. Got '{name}'.", nameof(name));
        if (type is not null && !Fits(value, type)) throw new ArgumentException($"The value of '{name}' must be of type {Formatting.Members.Name(type)}. Got {(value is null ? "null" : Formatting.Members.Name(value.GetType()))}.", nameof(value));
        foreach (var candidate in type is null ? TypeNames.Nearest(value?.GetType() ?? typeof(object)) : [type])
        {
            if (TryDeclare(name, value, candidate)) return;
        }
        throw new ArgumentException($"Cells cannot name the type of '{name}', {type}. Give a public type of an assembly they refer to.", nameof(type));
    }

    private static bool Fits(object? value, Type type) =>
        value is null ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null : type.IsInstanceOfType(value);

    // By name: a package is referred to by another file than the one it runs from.
    private bool IsReferred(Assembly assembly) => core.Scope.AllReferences.Any(reference =>
        Path.GetFileNameWithoutExtension(reference.Display.AsSpan()).Equals(assembly.GetName().Name, StringComparison.OrdinalIgnoreCase));

    private bool TryDeclare(string name, object? value, Type type)
    {
        foreach (var assembly in TypeNames.Assemblies(type).Where(assembly => assembly.Location.Length > 0 && !IsReferred(assembly))) core.Scope.Add(References.Loaded(assembly));
        var key = CellValue.Put(value);
        var called = TypeNames.Of(type);
        var text = string.Create(CultureInfo.InvariantCulture, $"{called} @{name} = ({called})global::MarketingNotebooks.Kernel.Engine.CellValue.Take({key})!;");
        var id = string.Create(CultureInfo.InvariantCulture, $"Given{++declared}");
        try
        {
            var submission = core.Compiler.Compile(new CellText(text, id), id, default)!;
            submission.Run(core.State.Slots).GetAwaiter().GetResult();
            return true;
        }
        catch (Exception error) when (error is CompileException or InvalidCastException)
        {
            CellValue.Take(key);
            return false; // Not visible to cells, or an older version of a type that was declared again.
        }
    }
}
