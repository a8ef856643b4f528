using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MarketingNotebooks.Charts.Web;

namespace MarketingNotebooks.Charts.Tests.Browser;

[Collection("browser")]
public class PageTests
{
    private const string Watch = "<script>window.problems=[];window.onerror=function(m){problems.push(String(m))};"
        + "['error','warn'].forEach(function(k){var f=console[k];console[k]=function(){problems.push(k+': '+[].slice.call(arguments).join(' '));f.apply(console,arguments)}});"
        + "window.addEventListener('unhandledrejection',function(e){problems.push(String(e.reason))});</script>";

    /// <summary>Plotly.validate checks a colour axis' name against its default, null, and so rejects every name; all else must hold.</summary>
    private const string KnownFault = "coloraxis is set to an invalid value (coloraxis";

    /// <summary>Waits until every figure has been drawn or given up, counts its marks, validates it against Plotly's schema, and writes all that
    /// as JSON into the page. Plotly.validate does not know base64 arrays, which Plotly.newPlot reads, so they are unpacked for it.</summary>
    private const string Report = """
        <script>
        function plain(v){if(v&&v.bdata){var s=atob(v.bdata),b=new Uint8Array(s.length);for(var i=0;i<s.length;i++)b[i]=s.charCodeAt(i);
        return Array.from(new ({f8:Float64Array,i1:Int8Array,i2:Int16Array,i4:Int32Array})[v.dtype](b.buffer))}
        if(Array.isArray(v))return v.map(plain);if(v&&v.constructor===Object){var o={};for(var k in v)o[k]=plain(v[k]);return o}return v}
        function report(){var out=[].map.call(document.querySelectorAll('.mn-figure'),function(box){
        var plot=box.querySelector('.mn-plot');if(!plot)return {state:box.getAttribute('data-mn-state'),marks:0,paper:'',problems:[]};
        var found;try{found=Plotly.validate(plain(plot.data),plot.layout)||[]}catch(e){found=[{msg:'validate: '+e.stack}]}
        var marks=plot.querySelectorAll('.points path,.point path,.bars path,.js-line,.js-fill,.boxlayer path,path.box,.heatmaplayer image,.slice path').length;
        plot.querySelectorAll('canvas').forEach(function(c){if(c.width>0&&c.height>0)marks++});
        return {state:box.getAttribute('data-mn-state'),marks:marks,paper:plot._fullLayout.paper_bgcolor,cloud:!!plot.querySelector('[data-title*="Share"]'),
        problems:found.map(function(p){return p.msg})}});
        var pre=document.createElement('pre');pre.id='report';pre.textContent=JSON.stringify({figures:out,problems:problems});document.body.appendChild(pre)}
        var tries=0;function wait(){if(++tries<200&&document.querySelector('.mn-figure:not([data-mn-state=drawn]):not([data-mn-state=static])'))setTimeout(wait,100);else report()}
        setTimeout(wait,100)</script>
        """;

    [ChromiumFact]
    public void Every_builder_is_valid_and_draws_in_both_themes()
    {
        foreach (var theme in (string[])["light", "dark"])
            foreach (var figures in Gallery.All().Chunk(12))
                Check(theme, figures);
    }

    [ChromiumFact]
    public void Figures_follow_the_page_when_its_theme_changes_and_keep_one_they_fix()
    {
        var page = $"<!doctype html><html data-theme=\"light\"><body>{Watch}{PlotlyScript.Embed()}{Chart.Bar(["a"], [1]).ToHtml()}"
            + Chart.Bar(["b"], [2]).WithTemplate(Template.Light).ToHtml()
            + "<script>function turn(){if(document.querySelectorAll('[data-mn-state=drawn]').length<2)setTimeout(turn,50);else{document.documentElement.setAttribute('data-theme','dark');setTimeout(report,500)}}setTimeout(turn,50)</script>"
            + Report.Replace("setTimeout(wait,100)</script>", "</script>", StringComparison.Ordinal);
        using var report = Read(Chromium.DumpDom(page));
        Assert.Equal(["#14181F", "#FFFFFF"], report.RootElement.GetProperty("figures").EnumerateArray().Select(each => each.GetProperty("paper").GetString()!.ToUpperInvariant()));
    }

    [ChromiumFact]
    public void Plotly_embedded_beside_an_amd_loader_below_the_figures_is_found()
    {
        const string loader = "<script>window.define=function(){throw new Error('registered as a module')};define.amd={};</script>";
        using var report = Read(Chromium.DumpDom($"<!doctype html><html><body>{Watch}{loader}{Chart.Line([1, 2], [1, 2]).ToHtml()}{PlotlyScript.Embed()}{Report}"));
        var figure = report.RootElement.GetProperty("figures")[0];
        Assert.Equal("drawn", figure.GetProperty("state").GetString());
        Assert.Equal(0, report.RootElement.GetProperty("problems").GetArrayLength());
    }

    [ChromiumFact]
    public void A_promise_of_the_page_is_awaited()
    {
        var late = PlotlyScript.Embed().Replace("<script>", "<script>window.PlotlyReady=new Promise(function(done){setTimeout(function(){", StringComparison.Ordinal)
            .Replace("</script>", ";done(window.Plotly)},300)});</script>", StringComparison.Ordinal);
        using var report = Read(Chromium.DumpDom($"<!doctype html><html><body>{Watch}{late}{Chart.Line([1, 2], [1, 2]).ToHtml()}{Report}"));
        Assert.Equal("drawn", report.RootElement.GetProperty("figures")[0].GetProperty("state").GetString());
    }

    private static void Check(string theme, (string Name, Figure Figure)[] gallery)
    {
        var page = new StringBuilder($"<!doctype html><html data-theme=\"{theme}\"><meta charset=utf-8><body>{Watch}{PlotlyScript.Embed()}");
        foreach (var (_, figure) in gallery) page.Append(figure.ToHtml());
        using var report = Read(Chromium.DumpDom(page.Append(Report).ToString()));
        Assert.Empty(report.RootElement.GetProperty("problems").EnumerateArray().Select(each => each.GetString()));
        var figures = report.RootElement.GetProperty("figures").EnumerateArray().ToList();
        Assert.Equal(gallery.Length, figures.Count);
        for (var i = 0; i < gallery.Length; i++)
        {
            var found = $"{gallery[i].Name}, {theme}: {figures[i]}";
            Assert.True(figures[i].GetProperty("state").GetString() == "drawn", found);
            Assert.True(figures[i].GetProperty("marks").GetInt32() > 0, found);
            Assert.False(figures[i].GetProperty("cloud").GetBoolean(), found);
            Assert.True(figures[i].GetProperty("problems").EnumerateArray().All(each => each.GetString()!.Contains(KnownFault, StringComparison.Ordinal)), found);
            Assert.True(string.Equals(figures[i].GetProperty("paper").GetString(), theme == "dark" ? "#14181F" : "#FFFFFF", StringComparison.OrdinalIgnoreCase), found);
        }
    }

    private static JsonDocument Read(string dom)
    {
        var match = Regex.Match(dom, "<pre id=\"report\">(.*?)</pre>", RegexOptions.Singleline);
        Assert.True(match.Success, "The page wrote no report: " + dom[^Math.Min(600, dom.Length)..]);
        return JsonDocument.Parse(WebUtility.HtmlDecode(match.Groups[1].Value));
    }
}
