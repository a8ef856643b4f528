using System.Text;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Tests.Running;

/// <summary>Cells in SQL, as notebooks run them.</summary>
public sealed class SqlCellTests : IDisposable
{
    private const string Orders = """
        var orders = DataFrame.ParseCsv("order_id,channel,amount\n1,search,10\n2,email,60\n3,search,70.5\n");
        var min = 20; var channels = new[] { "search", "email" };
        """;

    private readonly CSharpSession _session = new(NotebookJob.Session);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_frame_is_a_table_and_a_variable_a_parameter()
    {
        await Run(Orders);
        var shown = await Run("#!sql\nselect channel, sum(amount) as revenue from orders where amount > $min and channel in $channels group by 1 order by 1");
        Assert.Contains("email", shown);
        Assert.Contains("70.5", shown);
        Assert.Contains("2 rows", shown);
    }

    [Fact]
    public async Task Into_makes_a_variable_for_the_cells_below()
    {
        await Run(Orders);
        Assert.Equal("70.5", await Run("#!sql --into top\nselect * from orders order by amount desc limit 1\n#!csharp\ntop.Value<double>(\"amount\")"));
        Assert.Equal("1", await Run("top.RowCount"));
        Assert.Equal("70.5", await Run("Sql($\"select max(amount) as m from {orders} where amount > {min}\").Value<double>(\"m\")"));
    }

    private async Task<string> Run(string code)
    {
        var sink = new Sink();
        var result = await _session.RunAsync(code, sink);
        Assert.True(result.Status == CellStatus.Ok, result.Error?.ToString());
        return sink.ToString();
    }

    private sealed class Sink : IOutputSink
    {
        private readonly StringBuilder _text = new();

        public void Stream(StreamKind kind, string text) => _text.Append(text);

        public void Display(MimeBundle bundle, string displayId) => _text.Append((string?)bundle.Data["text/plain"]);

        public void Update(MimeBundle bundle, string displayId)
        {
        }

        public void Result(MimeBundle bundle, int executionCount) => _text.Append((string?)bundle.Data["text/plain"]);

        public void Error(CellError error)
        {
        }

        public void Clear(bool wait)
        {
        }

        public override string ToString() => _text.ToString();
    }
}
