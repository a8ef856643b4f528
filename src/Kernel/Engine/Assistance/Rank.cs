using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>How near a completion lies to what is being written; lower comes first.</summary>
internal static class Rank
{
    /// <summary>What the place asks for: members of an initialiser, named arguments, values of the enum, columns.</summary>
    public const int Expected = 0;

    /// <summary>Names of types.</summary>
    public const int Type = 5;

    /// <summary>Words of the language.</summary>
    public const int Keyword = 6;

    /// <summary>What its author advises against.</summary>
    public const int Obsolete = 9;

    /// <summary>The rank of a symbol by its kind.</summary>
    public static int Of(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => 1,
        { ContainingType.IsScriptClass: true } => 2,
        { ContainingType.SpecialType: SpecialType.System_Object } => 4,
        INamedTypeSymbol or ITypeParameterSymbol or IAliasSymbol => Type,
        INamespaceSymbol => 7,
        _ => 3,
    };
}
