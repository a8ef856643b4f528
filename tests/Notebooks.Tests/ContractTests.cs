using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Execution;
using MarketingNotebooks.Workbench.Checking;
using MarketingNotebooks.Workbench.Running;
using MarketingNotebooks.Workbench.Tests;

namespace MarketingNotebooks.Notebooks.Tests;

/// <summary>What every notebook of the collection promises. Running one changes the process's folder, so the tests run one after another.</summary>
[Collection("notebooks")]
public sealed class ContractTests
{
    private static readonly string[] Sections =
    [
        "What is at stake", "Data card", "The naive answer", "Method", "Result", "Truth against estimate", "Turn the knobs", "Decision",
        "What would change my mind", "Exercises", "Your own data",
    ];

    public static TheoryData<string> Notebooks => [.. Files.Select(path => Path.GetFileName(path))];

    private static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(TestRepository.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Is_stored_without_outputs_as_Jupyter_lays_it_out(string name)
    {
        var text = File.ReadAllText(PathOf(name));
        var document = NotebookDocument.Parse(text, name);
        Assert.Equal(document.ToJson(), text);
        Assert.All(document.Cells, cell => Assert.Empty(cell.Outputs));
        Assert.All(document.Cells, cell => Assert.Null(cell.ExecutionCount));
        Assert.Equal(document.Cells.Count, document.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Opens_with_a_question_and_explains_at_least_two_knobs(string name)
    {
        var document = NotebookDocument.Load(PathOf(name));
        Assert.StartsWith("# ", document.Cells[0].Source);
        Assert.Contains("?", document.Cells[0].Source);
        var parameters = NotebookParameters.Read(document);
        Assert.True(parameters.Count >= 2, $"{name} has {parameters.Count} parameters; two knobs at least.");
        Assert.All(parameters, parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.Description), $"Parameter '{parameter.Name}' has no comment."));
        Assert.NotNull(document.Metadata["marketing_notebooks"]?["question"]);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Runs_within_a_minute_through_every_section_to_the_ledgers_numbers(string name)
    {
        var (outcome, document) = await RunAsync(PathOf(name));
        Assert.Equal((RunStatus.Ok, (string?)null), (outcome.Status, outcome.Failure));
        Assert.True(outcome.Seconds < 60, $"{name} took {outcome.Seconds:0} s.");
        var headings = Prose(document).SelectMany(text => text.Split('\n')).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).ToList();
        Assert.Equal(Sections, headings.Select(heading => Sections.FirstOrDefault(section => heading.StartsWith(section, StringComparison.Ordinal)) ?? heading));
        Assert.Empty(LedgerCheck.Compare(Ledger.Load(Path.Combine(TestRepository.Root, "notebooks", "ledger.json")), outcome.Slug, outcome.Metrics));
        Assert.Equal(3, Shown(document, "text/plain").Count(text => text.Contains(": Not answered yet:", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Exercises_compute_their_solutions_and_refuse_wrong_answers(string name)
    {
        var document = NotebookDocument.Load(PathOf(name));
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code && cell.HasTag("exercise")))
        {
            var answered = cell.Source.Replace(" = null;", cell.Source.StartsWith("string", StringComparison.Ordinal) ? " = \"?\";" : " = -12345;", StringComparison.Ordinal);
            Assert.NotEqual(cell.Source, answered);
            cell.Source = answered;
        }
        var path = Path.Combine(TestRepository.Root, "notebooks", $".exercises-{Guid.NewGuid():N}.tmp");
        document.Save(path);
        try
        {
            var (outcome, executed) = await RunAsync(path);
            Assert.Equal((RunStatus.Ok, (string?)null), (outcome.Status, outcome.Failure));
            Assert.Equal(3, Shown(executed, "text/plain").Count(text => text.Contains(" is not it. Hint: ", StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_index_and_the_ledger_name_exactly_the_notebooks_on_disk()
    {
        var slugs = Files.Select(path => Path.GetFileNameWithoutExtension(path)!).ToList();
        Assert.Equal(slugs, Ledger.Load(Path.Combine(TestRepository.Root, "notebooks", "ledger.json")).Slugs);
        var index = File.ReadAllLines(Path.Combine(TestRepository.Root, "notebooks", "README.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal));
        Assert.Equal(slugs.Select(slug => $"[{slug}]({slug}.ipynb)"), index.Select(line => line.Split('|')[1].Trim()));
    }

    internal static async Task<(NotebookOutcome Outcome, NotebookDocument Document)> RunAsync(string path, params (string Name, string Value)[] parameters)
    {
        var folder = Directory.CreateTempSubdirectory("mn-").FullName;
        try
        {
            var output = Path.Combine(folder, Path.GetFileName(path));
            var outcome = await NotebookJob.RunAsync(path, output, parameters.ToDictionary(pair => pair.Name, pair => pair.Value));
            return (outcome, NotebookDocument.Load(output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static string PathOf(string name) => Path.Combine(TestRepository.Root, "notebooks", name);

    private static IEnumerable<string> Prose(NotebookDocument document) => document.Cells.SelectMany(cell => cell.Kind == CellKind.Markdown
        ? [cell.Source] : cell.Outputs.Select(output => Text(output, "text/markdown")).OfType<string>());

    private static IEnumerable<string> Shown(NotebookDocument document, string mime) =>
        document.Cells.SelectMany(cell => cell.Outputs).Select(output => Text(output, mime)).OfType<string>();

    private static string? Text(CellOutput output, string mime) =>
        (output switch { DisplayOutput display => display.Data, ResultOutput result => result.Data, _ => null })?[mime]?.ToString();
}
