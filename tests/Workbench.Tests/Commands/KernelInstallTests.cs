using System.Text.Json.Nodes;

namespace MarketingNotebooks.Workbench.Tests.Commands;

/// <summary><c>mn kernel install|uninstall|list</c> as a user meets them, in a Jupyter data folder of the test's own.</summary>
public sealed class KernelInstallTests : IDisposable
{
    private readonly Mn mn = new();

    private string Prefix => Path.Combine(mn.Folder, "prefix");

    private string Kernels => Path.Combine(Prefix, "share", "jupyter", "kernels");

    [Fact]
    public async Task Install_writes_both_specs_with_a_command_that_works_from_anywhere()
    {
        var (code, output, errors) = await InstallAsync();
        Assert.True(code == ExitCode.Ok, errors);
        foreach (var (name, shown) in new[] { (".net-csharp", ".NET (C#)"), ("marketing-notebooks", "MarketingNotebooks (C#)") })
        {
            Assert.Contains($"Installed {shown} as {name} in {Path.Combine(Kernels, name)}.", output, StringComparison.Ordinal);
            var spec = Spec(name);
            Assert.Equal((shown, "C#", "message"), ((string?)spec["display_name"], (string?)spec["language"], (string?)spec["interrupt_mode"]));
            Assert.False(string.IsNullOrEmpty((string?)spec["metadata"]!["marketing_notebooks"]!["version"]));
            var argv = spec["argv"]!.AsArray().Select(part => (string)part!).ToList();
            Assert.True(File.Exists(argv[0]) && File.Exists(argv[1]), string.Join(' ', argv));
            Assert.Equal(["kernel", "run", "--connection-file", "{connection_file}"], argv[2..]);
            foreach (var logo in new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg" }) Assert.True(File.Exists(Path.Combine(Kernels, name, logo)), logo);
        }
        Assert.Contains("jupyter lab", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_products_spec_stops_the_installation_before_anything_is_written()
    {
        var json = Foreign(".net-csharp");
        var (code, output, errors) = await InstallAsync();
        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Equal($"The kernelspec '.net-csharp' in {Path.Combine(Kernels, ".net-csharp")} belongs to another product (Theirs). Use --force to move it to {Kernels}-backup and install ours, or --name to choose another name.", errors.Trim());
        Assert.Equal("{\"argv\":[\"theirs\"],\"display_name\":\"Theirs\"}", File.ReadAllText(json));
        Assert.Equal([".net-csharp"], Directory.GetDirectories(Kernels).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Force_keeps_the_other_products_spec_where_Jupyter_does_not_look_and_uninstall_says_where()
    {
        Foreign(".net-csharp");
        var (code, output, errors) = await InstallAsync("--force");
        Assert.True(code == ExitCode.Ok, errors);
        var backup = Path.Combine(Kernels + "-backup", ".net-csharp");
        Assert.Contains($"The kernelspec that was there is kept in {backup}.", output, StringComparison.Ordinal);
        Assert.Contains("Theirs", File.ReadAllText(Path.Combine(backup, "kernel.json")), StringComparison.Ordinal);
        Assert.NotNull(Spec(".net-csharp")["metadata"]!["marketing_notebooks"]);
        Assert.Equal([".net-csharp", "marketing-notebooks"], Directory.GetDirectories(Kernels).Select(Path.GetFileName).Order());

        (code, output, errors) = await mn.RunAsync("kernel", "uninstall", "--prefix", Prefix);
        Assert.True(code == ExitCode.Ok, errors);
        Assert.Contains($"Removed .net-csharp from {Path.Combine(Kernels, ".net-csharp")}.", output, StringComparison.Ordinal);
        Assert.Contains(backup, output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Kernels));
    }

    [Fact]
    public async Task Installing_again_replaces_our_own_and_leaves_nothing_behind()
    {
        Assert.Equal(ExitCode.Ok, (await InstallAsync()).Code);
        File.WriteAllText(Path.Combine(Kernels, ".net-csharp", "stale"), "");
        var (code, _, errors) = await InstallAsync();
        Assert.True(code == ExitCode.Ok, errors);
        Assert.False(File.Exists(Path.Combine(Kernels, ".net-csharp", "stale")));
        Assert.Equal([".net-csharp", "marketing-notebooks"], Directory.GetDirectories(Kernels).Select(Path.GetFileName).Order());
        Assert.DoesNotContain(Directory.GetDirectories(Path.GetDirectoryName(Kernels)!), folder => Path.GetFileName(folder).StartsWith(".installing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Uninstall_leaves_what_is_not_ours()
    {
        Foreign(".net-csharp");
        var (code, output, _) = await mn.RunAsync("kernel", "uninstall", "--prefix", Prefix);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("none of ours", output, StringComparison.Ordinal);
        (code, _, var errors) = await mn.RunAsync("kernel", "uninstall", "--prefix", Prefix, "--name", ".net-csharp");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("belongs to another product (Theirs)", errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Kernels, ".net-csharp", "kernel.json")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_one_sentence()
    {
        var file = mn.Write("file", "");
        var (code, output, errors) = await mn.RunAsync("kernel", "install", "--in-place", "--prefix", file);
        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Matches(@"^The folder .*file.* cannot be written to \(.*\)\. Choose another with --user, --sys-prefix or --prefix DIR\.\s*$", errors);
    }

    [Fact]
    public async Task Two_places_at_once_are_refused()
    {
        var (code, _, errors) = await mn.RunAsync("kernel", "install", "--user", "--prefix", Prefix);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Equal("--user, --sys-prefix and --prefix exclude one another. Got --user and --prefix; keep one.", errors.Trim());
    }

    [JupyterClientFact]
    public async Task Jupyters_own_client_lists_the_specs_and_not_the_backups()
    {
        Foreign(".net-csharp");
        Assert.Equal(ExitCode.Ok, (await InstallAsync("--force")).Code);
        var (_, listed) = JupyterClient.Run(["-m", "jupyter_client.kernelspecapp", "list", "--json"], ("JUPYTER_PATH", Path.Combine(Prefix, "share", "jupyter")));
        var specs = JsonNode.Parse(listed)!["kernelspecs"]!;
        Assert.Equal(".NET (C#)", (string?)specs[".net-csharp"]!["spec"]!["display_name"]);
        Assert.Equal("message", (string?)specs["marketing-notebooks"]!["spec"]!["interrupt_mode"]);
        Assert.DoesNotContain("backup", listed, StringComparison.Ordinal);
    }

    public void Dispose() => mn.Dispose();

    private Task<(int Code, string Output, string Errors)> InstallAsync(params string[] more) =>
        mn.RunAsync(["kernel", "install", "--in-place", "--prefix", Prefix, .. more]);

    private JsonNode Spec(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Kernels, name, "kernel.json")))!;

    private string Foreign(string name)
    {
        Directory.CreateDirectory(Path.Combine(Kernels, name));
        var path = Path.Combine(Kernels, name, "kernel.json");
        File.WriteAllText(path, "{\"argv\":[\"theirs\"],\"display_name\":\"Theirs\"}");
        return path;
    }
}
