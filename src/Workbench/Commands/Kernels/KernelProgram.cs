using System.Reflection;
using System.Runtime.InteropServices;

namespace MarketingNotebooks.Workbench.Commands.Kernels;

/// <summary>The program a kernelspec starts.</summary>
internal static class KernelProgram
{
    /// <summary>This program's version, without the commit it was built from.</summary>
    public static string Version { get; } =
        typeof(KernelProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The folder of the running program.</summary>
    public static string Folder => Path.GetDirectoryName(typeof(KernelProgram).Assembly.Location)!;

    /// <summary>The command that starts a kernel from a folder that holds the program, with the full path of this process's <c>dotnet</c>:
    /// front ends started from a desktop have neither the shell's PATH nor its DOTNET_ROOT.</summary>
    public static IReadOnlyList<string> Argv(string folder) =>
        [Dotnet(), Path.Combine(folder, Path.GetFileName(typeof(KernelProgram).Assembly.Location)), "kernel", "run", "--connection-file", "{connection_file}"];

    private static string Dotnet()
    {
        var shared = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        var path = Path.GetFullPath(Path.Combine(shared, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(path) ? path : "dotnet";
    }
}
