using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>Runs the SDK's command line.</summary>
internal static class DotnetCommand
{
    /// <summary>The <c>dotnet</c> this process's runtime belongs to, else the one on the PATH: a front end started from a desktop
    /// passes on a PATH without it.</summary>
    public static string Path { get; } = Own() is { } own && File.Exists(own) ? own : "dotnet";

    /// <summary>Restores a project.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="project">Its file's name.</param>
    /// <param name="token">Ends the restore and its child processes.</param>
    /// <returns>The exit code and all it printed.</returns>
    /// <exception cref="PackageException">There is no SDK.</exception>
    public static Task<(int Code, string Output)> RestoreAsync(string folder, string project, CancellationToken token) =>
        RunAsync(Path, folder, ["restore", project, "--nologo", "--disable-build-servers", "-v", "quiet", "-nodeReuse:false"], token);

    /// <summary>Runs a program to its end.</summary>
    /// <inheritdoc cref="RestoreAsync"/>
    public static async Task<(int Code, string Output)> RunAsync(string program, string folder, IEnumerable<string> arguments, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Start(start);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new PackageException($"Packages need the .NET SDK, and '{start.FileName}' cannot be started ({error.Message.TrimEnd('.')}); install the SDK or add it to the PATH.", error);
        }
    }

    // …/shared/Microsoft.NETCore.App/10.0.0 lies beside the program. A runtime without an SDK beside it cannot restore.
    private static string? Own()
    {
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()), "..", "..", ".."));
        return Directory.Exists(System.IO.Path.Combine(root, "sdk")) ? System.IO.Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet") : null;
    }
}
