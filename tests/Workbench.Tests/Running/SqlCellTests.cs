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

    [Fact]
    public async Task Tables_and_views_stay_in_the_session_and_only_there()
    {
        await Run(Orders);
        Assert.Equal("", await Run("#!sql\ncreate view big as select * from orders where amount > 20;\ncreate table kept as select * from big"));
        Assert.Equal("1 row.\n", await Run("#!sql\ninsert into kept select * from big limit 1"));
        Assert.Equal("1 row.\n", await Run("#!sql\ndelete from kept where order_id = (select max(order_id) from kept)"));
        await Run("orders = orders.Where(c => c[\"channel\"] == \"email\");");
        Assert.Contains("3\n", await Run("#!sql\nselect (select count(*) from kept) + (select count(*) from big) as n"));
        using var other = new CSharpSession(NotebookJob.Session);
        var sink = new Sink();
        var result = await other.RunAsync("#!sql\nfrom kept", sink);
        Assert.Equal("DuckDbException", result.Error?.Name);
    }

    [Fact]
    public async Task Explain_is_written_as_text()
    {
        await Run(Orders);
        Assert.Contains("FRAME_SCAN", await Run("#!sql\nexplain select * from orders"));
    }

    [Fact]
    public async Task Notes_follow_the_rows() =>
        Assert.Contains("Column 'l' holds lists or structs, kept as JSON text.\n", await Run("#!sql\nselect [1, 2] as l"));

    [Theory]
    [InlineData("#!sql\nselect *\nfrom orders where amuont > 1", "SQL line 2, column 19: Binder Error: Referenced column \"amuont\" not found in FROM clause! Candidate bindings: \"amount\".\n    from orders where amuont > 1\n                      ^")]
    [InlineData("#!sql\nselect * from ordrs", "SQL line 1, column 15: Catalog Error: Table with name ordrs does not exist. Did you mean 'orders'? Frames: orders.\n    select * from ordrs\n                  ^")]
    [InlineData("#!sql\nselect $mni", "SQL: parameter '$mni' has no value. Did you mean '$min'? There are $min.")]
    [InlineData("#!sql --into x\ncreate table t as select 1", "The last statement gives no rows for 'x'. End with a select, or leave out --into.")]
    [InlineData("#!sql select 1\nselect 1", "'#!sql' takes no word 'select'. Write the statement on the lines below, and --into before a name for its rows.")]
    [InlineData("#!sql --out x\nselect 1", "'#!sql' has no option '--out'. Options: --into.")]
    public async Task Errors_say_where_and_what_to_do(string cell, string message)
    {
        await Run("var orders = DataFrame.ParseCsv(\"order_id,amount\\n1,10\\n\"); var min = 5;");
        var result = await _session.RunAsync(cell, new Sink());
        Assert.Equal(message, result.Error?.Value);
    }

    [Theory]
    [InlineData("#!sql\nselect count(*) from range(1000000000000) a where a.range % 7 = 3")]
    [InlineData("Sql($\"select count(*) as n from range(1000000000000) a where a.range % 7 = 3\")")]
    public async Task A_cell_in_SQL_can_be_stopped_and_the_next_runs(string cell)
    {
        await Run(Orders);
        await Run("#!sql\nselect 1");
        for (var round = 0; round < 3; round++)
        {
            var running = _session.RunAsync(cell, new Sink());
            await Task.Delay(150);
            _session.Interrupt();
            Assert.Equal(CellStatus.Interrupted, (await running).Status);
            Assert.Contains("41", await Run("#!sql\nselect 40 + 1 as n"));
            Assert.Contains("41", await Run("Sql($\"select 40 + 1 as n\")"));
        }
    }

    [Theory]
    [InlineData("select am| from orders", "amount")]
    [InlineData("select orders.| from orders", "amount,order_id")]
    [InlineData("select * from or|", "orders,order by,or")]
    [InlineData("select * from orders where amount > $m|", "min")]
    [InlineData("select x| from orders", "")]
    public async Task Completion_knows_frames_columns_and_values(string marked, string expected)
    {
        await Run("var orders = DataFrame.ParseCsv(\"amount,order_id\\n1,10\\n\"); var min = 5;");
        var found = new SqlLanguage().Complete(marked.Replace("|", ""), marked.IndexOf('|'), _session);
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), found.Items.Select(item => item.Text));
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
