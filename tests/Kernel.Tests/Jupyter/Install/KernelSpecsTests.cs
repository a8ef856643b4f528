using MarketingNotebooks.Kernel.Jupyter.Install;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Install;

/// <summary>Kernelspecs in a data folder of the test's own.</summary>
public sealed class KernelSpecsTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("jupyter").FullName;

    [Fact]
    public void A_spec_reads_back_as_it_was_written()
    {
        var spec = KernelSpec.For("Shop-1.x", ["/bin/sh", "/no/such/file", "{connection_file}"], "2.0") with { Environment = new Dictionary<string, string> { ["A"] = "b" } };
        var done = Assert.Single(new KernelSpecs(data).Install([spec]));
        var read = InstalledKernel.Read(done.Folder);
        Assert.Equal(("shop-1.x", "MarketingNotebooks (C#, Shop-1.x)", "2.0", "/no/such/file"), (read.Name, read.DisplayName, read.Version, read.Missing));
        Assert.Equal(spec.Argv, read.Argv);
        Assert.Equal("b", (string?)spec.ToJson()["env"]!["A"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("käse")]
    public void A_name_Jupyter_would_not_take_is_refused(string name) => Assert.Equal(
        $"A kernel's name consists of letters, digits, '.', '_' and '-'. Got '{name}'; choose another, e.g. marketing-notebooks.",
        Assert.Throws<KernelInstallException>(() => KernelSpec.For(name, [], "1")).Message);

    [Theory]
    [InlineData(null)]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{\"argv\":3,\"display_name\":[],\"metadata\":{\"marketing_notebooks\":true}}")]
    public void A_folder_we_cannot_read_counts_as_another_products(string? json)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, "kernels", "Mine")).FullName;
        if (json is not null) File.WriteAllText(Path.Combine(folder, "kernel.json"), json);
        var specs = new KernelSpecs(data);
        Assert.Throws<KernelInstallException>(() => specs.Install([KernelSpec.For("other", [], "1"), KernelSpec.For("mine", [], "1")]));
        Assert.Equal([folder], Directory.GetDirectories(specs.Folder));
        Assert.Equal(Path.Combine(specs.Backups, "mine"), specs.Install([KernelSpec.For("mine", [], "1")], force: true)[0].Backup);
        Assert.Equal("mine", Path.GetFileName(Assert.Single(Directory.GetDirectories(specs.Folder))));
    }

    [Fact]
    public void Backups_do_not_overwrite_one_another()
    {
        var specs = new KernelSpecs(data);
        foreach (var expected in new[] { "mine", "mine-2", "mine-3" })
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(specs.Folder, "mine")).FullName, "kernel.json"), $"{{\"display_name\":\"{expected}\"}}");
            Assert.Equal(Path.Combine(specs.Backups, expected), specs.Install([KernelSpec.For("mine", [], "1")], force: true)[0].Backup);
        }
        Assert.Equal(3, specs.Kept("mine").Count);
        Assert.All(specs.Kept("mine"), folder => Assert.Equal(Path.GetFileName(folder), InstalledKernel.Read(folder).DisplayName));
    }

    [Fact]
    public void Copies_that_nothing_starts_are_pruned_the_newest_last()
    {
        var copies = new ProgramCopies(data);
        var folders = Enumerable.Range(0, 4).Select(i => Directory.CreateDirectory(Path.Combine(copies.Folder, $"copy{i}")).FullName).ToList();
        foreach (var (i, folder) in folders.Index()) Directory.SetLastWriteTimeUtc(folder, new DateTime(2026, 1, 1 + i, 0, 0, 0, DateTimeKind.Utc));
        new KernelSpecs(data).Install([KernelSpec.For("mine", ["dotnet", Path.Combine(folders[0], "mn.dll")], "1")]);
        Assert.Equal([folders[2], folders[1]], copies.Prune(keep: 1));
        new KernelSpecs(data).Uninstall(["mine"]);
        copies.Prune(keep: 0);
        Assert.False(Directory.Exists(copies.Folder));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
