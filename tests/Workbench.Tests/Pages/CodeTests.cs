using System.Text.Json.Nodes;
using static MarketingNotebooks.Workbench.Tests.Pages.Notebooks;

namespace MarketingNotebooks.Workbench.Tests.Pages;

public class CodeTests
{
    private static string Source(string code)
    {
        var body = Body(Start(), Code(code));
        var start = body.IndexOf("<code>", StringComparison.Ordinal) + 6;
        return body[start..body.IndexOf("</code>", StringComparison.Ordinal)];
    }

    [Theory]
    [InlineData("#r \"nuget: A, 1.0\"\nusing System.Linq;\nvar x = await Load<int>(\"a<b\", 'c', 1.5e3, $\"{1 + 2:0.0} & {\"q\"}\");\n// done\nx?.ToString()")]
    [InlineData("record Row(string Name, double Value);\nvar text = \"\"\"\n    {raw} <b>\n    \"\"\";")]
    [InlineData("var broken = (1 + ; }} ) class < { \"open")]
    [InlineData("#if false\nhidden <b>\n#endif\nfoo(")]
    [InlineData("var 客户 = 客户表.Where(c => c[\"金额\"] > 50);\tx @ # $ `")]
    public void Without_its_marks_the_code_is_itself(string code) => Assert.Equal(code, Text(Source(code)));

    [Theory]
    [InlineData("var a = 1;", "<span class=\"c-k\">var</span> a = <span class=\"c-n\">1</span>;")]
    [InlineData("KMeans.Fit(rows)", "<span class=\"c-t\">KMeans</span>.<span class=\"c-f\">Fit</span>(rows)")]
    [InlineData("List<Row> x;", "<span class=\"c-t\">List</span>&lt;<span class=\"c-t\">Row</span>&gt; x;")]
    [InlineData("f(); // why", "<span class=\"c-f\">f</span>(); <span class=\"c-c\">// why</span>")]
    [InlineData("$\"a{b}\"", "<span class=\"c-s\">$&quot;</span><span class=\"c-s\">a</span>{b}<span class=\"c-s\">&quot;</span>")]
    [InlineData("rows.First(r => r.Name)", "rows.<span class=\"c-f\">First</span>(r =&gt; r.Name)")]
    public void Tokens_have_their_colours(string code, string html) => Assert.Equal(html, Source(code));

    [Fact]
    public void Texts_of_other_languages_are_plain()
    {
        Assert.Equal("<span class=\"c-d\">#!sql</span>\nselect &#39;new&#39; from class", Source("#!sql\nselect 'new' from class"));
        Assert.Equal("<span class=\"c-k\">var</span> a = <span class=\"c-n\">1</span>;\n<span class=\"c-d\">#!html</span>\n&lt;b&gt;new&lt;/b&gt;\n<span class=\"c-d\">#!csharp</span>\n<span class=\"c-k\">new</span> <span class=\"c-t\">A</span>()",
            Source("var a = 1;\n#!html\n<b>new</b>\n#!csharp\nnew A()"));
        var cell = Code("select new");
        cell.Metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = "sql" };
        Assert.Contains("<code>select new</code>", Body(Start(), cell));
    }
}
