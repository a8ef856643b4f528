using System.Diagnostics;

namespace MarketingNotebooks.Browser;

/// <summary>The collection's own notebooks, executed and rendered by the command line as a reader would.</summary>
public sealed class MnFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("browser-mn-").FullName;
    private readonly Lazy<IReadOnlyList<string>> _pages;

    public MnFixture() => _pages = new(Render);

    /// <summary>The notebooks of the repository; empty when it has none.</summary>
    public static IReadOnlyList<string> Notebooks { get; } = Find();

    /// <summary>The pages written, the index first. Runs all notebooks on first use.</summary>
    public IReadOnlyList<string> Pages => _pages.Value;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<string> Render()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(Path.GetDirectoryName(Notebooks[0]))! };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "mn.dll"), "render", .. Notebooks, "--out", _folder]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"mn render ended with {process.ExitCode}:\n{output}\n{errors.Result}");
        return [Path.Combine(_folder, "index.html"), .. Notebooks.Select(notebook => Path.Combine(_folder, Path.GetFileNameWithoutExtension(notebook) + ".html"))];
    }

    private static IReadOnlyList<string> Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "MarketingNotebooks.sln"))) continue;
            var notebooks = Path.Combine(folder.FullName, "notebooks");
            return Directory.Exists(notebooks) ? [.. Directory.EnumerateFiles(notebooks, "*.ipynb").Order(StringComparer.Ordinal)] : [];
        }
        return [];
    }
}

/// <summary>A test of the collection's notebooks in a browser; skipped with the reason where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotebooksFactAttribute : FactAttribute
{
    public NotebooksFactAttribute() => Skip = Chromium.Obstacle ?? (MnFixture.Notebooks.Count == 0 ? "The repository has no notebooks." : null);
}
