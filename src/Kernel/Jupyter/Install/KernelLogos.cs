namespace MarketingNotebooks.Kernel.Jupyter.Install;

/// <summary>The pictures front ends show beside a kernel's name.</summary>
internal static class KernelLogos
{
    private const string Prefix = "Logos/";

    /// <summary>Writes all of them into a kernelspec's folder.</summary>
    public static void Write(string folder)
    {
        var assembly = typeof(KernelLogos).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var picture = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(folder, name[Prefix.Length..]));
            picture.CopyTo(file);
        }
    }
}
