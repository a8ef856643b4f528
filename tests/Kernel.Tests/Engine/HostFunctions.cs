namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Stands for the library a host gives to its cells.</summary>
public static class HostFunctions
{
    /// <summary>A function cells call by its bare name.</summary>
    public static int Answer() => 42;
}
