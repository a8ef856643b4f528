using System.Net.Sockets;

namespace MarketingNotebooks.Kernel.Tests.Engine.Packages;

/// <summary>A test that restores a public package; skipped, with the reason, when it is not on this machine and the registry cannot be reached.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RegistryFactAttribute : FactAttribute
{
    private const string Registry = "https://api.nuget.org/v3/index.json";

    private static readonly Lazy<string?> Obstacle = new(() =>
    {
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, Registry), HttpCompletionOption.ResponseHeadersRead);
            return answer.IsSuccessStatusCode ? null : $"The package registry answers {(int)answer.StatusCode}.";
        }
        catch (Exception error) when (error is HttpRequestException or SocketException or TaskCanceledException)
        {
            return $"The package registry cannot be reached: {error.Message}";
        }
    });

    public RegistryFactAttribute() => Skip = Obstacle.Value;
}
