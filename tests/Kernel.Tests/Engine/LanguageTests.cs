using MarketingNotebooks.Kernel.Engine;
using static MarketingNotebooks.Kernel.Tests.Engine.Sessions;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>What C# in cells can do.</summary>
public class LanguageTests
{
    [Theory]
    [InlineData("42", "1 + 41")]
    [InlineData("3", "int x = 1;", "x += 2;", "x")]
    [InlineData("text", "\"text\"")]
    [InlineData("6", "await Task.Delay(5); var t = await Task.FromResult(6); t")]
    [InlineData("[1, 2]", "using System.Collections.Immutable;\nImmutableArray.Create(1, 2)")]
    [InlineData("2.5", "using static System.Math;", "Max(1, 2.5)")]
    [InlineData("Order { Id = 1, Lines = [\"a\"] }", "record Order(int Id, List<string> Lines);", "new Order(1, [\"a\"])")]
    [InlineData("8", "static class Ext { public static int Twice(this int x) => 2 * x; }", "4.Twice()")]
    [InlineData("80", "static class Ext { public static int Twice(this int x) => 2 * x; }", "static class Ext { public static int Twice(this int x) => 20 * x; }", "4.Twice()")]
    [InlineData("9", "static class Ext { extension(int x) { public int Square => x * x; } }", "3.Square")]
    [InlineData("7", "namespace Shop { public class Cart { public int Total() => 7; } }", "using Shop;\nnew Cart().Total()")]
    [InlineData("5", "namespace Shop { class Cart { public int Total() => 5; } }\nnew Shop.Cart().Total()")]
    [InlineData("12", "record Order(int Amount);", "static class Ext { public static int Sum(this IEnumerable<Order> all) => all.Sum(o => o.Amount); }", "new[] { new Order(5), new Order(7) }.Sum()")]
    [InlineData("3", "int rate = 3;", "class Price { public int Of() => 3; } new Price().Of()")]
    [InlineData("shadow", "var y = 1;", "var y = \"shadow\";", "y")]
    [InlineData("new", "record P(int X); var old = new P(1);", "record P(string X);", "_ = old.X + 1; new P(\"new\").X")]
    [InlineData("10", "int Sum(IEnumerable<int> xs) { var s = 0; foreach (var x in xs) s += x; return s; }", "Sum([1, 2, 3, 4])")]
    [InlineData("[0, 1, 4]", "IEnumerable<int> Squares() { for (int i = 0; ; i++) yield return i * i; }", "Squares().Take(3).ToList()")]
    [InlineData("6", "async IAsyncEnumerable<int> G() { for (var i = 1; i < 4; i++) { await Task.Yield(); yield return i; } }", "var s = 0; await foreach (var i in G()) s += i; s")]
    [InlineData("b", "T Last<T>(params T[] xs) => xs[^1];", "Last(\"a\", \"b\")")]
    [InlineData("3", "Func<int, int> f = x => x + 1;", "f(2)")]
    [InlineData("x => (x > 1)", "using System.Linq.Expressions;\nExpression<Func<int, bool>> e = x => x > 1; e.ToString()")]
    [InlineData("[2]", "var q = new[] { 1, 2 }.AsQueryable();", "(from x in q where new[] { 2 }.Any(y => y == x) select x).ToArray()")]
    [InlineData("5", "string? s = null; s?.Length ?? 5")]
    [InlineData("True", "dynamic d = new System.Dynamic.ExpandoObject(); d.X = 3; ((int)d.X == 3).ToString()")]
    [InlineData("2", "int n = 0; for (;;) if (++n > 1) break; n")]
    [InlineData("4", "int Get() => throw new Exception(); int Twice(int x) => x * 2; void Nothing() => Console.Write(\"\"); Nothing(); Twice(2)")]
    [InlineData("1", "async Task Later() => await Task.Yield(); await Later(); 1")]
    [InlineData("3", "int i = 0; again: i++; if (i < 3) goto again; i")]
    [InlineData("7", "class Box { int v; public int V { get => v; set => v = value; } public int W => v; public Box() => v = 7; }", "new Box().W")]
    [InlineData("theirs", "namespace Other { public class Image { public string Who => \"theirs\"; } public class Kernel; public class Formatter; }", "using Other;\nusing Microsoft.DotNet.Interactive.Formatting;\nnew Image().Who")]
    [InlineData("2", "using Microsoft.DotNet.Interactive;\nusing static Microsoft.DotNet.Interactive.Kernel;\nvar Progress = 2; var Json = 1; Progress")]
    [InlineData("5", "async Task<int> LoadAsync() { await Task.Delay(5); await Task.Delay(5); return 5; }", "LoadAsync().Result")]
    public async Task Cells_give_values(string expected, params string[] cells) => Assert.Equal(expected, await ValueOfAsync(cells));

    [Theory]
    [InlineData("Console.Write(\"\")")]
    [InlineData("_ = 1 + 1;")]
    [InlineData("// nothing")]
    [InlineData("using System.Net;")]
    [InlineData("display(3)")]
    public async Task Cells_without_value_have_no_result(string cell) => Assert.Null(await ValueOfAsync(cell));

    [Fact]
    public async Task A_null_value_is_shown() => Assert.Equal("null", await ValueOfAsync("(string?)null"));

    [Fact]
    public async Task Top_level_using_disposes_at_the_end_of_its_cell()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("class D(string n) : IDisposable { public void Dispose() => Console.Write(n); }");
        var sink = await session.RunAsync("using var a = new D(\"a\");\nusing D b = new(\"b\");\nConsole.Write(\"body \");");
        Assert.Equal("body ba", sink.Output);
    }

    [Fact]
    public async Task Extension_methods_cannot_use_variables_of_the_notebook()
    {
        var error = await ErrorOfAsync("int rate = 3;", "static class Ext\n{\n    public static int Of(this int x) => x * rate;\n}");
        Assert.Equal("Cell 2, line 3, column 45: CS0103: 'rate' belongs to the notebook; extension methods and namespaces are compiled apart from it and cannot use it, so pass it as an argument.", error.Value);
    }

    [Fact]
    public async Task A_type_that_uses_a_constant_of_the_notebook_stays_in_the_script() =>
        Assert.Equal("6", await ValueOfAsync("const int Rate = 3;", "class Price { public int Of(int x) => x * Rate; }", "new Price().Of(2)"));

    [Fact]
    public async Task A_type_that_uses_a_variable_says_so()
    {
        var error = await ErrorOfAsync("int rate = 3;", "class Price { public int Of(int x) => x * rate; }");
        Assert.Equal("Cell 2, line 1, column 43: CS0120: 'rate' belongs to the notebook; a type declared in a cell cannot use the notebook's variables and functions, so pass it as an argument.", error.Value);
    }
}
