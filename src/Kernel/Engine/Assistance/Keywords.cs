namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Words of the language, by where they can stand.</summary>
internal static class Keywords
{
    private static readonly string[] Types =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string",
        "uint", "ulong", "ushort",
    ];

    private static readonly string[] Values =
    [
        "await", "base", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "out", "ref", "sizeof", "stackalloc",
        "static", "this", "throw", "true", "typeof", "unchecked",
    ];

    private static readonly string[] Joins =
    [
        "and", "as", "ascending", "by", "descending", "equals", "group", "in", "into", "is", "join", "let", "not", "on", "or", "orderby",
        "select", "switch", "when", "where", "with",
    ];

    private static readonly string[] Statements =
    [
        "abstract", "async", "await", "break", "case", "catch", "class", "const", "continue", "default", "delegate", "do", "else", "enum",
        "event", "extension", "finally", "fixed", "for", "foreach", "get", "goto", "if", "implicit", "init", "interface", "internal", "lock",
        "namespace", "new", "operator", "override", "params", "partial", "private", "protected", "public", "readonly", "record", "required",
        "return", "sealed", "set", "static", "struct", "switch", "this", "throw", "try", "unsafe", "using", "var", "virtual", "void",
        "where", "while", "yield",
    ];

    /// <summary>Words that can begin a statement or a member.</summary>
    public static IEnumerable<string> AtStart { get; } = [.. Statements.Concat(Types).Concat(Values).Distinct()];

    /// <summary>Words that can begin a value or a type.</summary>
    public static IEnumerable<string> AtValue { get; } = [.. Values.Concat(Types)];

    /// <summary>Words that can follow a value.</summary>
    public static IEnumerable<string> AfterValue => Joins;
}
