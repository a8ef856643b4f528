using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Kernel.Tests.Execution;

/// <summary>Values from outside.</summary>
public class NotebookParametersTests
{
    private const string Cell = """
        parameters||// what to vary
        int k = 4;                       // number of segments
        var rate = 0.5;                  // discount a year
        string channel = "search", city = null;
        bool quick = false;
        DateTime from = new DateTime(2024, 1, 1); // first day
        string[] tags = ["a"];
        double[] prices = { 1.5 };
        long n = 1; decimal price = 2.5m; int? most = null;
        Func<int> f = () => 1;
        """;

    [Fact]
    public void Declarations_are_read_with_type_default_and_comment()
    {
        var all = NotebookParameters.Read(NotebookRunnerTests.Notebook(Cell));
        Assert.Equal(["k", "rate", "channel", "city", "quick", "from", "tags", "prices", "n", "price", "most", "f"], all.Select(one => one.Name));
        Assert.Equal(new NotebookParameter("k", "int", "4", "number of segments"), all[0]);
        Assert.Equal(new NotebookParameter("rate", "double", "0.5", "discount a year"), all[1]);
        Assert.Equal(new NotebookParameter("channel", "string", "\"search\"", null), all[2]);
    }

    [Fact]
    public async Task Values_are_assigned_right_behind_the_declaring_cell()
    {
        var document = NotebookRunnerTests.Notebook("1", Cell, "$\"{k} {rate} {channel} {quick} {from:yyyy-MM-dd} {string.Join('|', tags)} {prices.Sum()} {n} {price} {most}\"");
        var values = new Dictionary<string, string>
        {
            ["k"] = "7", ["rate"] = "1e-3", ["channel"] = "e\"mail", ["quick"] = "true", ["from"] = "2025-03-01", ["tags"] = "x, y", ["prices"] = "1,2.5",
            ["n"] = "12345678901", ["price"] = "9.99", ["most"] = "3",
        };
        for (var run = 0; run < 2; run++)
        {
            var result = await NotebookRunner.RunAsync(document, new RunOptions { Parameters = values });
            Assert.True(result.Status == RunStatus.Ok, result.Failure?.ToString());
            Assert.Equal(4, document.Cells.Count);
            Assert.Equal(["injected-parameters"], document.Cells[2].Tags);
            var value = Assert.IsType<ResultOutput>(document.Cells[3].Outputs[0]).Data["text/plain"];
            Assert.Equal("7 0.001 e\"mail True 2025-03-01 x|y 3.5 12345678901 9.99 3", (string?)value);
        }
    }

    [Theory]
    [InlineData("k", "abc", "Parameter 'k' of 02-x.ipynb is an int. Got 'abc'.")]
    [InlineData("k", "1.5", "Parameter 'k' of 02-x.ipynb is an int. Got '1.5'.")]
    [InlineData("rate", "1,5", "Parameter 'rate' of 02-x.ipynb is a double. Got '1,5'.")]
    [InlineData("prices", "1,b", "Parameter 'prices' of 02-x.ipynb is a double[]. Got '1,b'.")]
    [InlineData("from", "yesterday", "Parameter 'from' of 02-x.ipynb is a DateTime. Got 'yesterday'.")]
    [InlineData("K", "1", "02-x.ipynb has no parameter 'K'. Parameters: k, rate, channel, city, quick, from, tags, prices, n, price, most, f.")]
    [InlineData("f", "1", "Parameter 'f' of 02-x.ipynb is of type Func<int>, and values of type Func<int> cannot be given from outside; declare it as string, int, double, bool, DateTime or an array of these.")]
    public void What_does_not_fit_is_said(string name, string value, string message) => Assert.Equal(message, Assert.Throws<ParameterException>(() =>
        NotebookParameters.Inject(NotebookRunnerTests.Notebook(Cell), new Dictionary<string, string> { [name] = value }, "02-x.ipynb")).Message);

    [Fact]
    public void Without_a_tagged_cell_there_are_no_parameters()
    {
        Assert.Empty(NotebookParameters.Read(NotebookRunnerTests.Notebook("int k = 1;")));
        Assert.Equal("a.ipynb has no parameters. Got 'k'; tag a cell that declares variables with 'parameters'.", Assert.Throws<ParameterException>(() =>
            NotebookParameters.Inject(NotebookRunnerTests.Notebook("1"), new Dictionary<string, string> { ["k"] = "1" }, "a.ipynb")).Message);
    }
}
