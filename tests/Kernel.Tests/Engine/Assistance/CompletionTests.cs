using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Assistance;

namespace MarketingNotebooks.Kernel.Tests.Engine.Assistance;

/// <summary>Names offered in C#; <c>|</c> marks the cursor.</summary>
public sealed class CompletionTests(CompletionTests.ShopSession shop) : IClassFixture<CompletionTests.ShopSession>
{
    private const string Shop = """
        public enum Channel { Search, Social, Email }
        /// <summary>Settings.</summary>
        public sealed record Options { public int Clusters { get; init; } = 3; public int Seed { get; init; } public Channel Channel { get; init; } public int Sum => Seed + 1; }
        public static class Means { public static int Fit(double[] rows, Options? options = null, int restarts = 1) => 1; public static int Fit(int one) => 1; }
        public record Customer(string Name, int Age);
        public class Node { public Node? Next { get; set; } public Options Inner { get; } = new(); public List<int> Items { get; } = []; }
        """;

    private const string Variables = """
        var orders = new List<Customer> { new("Ann", 30) };
        double[] rows = [1, 2];
        var options = new Options();
        int? maybe = 3;
        int Twice(int number) => 2 * number;
        """;

    [Theory]
    [InlineData("Console.WriteLi|", "WriteLine")]
    [InlineData("Math.Sqr|", "Sqrt")]
    [InlineData("Math.sqr|", "Sqrt")]
    [InlineData("orders.Coun|", "Count CountBy")]
    [InlineData("orders[0].Na|", "Name")]
    [InlineData("orders?[0]?.Na|", "Name")]
    [InlineData("orders?.First().Ag|", "Age")]
    [InlineData("maybe?.CompareT|", "CompareTo")]
    [InlineData("maybe.HasVal|", "HasValue")]
    [InlineData("\"text\".Substr|", "Substring")]
    [InlineData("3.CompareT|", "CompareTo")]
    [InlineData("int.Pars|", "Parse")]
    [InlineData("Channel.S|", "Search Social")]
    [InlineData("System.Globalization.CultureInf|", "CultureInfo")]
    [InlineData("orders.Select(o => o.Ag|", "Age")]
    [InlineData("orders.Where(o => o.Age > 3).Select(o => o.Nam|).ToList();", "Name")]
    [InlineData("orders.Nothing.|", "")]
    [InlineData("var x = orders.|\nvar y = 3;", "Count", false)]
    [InlineData("orders.|\ny = 3;", "Count", false)]
    [InlineData("orders.\n    Coun|\ny = 3;", "Count CountBy")]
    [InlineData("enum Local { One, Two }\nLocal.T|", "Two", false)]
    [InlineData("class Cart { public int Total; }\nvar cart = new Cart();\ncart.Tot|", "Total")]
    [InlineData("class Cart { int total; int Sum() { return this.tot| } }", "total")]
    [InlineData("(1, name: 2).na|", "name")]
    [InlineData("new { Alpha = 1 }.Al|", "Alpha")]
    [InlineData("dynamic d = 1; d.|", "")]
    [InlineData("rows[..Twic|]", "Twice")]
    [InlineData("orders.ForEach(o => { var n = o.Name; n.Len|", "Length")]
    [InlineData("await Task.Dela|", "Delay")]
    [InlineData("$\"{orders.Capac|}\"", "Capacity")]
    [InlineData("$\"{orders.Capac|", "Capacity")]
    [InlineData("$\"a {ord|} b\"", "orders", false)]
    public async Task Members(string code, string expected, bool exact = true) => await CheckAsync(code, expected, exact);

    [Theory]
    [InlineData("ord|", "orders", false)]
    [InlineData("Twic|", "Twice")]
    [InlineData("Mean|", "Means")]
    [InlineData("Enumer|", "Enumerable", false)]
    [InlineData("var local = 1; loc|", "local lock", false)]
    [InlineData("int F(int parameter) { return para|", "parameter", false)]
    [InlineData("orders.Select(someone => some|)", "someone")]
    [InlineData("foreach (var item in orders) { var inner = 1; inn|", "inner")]
    [InlineData("from customer in orders where cust|", "customer", false)]
    [InlineData("fore|", "foreach")]
    [InlineData("var x = fore|", "")]
    [InlineData("x = type|", "typeof", false)]
    [InlineData("displa|", "display", false)]
    [InlineData("{ early|; var earlyBird = 1; }", "")]
    [InlineData("var fresh|", "")]
    [InlineData("int F(int fres|", "")]
    [InlineData("12|", "")]
    [InlineData("1.5|", "")]
    public async Task Names_in_scope(string code, string expected, bool exact = true) => await CheckAsync(code, expected, exact);

    [Theory]
    [InlineData("Means.Fit(rows, rest|", "restarts:")]
    [InlineData("Means.Fit(opt|", "options: options", false)]
    [InlineData("Means.Fit(rows, options: null, rest|", "restarts:")]
    [InlineData("new Customer(Ag|", "Age:", false)]
    [InlineData("Twice(numb|", "number:")]
    public async Task Named_arguments(string code, string expected, bool exact = true) => await CheckAsync(code, expected, exact);

    [Theory]
    [InlineData("new Options { Clu|", "Clusters")]
    [InlineData("new Options { | }", "Channel Clusters Seed")]
    [InlineData("Options o = new() { Se|", "Seed")]
    [InlineData("Means.Fit(rows, new() { Clu|", "Clusters")]
    [InlineData("Means.Fit(rows, new() { Seed = 1, | })", "Channel Clusters")]
    [InlineData("Means.Fit(rows, options: new() { Clu|", "Clusters")]
    [InlineData("Means.Fit(rows, new() { Seed = 1, Clu| }, 3)", "Clusters")]
    [InlineData("var more = options with { Se|", "Seed")]
    [InlineData("new Node { Inner = { Se|", "Seed")]
    [InlineData("new Node { It|", "Items")]
    [InlineData("new List<int> { Twic|", "Twice")]
    [InlineData("new Options { Seed = Twic|", "Twice")]
    [InlineData("options is { Clu|", "Clusters")]
    [InlineData("options is { Seed: 1, Clu| }", "Clusters")]
    public async Task Initialisers(string code, string expected, bool exact = true) => await CheckAsync(code, expected, exact);

    [Theory]
    [InlineData("new Options { Channel = S|", "Channel.Search Channel.Social", false)]
    [InlineData("Channel c = Channel.E|", "Email")]
    [InlineData("options.Channel == Cha|", "Channel.Email Channel.Search Channel.Social Channel", false)]
    [InlineData("switch (options.Channel) { case Ema|", "Channel.Email", false)]
    [InlineData("var t = options.Channel switch { Cha|", "Channel.Email Channel", false)]
    [InlineData("int F(Channel channel = So|", "Channel.Social", false)]
    [InlineData("Channel? some = null; some == So|", "Channel.Social", false)]
    public async Task Enums(string code, string expected, bool exact = true) => await CheckAsync(code, expected, exact);

    [Theory]
    [InlineData("using Sys|", "System")]
    [InlineData("using System.Globali|", "Globalization")]
    [InlineData("using Sys|\nvar x = 3;", "System")]
    [InlineData("using static System.Mat|", "Math", false)]
    [InlineData("using static System.Math; Sqr|", "Sqrt")]
    [InlineData("using System.Globalization;\nCultureInf|", "CultureInfo")]
    [InlineData("using var reader = new StringRead|", "StringReader")]
    public async Task Using_directives(string code, string expected, bool exact = true) => await CheckAsync(code, expected, exact);

    [Theory]
    [InlineData("// ord|")]
    [InlineData("//|")]
    [InlineData("/* ord| */ 1")]
    [InlineData("/* ord|")]
    [InlineData("/// <summary>ord|</summary>\nint x;")]
    [InlineData("\"\"\"\nord|\n\"\"\"")]
    [InlineData("$\"ord| {1}\"")]
    [InlineData("'o|'")]
    public async Task Nothing_in_comments_and_text(string code) => await CheckAsync(code, "", true);

    [Fact]
    public async Task Items_tell_kind_type_and_overloads()
    {
        var method = (await AtAsync("Means.Fi|")).Items[0];
        Assert.Equal(new Completion("Fit", "method", "int", "int Means.Fit(int one) + 1 overload"), method);
        Assert.Equal(new Completion("orders", "variable", "List<Customer>", "List<Customer> orders"), (await AtAsync("orde|")).Items[0]);
        Assert.Equal(new Completion("Clusters", "property", "int", "int Options.Clusters { get; init; }"), (await AtAsync("options.Clu|")).Items[0]);
    }

    [Fact]
    public async Task The_whole_word_is_replaced()
    {
        var found = await AtAsync("1 + Math.Sq|rt(2)");
        Assert.Equal((9, 13), (found.Start, found.End));
    }

    [Fact]
    public async Task Matches_as_typed_come_first_and_obsolete_ones_last()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("public class T { public int zeta; public int Zero; [Obsolete] public int zalt; [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)] public int Zhidden; }");
        Assert.Equal(["zeta", "zalt", "Zero"], (await session.CompleteAtAsync("new T().z|")).Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Extension_methods_of_cells_are_members()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("public static class Ext { public static T Latest<T>(this IEnumerable<T> all) => all.Last(); extension(string text) { public string Shouted => text; } }");
        Assert.Equal(["Latest"], (await session.CompleteAtAsync("new[] { 1 }.Lates|")).Items.Select(item => item.Text));
        Assert.Empty((await session.CompleteAtAsync("3.Lates|")).Items);
        Assert.Equal(["Shouted"], (await session.CompleteAtAsync("\"a\".Shou|")).Items.Select(item => item.Text));
    }

    [Fact]
    public async Task It_works_while_a_cell_runs()
    {
        using var session = new CSharpSession();
        var sink = new RecordingSink();
        var running = session.RunAsync("Console.WriteLine(\"begun\"); System.Threading.Thread.Sleep(-1);", sink);
        while (sink.Output.Length == 0 && !running.IsCompleted) await Task.Delay(10);
        Assert.Equal(["WriteLine"], (await session.CompleteAtAsync("Console.WriteLi|")).Items.Select(item => item.Text));
        Assert.False(running.IsCompleted);
        session.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    private Task<Completions> AtAsync(string code) => shop.Session.CompleteAtAsync(code);

    private async Task CheckAsync(string code, string expected, bool exact)
    {
        var found = (await AtAsync(code)).Items.Select(item => item.Text).ToList();
        var wanted = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (exact) Assert.Equal(wanted, found);
        else Assert.Superset(wanted.ToHashSet(), found.ToHashSet());
    }

    /// <summary>A session with types and variables, for all tests that only ask.</summary>
    public sealed class ShopSession : IAsyncLifetime
    {
        public CSharpSession Session { get; } = new();

        public async Task InitializeAsync() => await Session.ValueAsync(Shop, Variables);

        public Task DisposeAsync()
        {
            Session.Dispose();
            return Task.CompletedTask;
        }
    }
}
