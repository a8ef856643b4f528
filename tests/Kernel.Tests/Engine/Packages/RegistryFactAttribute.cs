using System.Diagnostics;

namespace MarketingNotebooks.Kernel.Tests.Engine.Packages;

/// <summary>A test that restores a public package; skipped, with the reason, when none of the SDK's package sources can be reached.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RegistryFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Obstacle = new(() =>
    {
        var sources = Sources();
        return sources.Any(IsReachable) ? null : $"None of the SDK's {sources.Count} enabled package sources on the network can be reached.";
    });

    public RegistryFactAttribute() => Skip = Obstacle.Value;

    private static List<Uri> Sources()
    {
        const string Enabled = "E ";
        using var list = Process.Start(new ProcessStartInfo("dotnet", ["nuget", "list", "source", "--format", "short"]) { RedirectStandardOutput = true })!;
        var lines = list.StandardOutput.ReadToEnd().Split('\n');
        return [.. lines.Where(line => line.StartsWith(Enabled, StringComparison.Ordinal))
            .Select(line => Uri.TryCreate(line[Enabled.Length..].Trim(), UriKind.Absolute, out var address) ? address : null)
            .OfType<Uri>().Where(address => address.Scheme is "http" or "https")];
    }

    private static bool IsReachable(Uri source)
    {
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, source), HttpCompletionOption.ResponseHeadersRead);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
