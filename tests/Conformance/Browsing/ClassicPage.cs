using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace MarketingNotebooks.Conformance.Browsing;

/// <summary>A notebook open in the classic front end, worked with as a person does.</summary>
internal sealed class ClassicPage : IAsyncDisposable
{
    private const string Idle = """
        () => Jupyter.notebook.kernel && !Jupyter.notebook.kernel_busy && document.querySelector('#kernel_indicator_icon.kernel_idle_icon')
            && !Jupyter.notebook.get_cells().some(cell => cell.cell_type === 'code' && cell.input_prompt_number === '*')
        """;

    private readonly WatchedPage watched;

    private ClassicPage(WatchedPage watched) => this.watched = watched;

    public IPage Page => watched.Page;

    /// <summary>Errors of the console and exceptions.</summary>
    public IReadOnlyList<string> Problems => watched.Problems;

    /// <summary>Opens a notebook and waits until its kernel is ready.</summary>
    public static async Task<ClassicPage> OpenAsync(BrowserFixture browser, NotebookServer server, string notebook)
    {
        var page = new ClassicPage(await browser.NewPageAsync());
        page.Page.SetDefaultTimeout(120_000);
        await page.Page.GotoAsync($"{server.Address}/notebooks/{notebook}");
        await page.Page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded");
        await page.IdleAsync();
        return page;
    }

    /// <summary>Waits until the kernel is idle and no cell waits.</summary>
    public Task IdleAsync() => Page.WaitForFunctionAsync(Idle, null, new() { Timeout = 180_000 });

    /// <summary>Cell &gt; Run All.</summary>
    public async Task RunAllAsync()
    {
        await Page.ClickAsync("#menubar a:text-is('Cell')");
        await Page.ClickAsync("#run_all_cells a");
        await IdleAsync();
    }

    /// <summary>Writes text into the last cell, at whose end the cursor then is.</summary>
    public async Task<int> WriteAsync(string code)
    {
        var index = await Page.EvaluateAsync<int>("""
            code => {
              const last = Jupyter.notebook.ncells() - 1, used = Jupyter.notebook.get_cell(last);
              if (used.cell_type !== 'code' || used.get_text()) Jupyter.notebook.insert_cell_at_bottom('code');
              const index = Jupyter.notebook.ncells() - 1, cell = Jupyter.notebook.get_cell(index);
              Jupyter.notebook.select(index);
              cell.set_text(code);
              Jupyter.notebook.edit_mode();
              cell.code_mirror.execCommand('goDocEnd');
              cell.code_mirror.focus();
              return index;
            }
            """, code);
        return index;
    }

    /// <summary>Writes a cell and runs it with Ctrl+Enter, not waiting for its end.</summary>
    public async Task<int> StartAsync(string code)
    {
        var index = await WriteAsync(code);
        await Page.Keyboard.PressAsync("Control+Enter");
        return index;
    }

    /// <summary>Runs a cell to its end and gives its outputs as text.</summary>
    public async Task<string> RunAsync(string code)
    {
        var index = await StartAsync(code);
        await IdleAsync();
        return await TextAsync(index);
    }

    /// <summary>The outputs of a cell as they stand on the page, without their numbers.</summary>
    public Task<string> TextAsync(int index) => Page.EvaluateAsync<string>("""
        index => [...Jupyter.notebook.get_cell(index).output_area.element[0].querySelectorAll('.output_subarea')].map(area => area.innerText.trim()).join('\n')
        """, index);

    /// <summary>The notebook as it would be saved.</summary>
    public async Task<JsonObject> DocumentAsync() =>
        JsonNode.Parse(await Page.EvaluateAsync<string>("() => JSON.stringify(Jupyter.notebook.toJSON())"))!.AsObject();

    /// <summary>Presses a button of the toolbar.</summary>
    public Task PressAsync(string action) => Page.ClickAsync($"#maintoolbar button[data-jupyter-action='jupyter-notebook:{action}']");

    /// <inheritdoc cref="WatchedPage.FiguresAsync"/>
    public Task<FigureState[]> FiguresAsync() => watched.FiguresAsync();

    /// <summary>Ends the kernel, then closes the page.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.EvaluateAsync("() => Jupyter.notebook.session && Jupyter.notebook.session.delete()");
        await watched.DisposeAsync();
    }
}
