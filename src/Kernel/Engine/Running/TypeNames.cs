using System.Reflection;
using System.Text;

namespace MarketingNotebooks.Kernel.Engine.Running;

/// <summary>Types as later cells can write them.</summary>
internal static class TypeNames
{
    /// <summary>The type's full name in C#, <c>global::</c> in front.</summary>
    public static string Of(Type type)
    {
        if (type == typeof(object)) return "object";
        if (type.IsArray) return ArrayName(type);
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner) + "?";
        var text = new StringBuilder();
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var chain = new Stack<Type>();
        for (var at = type; at is not null && !IsScriptClass(at); at = at.DeclaringType) chain.Push(at);
        if (chain.Peek() is { DeclaringType: null } outer) text.Append("global::").Append(outer.Namespace is { } space ? space + "." : "");
        foreach (var part in chain)
        {
            var (name, arity) = Arity(part);
            text.Append(name);
            if (arity > 0) text.Append('<').AppendJoin(", ", Enumerable.Range(0, arity).Select(_ => Of(arguments.Dequeue()))).Append('>');
            if (part != type) text.Append('.');
        }
        return text.ToString();
    }

    /// <summary>The type itself when cells can name it; then what it derives from or implements, nearest and richest first; object at the end.</summary>
    public static IEnumerable<Type> Nearest(Type type)
    {
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
        {
            if (IsPublic(at)) yield return at;
        }
        foreach (var face in type.GetInterfaces().Where(IsPublic).OrderByDescending(face => face.GetInterfaces().Length))
        {
            if (face.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true) yield return face;
        }
        yield return typeof(object);
    }

    /// <summary>The assemblies a type's name needs.</summary>
    public static IEnumerable<Assembly> Assemblies(Type type) =>
        type.GetGenericArguments().SelectMany(Assemblies).Concat(type.GetElementType() is { } element ? Assemblies(element) : []).Append(type.Assembly).Distinct();

    private static bool IsPublic(Type type) =>
        (type.IsVisible || IsScriptClass(type.DeclaringType)) && !type.IsPointer && !type.IsByRefLike
        && type.GetGenericArguments().All(IsPublic) && (type.GetElementType() is not { } element || IsPublic(element));

    // Types that use a constant of the notebook stay inside the class of their cell.
    private static bool IsScriptClass(Type? type) => type is { IsNested: false, Namespace: null } && type.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is not null;

    private static string ArrayName(Type type)
    {
        var ranks = new StringBuilder();
        var element = type;
        for (; element.IsArray; element = element.GetElementType()!) ranks.Append('[').Append(',', element.GetArrayRank() - 1).Append(']');
        return Of(element) + ranks;
    }

    private static (string Name, int Arity) Arity(Type type)
    {
        var parts = type.Name.Split('`');
        return (parts[0], parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0);
    }
}
