using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>References to assemblies whose metadata stays where it is on disk, instead of being copied into memory.</summary>
/// <remarks>For files that do not change while the process runs: the framework's and those it has loaded. The base library's 170 files
/// are 70 MB; mapped, the compiler touches 5 MB of them. Mappings last as long as the process.</remarks>
internal static unsafe class MappedMetadata
{
    /// <summary>A reference to a file of the framework.</summary>
    public static PortableExecutableReference Of(string path)
    {
        using var stream = File.OpenRead(path);
        using var image = new PEReader(stream, PEStreamOptions.LeaveOpen);
        var (start, size) = (image.PEHeaders.MetadataStartOffset, image.PEHeaders.MetadataSize);
        var view = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read).CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* begin = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref begin);
        return Reference(begin + start, size, path);
    }

    /// <summary>A reference to a loaded assembly; null when the runtime does not show its metadata.</summary>
    public static PortableExecutableReference? Of(Assembly assembly) =>
        assembly.TryGetRawMetadata(out var begin, out var size) ? Reference(begin, size, assembly.Location) : null;

    private static PortableExecutableReference Reference(byte* begin, int size, string path) =>
        AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)begin, size)).GetReference(new FileDocumentation(path), filePath: path);
}
