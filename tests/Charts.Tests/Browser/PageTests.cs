using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MarketingNotebooks.Charts.Web;

namespace MarketingNotebooks.Charts.Tests.Browser;

public class PageTests
{
    private const string Watch = "<script>window.problems=[];window.onerror=function(m){problems.push(String(m))};"
        + "['error','warn'].forEach(function(k){var f=console[k];console[k]=function(){problems.push(k+': '+[].slice.call(arguments).join(' '));f.apply(console,arguments)}});"
        + "window.addEventListener('unhandledrejection',function(e){problems.push(String(e.reason))});</script>";

    /// <summary>Plotly.validate checks a colour axis' name against its default, null, and so rejects every name; all else must hold.</summary>
    private const string KnownFault = "coloraxis is set to an invalid value (coloraxis";

    /// <summary>Counts marks of each figure, validates it against Plotly's schema, and writes all that as JSON into the page.</summary>
    private const string Report = """
        <script>setTimeout(function(){var out=[].map.call(document.querySelectorAll('.mn-figure'),function(box){
        var plot=box.querySelector('.mn-plot'),found=Plotly.validate(plot.data,plot.layout)||[];
        var marks=plot.querySelectorAll('.points path,.point path,.bars path,.js-line,.js-fill,.boxlayer path,path.box,.heatmaplayer image,.slice path,.violinlayer path').length;
        plot.querySelectorAll('canvas').forEach(function(c){if(c.width>0&&c.height>0)marks++});
        return {state:box.getAttribute('data-mn-state'),marks:marks,paper:plot._fullLayout.paper_bgcolor,
        problems:found.map(function(p){return p.msg})}});
        var pre=document.createElement('pre');pre.id='report';pre.textContent=JSON.stringify({figures:out,problems:problems});document.body.appendChild(pre)},6000)</script>
        """;

    [ChromiumFact]
    public void Every_builder_is_valid_and_draws_in_both_themes()
    {
        var gallery = Gallery.All().ToList();
        foreach (var theme in (string[])["light", "dark"])
        {
            var page = new StringBuilder($"<!doctype html><html data-theme=\"{theme}\"><meta charset=utf-8><body>{Watch}{PlotlyScript.Embed()}");
            foreach (var (_, figure) in gallery) page.Append(figure.ToHtml());
            using var report = Read(Chromium.DumpDom(page.Append(Report).ToString()));
            Assert.Empty(report.RootElement.GetProperty("problems").EnumerateArray().Select(each => each.GetString()));
            var figures = report.RootElement.GetProperty("figures").EnumerateArray().ToList();
            Assert.Equal(gallery.Count, figures.Count);
            for (var i = 0; i < gallery.Count; i++)
            {
                var found = $"{gallery[i].Name}, {theme}: {figures[i]}";
                Assert.True(figures[i].GetProperty("state").GetString() == "drawn", found);
                Assert.True(figures[i].GetProperty("marks").GetInt32() > 0, found);
                Assert.True(figures[i].GetProperty("problems").EnumerateArray().All(each => each.GetString()!.Contains(KnownFault, StringComparison.Ordinal)), found);
                Assert.True(string.Equals(figures[i].GetProperty("paper").GetString(), theme == "dark" ? "#14181F" : "#FFFFFF", StringComparison.OrdinalIgnoreCase), found);
            }
        }
    }

    private static JsonDocument Read(string dom)
    {
        var match = Regex.Match(dom, "<pre id=\"report\">(.*?)</pre>", RegexOptions.Singleline);
        Assert.True(match.Success, "The page wrote no report: " + dom[^Math.Min(600, dom.Length)..]);
        return JsonDocument.Parse(WebUtility.HtmlDecode(match.Groups[1].Value));
    }
}
