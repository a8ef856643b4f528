using MarketingNotebooks.Data.Tests.Engines.Remote;
using MarketingNotebooks.Kernel.Jupyter.Install;

namespace MarketingNotebooks.Conformance;

/// <summary>Installs the kernel just built into a Jupyter data folder of its own and runs Debian's Python clients against it.</summary>
public sealed class KernelFixture : IDisposable
{
    // The system's Python before one of a version manager: the system's packages belong to it.
    internal static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static readonly string Clients = Path.Combine(AppContext.BaseDirectory, "clients");

    /// <summary>Jupyter's data folder, and the clients' home.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("mn-conformance-").FullName;

    public KernelFixture()
    {
        var program = typeof(Workbench.ExitCode).Assembly.Location;
        string[] argv = ["dotnet", program, "kernel", "run", "--connection-file", "{connection_file}"];
        string[] names = [KernelSpec.CompatibleName, KernelSpec.OwnName];
        new KernelSpecs(Path.Combine(Folder, "jupyter")).Install([.. names.Select(name => KernelSpec.For(name, argv, "1.0.0"))], force: false);
    }

    /// <summary>Runs a client to its end and fails with its output unless it succeeds.</summary>
    /// <param name="client">A file in <c>clients/</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAsync(string client, params string[] arguments)
    {
        var result = await PythonProcess.RunAsync(Python, [Path.Combine(Clients, client), .. arguments], Folder, Environment()).ConfigureAwait(false);
        Assert.True(result.Code == 0, $"{client} {string.Join(' ', arguments)} ended with {result.Code}:\n{result.Output}");
        return result.Output;
    }

    /// <summary>Runs a Python module as a command.</summary>
    public Task<(int Code, string Output)> ModuleAsync(params string[] arguments) =>
        PythonProcess.RunAsync(Python, ["-m", .. arguments], Folder, Environment());

    /// <summary>Why the clients cannot be used; null when they can.</summary>
    public static string? Obstacle { get; } = PythonProcess.Obstacle(Python, "jupyter_kernel_test", "nbclient", "nbconvert");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The variables under which clients find the kernel and nothing of the user's.</summary>
    internal Dictionary<string, string> Environment() => new()
    {
        ["HOME"] = Folder,
        ["XDG_DATA_HOME"] = Path.Combine(Folder, "data"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "jupyter"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(Folder, "config"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime"),
        ["DOTNET_CLI_HOME"] = Folder,
        ["PYTHONPATH"] = Path.Combine(Clients, "site"),
        ["MN_TEST_PORTS"] = ServerPort.Folder,
    };
}

/// <summary>A test that needs Debian's Jupyter clients.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClientsFactAttribute : FactAttribute
{
    public ClientsFactAttribute() => Skip = KernelFixture.Obstacle;
}

/// <summary>Tests that need Debian's Jupyter clients.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClientsTheoryAttribute : TheoryAttribute
{
    public ClientsTheoryAttribute() => Skip = KernelFixture.Obstacle;
}
