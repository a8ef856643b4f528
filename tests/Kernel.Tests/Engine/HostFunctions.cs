namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Stands for the library a host gives to its cells.</summary>
public static class HostFunctions
{
    /// <summary>A function cells call by its bare name.</summary>
    public static int Answer() => 42;

    /// <summary>Lets <see cref="IsLetGo"/> be true.</summary>
    public static bool LetGo { get; set; }

    /// <summary>False until it is let go; as compiled code of a library, it tests for no interrupt.</summary>
    public static bool IsLetGo(int number) => LetGo;
}
