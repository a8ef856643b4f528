using Microsoft.Playwright;

namespace MarketingNotebooks.Browser;

[Collection(BrowserCollection.Name)]
public class PageTests(BrowserFixture browser)
{
    private string Index => browser.SamplePages[0];

    private string Charts => browser.SamplePages[1];

    private string Prose => browser.SamplePages[2];

    [ChromiumFact]
    public async Task Every_sample_page_is_sound_in_both_schemes_and_widths()
    {
        foreach (var page in browser.SamplePages) await PageAssert.IsSoundAsync(browser, page);
    }

    [ChromiumFact]
    public async Task Every_kind_of_figure_is_drawn_and_none_is_lost()
    {
        await using var page = await browser.OpenAsync(Charts);
        var figures = await page.FindAsync<FigureState[]>("figures");
        Assert.Equal(5, figures.Length);
        Assert.Equal([0, 0, 0], figures.Take(3).Select(figure => figure.Canvases));
        Assert.True(figures[0].Marks >= 240, figures[0].ToString());
        Assert.True(figures[1].Marks >= 6, figures[1].ToString());
        Assert.True(figures[3].Canvases > 0 && figures[3].Pixels > 1_000, figures[3].ToString());
        Assert.All(figures, figure => Assert.InRange(figure.Width, 600, 1000));
    }

    [ChromiumFact]
    public async Task The_switch_of_colours_is_followed_by_figures_and_remembered()
    {
        await using var page = await browser.OpenAsync(Charts, ColorScheme.Dark);
        Assert.All(await page.FindAsync<FigureState[]>("figures"), figure => Assert.Equal("#14181f", figure.Paper.ToLowerInvariant()));
        await page.Page.ClickAsync("#mn-theme");
        await page.Page.WaitForFunctionAsync("() => inspector.figures().every(figure => figure.paper.toLowerCase() === '#ffffff')");
        Assert.Equal("light", await page.Page.GetAttributeAsync("html", "data-theme"));
        Assert.Equal("rgb(255, 255, 255)", await page.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await page.Page.GotoAsync(new Uri(Index).AbsoluteUri);
        Assert.Equal("light", await page.Page.GetAttributeAsync("html", "data-theme"));
    }

    [ChromiumFact]
    public async Task The_switch_of_code_hides_and_shows_and_is_remembered()
    {
        await using var page = await browser.OpenAsync(Charts);
        const string Open = "() => document.querySelectorAll('details.input[open]').length";
        var all = await page.Page.EvaluateAsync<int>("() => document.querySelectorAll('details.input').length");
        Assert.Equal(all - 1, await page.Page.EvaluateAsync<int>(Open));
        Assert.False(await page.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('details.input')].find(input => input.textContent.includes('Chart.Line')).open"));
        await page.Page.ClickAsync("#mn-code");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(Open));
        await page.Page.ReloadAsync();
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(Open));
        await page.Page.ClickAsync("#mn-code");
        Assert.Equal(all - 1, await page.Page.EvaluateAsync<int>(Open));
    }

    [ChromiumFact]
    public async Task Formulas_become_mathml_with_an_extent()
    {
        foreach (var (file, least) in new[] { (Charts, 3), (Prose, 3) })
        {
            await using var page = await browser.OpenAsync(file);
            var widths = await page.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.mn-math.mn-set math')].map(math => math.getBoundingClientRect().width)");
            Assert.True(widths.Length >= least, $"{widths.Length} formulas");
            Assert.All(widths, width => Assert.True(width > 3));
            Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => document.querySelectorAll('.mn-math:not(.mn-set)').length"));
        }
    }

    [ChromiumFact]
    public async Task Outputs_with_the_same_id_keep_to_themselves()
    {
        await using var page = await browser.OpenAsync(Prose);
        Assert.Equal(["first", "second"], await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.output.html > div[id^=box]')].map(box => box.textContent)"));
    }

    [ChromiumFact]
    public async Task Paper_gets_no_code_and_static_pictures()
    {
        await using var page = await browser.OpenAsync(Charts, ColorScheme.Dark);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var seen = await page.Page.EvaluateAsync<string>("""
            () => JSON.stringify({
              code: [...document.querySelectorAll('details.input, .bar, .contents')].filter(each => each.checkVisibility()).length,
              plots: [...document.querySelectorAll('.mn-plot')].filter(each => each.checkVisibility()).length,
              pictures: [...document.querySelectorAll('.mn-static')].filter(each => each.checkVisibility() && each.naturalWidth > 0).length,
              paper: getComputedStyle(document.body).backgroundColor })
            """);
        Assert.Equal("""{"code":0,"plots":0,"pictures":5,"paper":"rgb(255, 255, 255)"}""", seen);
    }

    [ChromiumFact]
    public async Task Keys_reach_the_content_first()
    {
        await using var page = await browser.OpenAsync(Charts);
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        Assert.True(await page.Page.EvaluateAsync<double>("() => document.activeElement.getBoundingClientRect().top") >= 0);
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [ChromiumFact]
    public async Task Cards_lead_to_pages_and_can_be_found()
    {
        await using var page = await browser.OpenAsync(Index);
        Assert.Equal(4, await page.Page.Locator(".card:visible").CountAsync());
        Assert.True(await page.Page.Locator(".card .cover svg path").CountAsync() > 0);
        await page.Page.FillAsync("#mn-filter", "SHAPLEY");
        Assert.Equal(1, await page.Page.Locator(".card:visible").CountAsync());
        // The whole card is the link, its picture included.
        Assert.EndsWith("/01-who-buys-again.html", await page.Page.EvaluateAsync<string>("""
            () => {
              var cover = document.querySelector(".card:not([hidden]) .cover").getBoundingClientRect();
              return document.elementFromPoint(cover.left + cover.width / 2, cover.top + cover.height / 2).closest("a").href;
            }
            """));
        await page.Page.ClickAsync(".card:visible a", new() { Timeout = 60_000 });
        // What follows waits for what it clicks, so the page need not have loaded its charts.
        await page.Page.WaitForURLAsync("**/01-who-buys-again.html", new() { WaitUntil = WaitUntilState.Commit, Timeout = 60_000 });
        await page.Page.ClickAsync(".foot .next");
        await page.Page.ClickAsync(".foot .next");
        await page.Page.ClickAsync(".banner.failed a");
        Assert.EndsWith("#cell-3", page.Page.Url);
        Assert.Equal(1, await page.Page.Locator("#cell-3.failed .output.error").CountAsync());
    }
}
