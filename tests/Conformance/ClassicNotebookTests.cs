using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MarketingNotebooks.Conformance.Browsing;
using Microsoft.Playwright;

namespace MarketingNotebooks.Conformance;

/// <summary>The classic Jupyter Notebook, driven in a browser.</summary>
public sealed class ClassicNotebookTests(NotebookServer server, BrowserFixture browser) : IClassFixture<NotebookServer>, IClassFixture<BrowserFixture>
{
    private const string Notebook = "01-can-we-trust-this-table";

    [FrontEndFact("notebook")]
    public async Task A_notebook_runs_as_a_whole_and_draws_its_figures()
    {
        await using var page = await ClassicPage.OpenAsync(browser, server, Notebook + ".ipynb");
        await page.RunAllAsync();
        var figures = await page.FiguresAsync();
        await PicturesAsync(page, figures.Length);
        var outputs = (await page.DocumentAsync())["cells"]!.AsArray().SelectMany(cell => cell!["outputs"]?.AsArray() ?? []).ToList();
        Assert.DoesNotContain(outputs, output => (string?)output!["output_type"] == "error");
        var metrics = outputs.Select(output => output!["data"]?["application/vnd.marketing-notebooks.metric+json"]).OfType<JsonObject>()
            .ToDictionary(metric => (string)metric["name"]!, metric => (double)metric["value"]!);
        var ledger = JsonNode.Parse(File.ReadAllText(Path.Combine(NotebookTests.Repository, "notebooks", "ledger.json")))![Notebook]!.AsObject();
        foreach (var (name, entry) in ledger) Assert.Equal((double)entry!["value"]!, metrics[name], (double)entry["tolerance"]! + 1e-9 * Math.Abs(metrics[name]));
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.True(figure is { State: "drawn", Marks: > 0, Width: > 500 and < 1200 }, figure.ToString()));
        // The server's own missing files (extensions it looks for, fonts) are no fault of the kernel.
        var faults = page.Problems.Where(problem => !Regex.IsMatch(problem, "^console: (Failed to load resource|Refused to execute script|Access to font)"));
        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [FrontEndFact("notebook")]
    public async Task Interrupt_and_restart_do_what_their_buttons_say()
    {
        await using var page = await NewAsync("buttons");
        await page.RunAsync("var kept = 42;");
        var endless = await page.StartAsync("while (true) { }");
        await page.Page.WaitForFunctionAsync("index => Jupyter.notebook.get_cell(index).input_prompt_number === '*' && Jupyter.notebook.kernel_busy", endless);
        await page.PressAsync("interrupt-kernel");
        await page.IdleAsync();
        Assert.Contains("interrupted", await page.TextAsync(endless), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("42", await page.RunAsync("kept"));
        await page.PressAsync("confirm-restart-kernel");
        await page.Page.ClickAsync(".modal-dialog button.btn-danger");
        await page.Page.WaitForSelectorAsync(".modal-dialog", new() { State = WaitForSelectorState.Detached });
        await page.Page.WaitForFunctionAsync("() => Jupyter.notebook.kernel.is_connected()");
        await page.IdleAsync();
        Assert.Contains("'kept' does not exist", await page.RunAsync("kept"), StringComparison.Ordinal);
    }

    [FrontEndFact("notebook")]
    public async Task Completion_tooltip_and_pager_show_what_the_kernel_knows()
    {
        await using var page = await NewAsync("help");
        await page.RunAsync("var prices = new List<double> { 3, 4 };");
        await page.WriteAsync("prices.Re");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.WaitForSelectorAsync("#complete option");
        var offered = await page.Page.Locator("#complete option").AllInnerTextsAsync();
        await BrowserFixture.PictureAsync(page.Page, "classic-completion");
        Assert.Contains("RemoveAll", offered.Select(item => item.Trim()));
        Assert.DoesNotContain("Add", offered.Select(item => item.Trim()));
        await page.Page.Keyboard.PressAsync("Escape");

        await page.WriteAsync("Math.Sqrt");
        await page.Page.Keyboard.PressAsync("Shift+Tab");
        var tooltip = page.Page.Locator("#tooltip .tooltiptext");
        await tooltip.WaitForAsync();
        await BrowserFixture.PictureAsync(page.Page, "classic-tooltip");
        Assert.Contains("square root", await tooltip.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await page.Page.Keyboard.PressAsync("Escape");

        await page.RunAsync("Console.WriteLine?");
        var pager = page.Page.Locator("#pager-contents");
        await pager.WaitForAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#pager').getBoundingClientRect().height > 100");
        await BrowserFixture.PictureAsync(page.Page, "classic-pager");
        Assert.Contains("WriteLine", await pager.InnerTextAsync(), StringComparison.Ordinal);
    }

    [FrontEndFact("notebook")]
    public async Task A_cell_asks_and_two_tabs_share_a_kernel()
    {
        await using var page = await NewAsync("questions");
        var asking = await page.StartAsync("Console.Write($\"Hello, {Console.ReadLine()}!\");");
        await AnswerAsync(page, "Ada");
        await page.IdleAsync();
        Assert.EndsWith("Hello, Ada!", await page.TextAsync(asking), StringComparison.Ordinal);
        asking = await page.StartAsync("using Microsoft.DotNet.Interactive;\nvar answer = await Kernel.GetInputAsync(\"How many?\");\nanswer");
        await AnswerAsync(page, "12");
        await page.IdleAsync();
        var shown = await page.TextAsync(asking);
        Assert.True(shown.Contains("How many?", StringComparison.Ordinal) && shown.EndsWith("12", StringComparison.Ordinal), shown);

        await using var second = await ClassicPage.OpenAsync(browser, server, "questions.ipynb");
        Assert.Equal("12", await second.RunAsync("answer"));
        await page.RunAsync("answer = \"13\";");
        Assert.Equal("13", await second.RunAsync("answer"));
    }

    private static async Task AnswerAsync(ClassicPage page, string text)
    {
        var box = page.Page.Locator("input.raw_input");
        await box.WaitForAsync();
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    private static async Task PicturesAsync(ClassicPage page, int figures)
    {
        await BrowserFixture.PictureAsync(page.Page, "classic-top");
        for (var i = 0; i < figures; i++)
        {
            await page.Page.Locator("[data-mn-figure]").Nth(i).ScrollIntoViewIfNeededAsync();
            await BrowserFixture.PictureAsync(page.Page, $"classic-figure-{i + 1}");
        }
    }

    private async Task<ClassicPage> NewAsync(string name)
    {
        var empty = Kernel.Documents.NotebookDocument.Create();
        empty.Save(Path.Combine(server.Folder, name + ".ipynb"));
        return await ClassicPage.OpenAsync(browser, server, name + ".ipynb");
    }
}
