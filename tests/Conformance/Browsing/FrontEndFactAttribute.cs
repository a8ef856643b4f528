using MarketingNotebooks.Browser;

namespace MarketingNotebooks.Conformance.Browsing;

/// <summary>A test that needs a browser and Jupyter's clients; skipped with the reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FrontEndFactAttribute : FactAttribute
{
    /// <param name="modules">Python modules needed beside the clients.</param>
    public FrontEndFactAttribute(params string[] modules) =>
        Skip = Chromium.Obstacle ?? KernelFixture.Obstacle ?? (modules.Length == 0 ? null : PythonProcess.Obstacle(KernelFixture.Python, modules));
}
