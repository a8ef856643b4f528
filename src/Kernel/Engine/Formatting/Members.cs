using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>What of an object is shown: public properties, then public fields; and which types speak for themselves.</summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<object, object?> Read)>> Cache = new();

    /// <summary>Names and getters, in order of declaration. A getter that throws gives a text that says so.</summary>
    public static IReadOnlyList<(string Name, Func<object, object?> Read)> Of(Type type) => Cache.GetOrAdd(type, static type =>
    {
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike && !property.PropertyType.IsPointer)
            .Select(property => (property.Name, Safe(property.GetValue)));
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public).Select(field => (field.Name, Safe(field.GetValue)));
        return [.. properties.Concat(fields).DistinctBy(member => member.Name)];
    });

    /// <summary>Numbers, texts, dates and the like, shown by one literal.</summary>
    public static bool IsScalar(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal)
        || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly)
        || type == typeof(TimeSpan) || type == typeof(Guid) || type == typeof(Uri) || type == typeof(Half) || type == typeof(Int128)
        || type == typeof(UInt128) || type == typeof(System.Numerics.BigInteger) || type == typeof(Version) || typeof(Type).IsAssignableFrom(type);

    /// <summary>True when somebody wrote a ToString for the type; those records and anonymous types get do not count.</summary>
    public static bool HasOwnText(Type type)
    {
        var method = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        return method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType)
            && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsAnonymous(type);
    }

    /// <summary>True for types made by <c>new { … }</c>.</summary>
    public static bool IsAnonymous(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    /// <summary>A type's name in C#, without namespace: <c>List&lt;int&gt;</c>.</summary>
    public static string Name(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : Keyword(type) ?? name;
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Double => "double",
        TypeCode.Single => "float",
        TypeCode.Decimal => "decimal",
        TypeCode.Boolean => "bool",
        TypeCode.String => "string",
        TypeCode.Char => "char",
        TypeCode.Byte => "byte",
        _ => type == typeof(object) ? "object" : type.IsArray ? Name(type.GetElementType()!) + "[]" : null,
    };

    private static Func<object, object?> Safe(Func<object, object?> read) => owner =>
    {
        try
        {
            return read(owner);
        }
        catch (Exception error)
        {
            return new Fault((error as TargetInvocationException)?.InnerException ?? error);
        }
    };

    /// <summary>Stands for a value whose getter threw.</summary>
    internal sealed record Fault(Exception Error)
    {
        public override string ToString() => $"<{Error.GetType().Name}: {Error.Message}>";
    }
}
