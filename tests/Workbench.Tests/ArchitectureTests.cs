using System.Xml.Linq;

namespace MarketingNotebooks.Workbench.Tests;

/// <summary>Arrows point down only: Numerics ← Data ← Learning ← Marketing ← Charts ← MarketingNotebooks; the kernel knows none of them.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Assets"] = [],
        ["Numerics"] = [],
        ["Data"] = ["Numerics", "Assets"],
        ["Learning"] = ["Data"],
        ["Marketing"] = ["Learning"],
        ["Charts"] = ["Marketing", "Assets"],
        ["MarketingNotebooks"] = ["Charts"],
        ["Kernel"] = [],
        ["Workbench"] = ["MarketingNotebooks", "Kernel"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(TestRepository.Root, "src")).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_lies_below_it(string project)
    {
        var file = Directory.GetFiles(Path.Combine(TestRepository.Root, "src", project), "*.csproj").Single();
        var references = XDocument.Load(file).Descendants("ProjectReference").Select(reference => (string)reference.Attribute("Include")!)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path.Replace('\\', '/')))!).Order();
        Assert.True(Allowed.ContainsKey(project), $"src/{project} is not in the plan of the house.");
        Assert.Equal(Allowed[project].Order(), references);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_are_namespaces(string project)
    {
        var folder = Path.Combine(TestRepository.Root, "src", project);
        var own = project == "MarketingNotebooks" ? "MarketingNotebooks" : $"MarketingNotebooks.{project}";
        foreach (var file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            var parts = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar);
            // Notebooks written for .NET Interactive name its namespaces; what they name stands in one folder.
            if (project == "Kernel" && parts is ["Engine", "Compatibility", ..]) continue;
            if (parts[0] is "bin" or "obj" or "node_modules" || Path.GetFileName(file) == "Program.cs") continue;
            var expected = string.Join('.', parts.Where(part => part != ".").Prepend(own));
            var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            Assert.True(line == $"namespace {expected};", $"{Path.GetRelativePath(TestRepository.Root, file)} should say 'namespace {expected};'. Got '{line}'.");
        }
    }
}
