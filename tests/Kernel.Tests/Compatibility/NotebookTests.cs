using System.Runtime.CompilerServices;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Kernel.Tests.Compatibility;

/// <summary>Notebooks in the form of .NET Interactive's give the outputs that are saved in them.</summary>
/// <remarks>After a change that is meant to show, run with KERNEL_TESTS_ACCEPT=1 and read the difference in the files.</remarks>
public class NotebookTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "notebooks");

    public static TheoryData<string> Files => [.. Names()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_notebook_gives_the_outputs_saved_in_it(string name)
    {
        var path = Path.Combine(Folder, name);
        var answers = new Queue<string>(["Ada", "secret", "12"]);
        var document = NotebookDocument.Load(path);
        var expected = document.ToJson();
        var result = await NotebookRunner.RunAsync(document, new RunOptions
        {
            Session = new SessionOptions { Folder = Folder, Input = (request, _) => name == "input.ipynb" ? Answer(request) : throw new NoInputException() },
            Timeout = TimeSpan.FromMinutes(5),
        });
        Assert.True(result.Status == RunStatus.Ok, result.Failure?.ToString() + "\n" + string.Join('\n', result.Failure?.Error.Traceback ?? []));
        if (Environment.GetEnvironmentVariable("KERNEL_TESTS_ACCEPT") == "1") document.Save(path);
        else Assert.Equal(expected, document.ToJson());

        string Answer(InputRequest request)
        {
            Console.WriteLine(request);
            return answers.Dequeue();
        }
    }

    [Fact]
    public void Every_notebook_has_outputs_to_compare() => Assert.All(Names(), name =>
        Assert.Contains(NotebookDocument.Load(Path.Combine(Folder, name)).Cells, cell => cell.Outputs.Count > 0));

    private static IEnumerable<string> Names() => Directory.GetFiles(Folder, "*.ipynb").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;
}
