using System.Diagnostics;

namespace MarketingNotebooks.Marketing.Tests.Pandas;

/// <summary>A test that needs a Python with pandas and is skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PandasFactAttribute : FactAttribute
{
    public PandasFactAttribute() => Skip = Python is null ? "No python3 imports pandas (Debian: python3-pandas)." : null;

    /// <summary>The first Python that imports pandas; null for none.</summary>
    public static string? Python { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
        .Select(folder => Path.Combine(folder, "python3")).Distinct().Where(File.Exists).FirstOrDefault(python => Run(python, "-c", "import pandas") == "");

    /// <summary>Runs a program; "" when it went well, else what it said.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"Exit code {process.ExitCode}. {said}";
    }
}
