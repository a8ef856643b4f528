namespace MarketingNotebooks.Browser;

/// <summary>The pages of the real notebooks, made by <c>mn render</c>.</summary>
[Collection(BrowserCollection.Name)]
public class NotebookTests(BrowserFixture browser, MnFixture mn) : IClassFixture<MnFixture>
{
    [NotebooksFact]
    public async Task Every_page_is_sound_in_both_schemes_and_widths()
    {
        foreach (var page in mn.Pages) await PageAssert.IsSoundAsync(browser, page);
    }

    [NotebooksFact]
    public async Task Every_notebook_ran_and_draws_a_figure()
    {
        foreach (var file in mn.Pages.Skip(1))
        {
            await using var page = await browser.OpenAsync(file);
            Assert.Equal(0, await page.Page.Locator(".banner.failed").CountAsync());
            Assert.True((await page.FindAsync<FigureState[]>("figures")).Length > 0, Path.GetFileName(file) + " has no figure.");
        }
    }
}
