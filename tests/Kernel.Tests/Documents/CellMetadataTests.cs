using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Kernel.Tests.Documents;

/// <summary>Languages said by metadata.</summary>
public class CellMetadataTests
{
    [Theory]
    [InlineData("{}", "{}", null)]
    [InlineData("""{"dotnet_interactive":{"language":"html"}}""", "{}", "html")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"mermaid"},"dotnet_interactive":{"language":"html"}}""", "{}", "mermaid")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"csharp"}}""", """{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"html"}}}""", null)]
    [InlineData("{}", """{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"html"}}}""", "html")]
    [InlineData("{}", """{"dotnet_interactive":{"defaultKernelName":"C#"}}""", null)]
    [InlineData("""{"dotnet_interactive":{"language":"F#"}}""", "{}", "fsharp")]
    [InlineData("""{"dotnet_interactive":7}""", """{"polyglot_notebook":[]}""", null)]
    public void The_cell_goes_before_the_notebook(string cell, string notebook, string? expected) =>
        Assert.Equal(expected, CellMetadata.LanguageOf((JsonObject)JsonNode.Parse(cell)!, (JsonObject)JsonNode.Parse(notebook)!));
}
