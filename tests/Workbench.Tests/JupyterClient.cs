using System.Diagnostics;

namespace MarketingNotebooks.Workbench.Tests;

/// <summary>Jupyter's own Python client, a peer to test against.</summary>
internal static class JupyterClient
{
    // The system's Python before one of a version manager: the system's packages belong to it.
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static readonly Lazy<string?> Check = new(() =>
    {
        try
        {
            return Run(["-c", "import jupyter_client"]).Code == 0 ? null : "jupyter_client is not installed; install python3-jupyter-client to run this test.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Python is not installed; install it and jupyter_client to run this test.";
        }
    });

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static string? Obstacle => Check.Value;

    /// <summary>Runs Python with arguments and environment variables.</summary>
    public static (int Code, string Output) Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}

/// <summary>A test that needs Jupyter's Python client.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JupyterClientFactAttribute : FactAttribute
{
    public JupyterClientFactAttribute() => Skip = JupyterClient.Obstacle;
}
