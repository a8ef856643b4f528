using System.Diagnostics;
using System.Text;
using MarketingNotebooks.Data.Tests.Engines.Remote;

namespace MarketingNotebooks.Conformance.Browsing;

/// <summary>The classic Jupyter Notebook server on this machine's loopback, in a folder with copies of the repository's notebooks.</summary>
public sealed class NotebookServer : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly KernelFixture kernel = new();
    private readonly StringBuilder log = new();
    private Process? process;

    /// <summary>The folder it serves.</summary>
    public string Folder => Path.Combine(kernel.Folder, "work");

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (KernelFixture.Obstacle is not null) return;
        CopyNotebooks();
        var port = ServerPort.Take();
        Address = $"http://127.0.0.1:{port}";
        string[] arguments = ["-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0", "--NotebookApp.token=", "--NotebookApp.password=", Folder];
        var start = new ProcessStartInfo(KernelFixture.Python, arguments) { WorkingDirectory = kernel.Folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in kernel.Environment()) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        await AnswersAsync();
    }

    /// <summary>What it has logged.</summary>
    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    public Task DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        process?.Dispose();
        kernel.Dispose();
    }

    private void CopyNotebooks()
    {
        Directory.CreateDirectory(Folder);
        foreach (var notebook in Directory.EnumerateFiles(Path.Combine(NotebookTests.Repository, "notebooks"), "*.ipynb"))
            File.Copy(notebook, Path.Combine(Folder, Path.GetFileName(notebook)));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "data"), Path.Combine(NotebookTests.Repository, "data"));
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await client.GetStringAsync(new Uri(Address + "/api/status"));
                return;
            }
            catch (HttpRequestException) when (clock.Elapsed < Patience && !process!.HasExited)
            {
                await Task.Delay(100);
            }
            catch (HttpRequestException)
            {
                Assert.Fail("The notebook server did not start:\n" + Log);
            }
        }
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (log) log.AppendLine(line);
    }
}
