using static MarketingNotebooks.Workbench.Tests.Pages.Notebooks;

namespace MarketingNotebooks.Workbench.Tests.Pages;

public class ProseTests
{
    [Theory]
    [InlineData("Let $x_1 < x_2$ be.", "Let <span class=\"mn-math\">x_1 &lt; x_2</span> be.")]
    [InlineData("$\\hat{\\beta}_1$ and $\\beta_2$", "<span class=\"mn-math\">\\hat{\\beta}_1</span> and <span class=\"mn-math\">\\beta_2</span>")]
    [InlineData("So $$a = b$$ holds.", "So <span class=\"mn-math mn-display\">a = b</span> holds.")]
    [InlineData("$$\na \\\\\nb\n$$", "<div class=\"mn-math mn-display\">a \\\\\nb</div>")]
    [InlineData("`$x$`", "<code>$x$</code>")]
    public void Formulas_keep_their_tex(string text, string html) => Assert.Contains(html, Body(Start(), Prose(text)));

    [Theory]
    [InlineData("It costs $5 and $10.")]
    [InlineData("From $5–$10 a month.")]
    [InlineData("Prices: $1,200 (was $1,500).")]
    [InlineData("A lone $ sign.")]
    public void Money_is_not_a_formula(string text)
    {
        var body = Body(Start(), Prose(text));
        Assert.DoesNotContain("mn-math", body);
        Assert.Contains(text, body);
    }

    [Fact]
    public void Tables_task_lists_definitions_and_alerts_are_rendered()
    {
        var body = Body(Start(), Prose("| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\nTerm\n:   Meaning\n\n> [!WARNING]\n> Careful."));
        Assert.Contains("<td style=\"text-align: right;\">2</td>", body);
        Assert.Contains("type=\"checkbox\" checked", body);
        Assert.Contains("<dt>Term</dt>", body);
        Assert.Contains("markdown-alert-warning", body);
    }

    [Fact]
    public void Emphasis_beside_chinese_punctuation_works() => Assert.Contains("<strong>客户流失。</strong>我们", Body(Start(), Prose("**客户流失。**我们")));

    [Fact]
    public void Footnotes_of_two_cells_do_not_meet()
    {
        var body = Body(Start(), Prose("a[^1]\n\n[^1]: One."), Prose("b[^1]\n\n[^1]: Two."));
        var ids = System.Text.RegularExpressions.Regex.Matches(body, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Contains("href=\"#fn:1\"", body);
        Assert.Contains("href=\"#fn:1-2\"", body);
        Assert.Contains(" id=\"fn:1-2\"", body);
        Assert.Contains("href=\"#fnref:1-2\"", body);
    }

    [Fact]
    public void Raw_html_of_the_author_passes() => Assert.Contains("<b class=\"x\">own</b>", Body(Start(), Prose("<b class=\"x\">own</b>")));

    [Fact]
    public void Code_in_prose_is_escaped_and_csharp_is_coloured()
    {
        var body = Body(Start(), Prose("```csharp\nvar a = \"<b>\";\n```\n\n```sql\nselect '<b>'\n```"));
        Assert.Contains("<span class=\"c-k\">var</span> a = <span class=\"c-s\">&quot;&lt;b&gt;&quot;</span>;", body);
        Assert.Contains("<pre class=\"source\"><code>select &#39;&lt;b&gt;&#39;</code></pre>", body);
    }
}
