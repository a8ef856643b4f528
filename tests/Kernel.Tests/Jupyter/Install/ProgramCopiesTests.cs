using System.Reflection.PortableExecutable;
using MarketingNotebooks.Kernel.Jupyter.Install;
using MarketingNotebooks.Kernel.Tests.Engine.Packages;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Install;

/// <summary>The compiled copy of a program, with a small one.</summary>
public sealed class ProgramCopiesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("copies").FullName;

    [RegistryFact]
    public async Task A_copy_holds_machine_code_and_is_made_once()
    {
        var program = Directory.CreateDirectory(Path.Combine(folder, "program", "assets")).Parent!.FullName;
        File.Copy(typeof(FactAttribute).Assembly.Location, Path.Combine(program, "xunit.core.dll"));
        File.Copy(typeof(Assert).Assembly.Location, Path.Combine(program, "left.dll"));
        File.WriteAllText(Path.Combine(program, "assets", "page.js"), "1");
        var copies = new ProgramCopies(Path.Combine(folder, "data"));
        var copy = await copies.AddAsync(program, name => name != "left.dll");
        Assert.Null(copy.Obstacle);
        Assert.Equal((true, false), (HasMachineCode(Path.Combine(copy.Folder, "xunit.core.dll")), HasMachineCode(Path.Combine(copy.Folder, "left.dll"))));
        Assert.False(HasMachineCode(Path.Combine(program, "xunit.core.dll")));
        Assert.Equal("1", File.ReadAllText(Path.Combine(copy.Folder, "assets", "page.js")));
        Assert.Equal([copy.Folder], Directory.GetDirectories(copies.Folder));

        Assert.Equal(copy, await copies.AddAsync(program, _ => throw new InvalidOperationException("Compiled again.")));
        File.WriteAllText(Path.Combine(program, "assets", "page.js"), "2");
        Assert.NotEqual(copy.Folder, (await copies.AddAsync(program, _ => false)).Folder);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_one_sentence()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        var error = await Assert.ThrowsAsync<KernelInstallException>(() => new ProgramCopies(file).AddAsync(folder, _ => true));
        Assert.StartsWith($"The folder {Path.Combine(file, "marketing-notebooks")} cannot be written to (", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static bool HasMachineCode(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
