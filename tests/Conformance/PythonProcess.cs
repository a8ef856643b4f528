using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MarketingNotebooks.Conformance;

/// <summary>Runs Python.</summary>
internal static class PythonProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="python">The interpreter.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Variables added to those of this process.</param>
    /// <returns>Exit code, and both streams in order.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string python, string[] arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(python, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync().ConfigureAwait(false);
        return (process.ExitCode, output.ToString());

        void Add(string? line)
        {
            if (line is null) return;
            lock (output) output.AppendLine(line);
        }
    }

    /// <summary>Why modules cannot be used; null when they can.</summary>
    public static string? Obstacle(string python, params string[] modules)
    {
        try
        {
            var (code, _) = RunAsync(python, ["-c", "import " + string.Join(", ", modules)], AppContext.BaseDirectory, new Dictionary<string, string>()).GetAwaiter().GetResult();
            return code == 0 ? null : $"Jupyter's Python clients are not installed ({string.Join(", ", modules)}); .ci/run installs them.";
        }
        catch (Win32Exception)
        {
            return "Python is not installed; .ci/run installs it with Jupyter's clients.";
        }
    }
}
