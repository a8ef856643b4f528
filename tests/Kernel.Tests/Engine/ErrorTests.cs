using MarketingNotebooks.Kernel.Engine;
using static MarketingNotebooks.Kernel.Tests.Engine.Sessions;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Errors name the cell, the line and the user's own code.</summary>
public class ErrorTests
{
    [Fact]
    public async Task An_exception_shows_the_line_that_threw()
    {
        var error = await ErrorOfAsync("1", "int Half(int x)\n{\n    if (x % 2 == 1) throw new InvalidOperationException(\"odd\");\n    return x / 2;\n}\n\nHalf(3)");
        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Equal("odd", error.Value);
        Assert.Equal(("Cell 2", 3), (error.Document, error.Line));
        Assert.Equal(
            ["InvalidOperationException: odd", "   at Half in Cell 2, line 3",
             "    → if (x % 2 == 1) throw new InvalidOperationException(\"odd\");", "   at cell in Cell 2, line 7"], error.Traceback);
    }

    [Fact]
    public async Task A_function_of_an_earlier_cell_is_named_with_that_cell()
    {
        var error = await ErrorOfAsync("\nint Fail() => int.Parse(\"x\");", "\n\nFail()");
        Assert.Equal(("Cell 1", 2), (error.Document, error.Line));
        Assert.Contains("   at cell in Cell 2, line 3", error.Traceback);
    }

    [Fact]
    public async Task Errors_in_lambdas_types_and_after_awaits_have_lines()
    {
        var error = await ErrorOfAsync("class Shop\n{\n    public async Task<int> TotalAsync()\n    {\n        await Task.Yield();\n        return new[] { 0 }.Select(x =>\n            1 / x).Sum();\n    }\n}", "await new Shop().TotalAsync()");
        Assert.Equal(("Cell 1", 7), (error.Document, error.Line));
        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Contains("   at Shop.TotalAsync in Cell 1, line 6", error.Traceback);
    }

    [Fact]
    public async Task A_cell_that_ran_out_of_memory_lets_go_of_what_it_declared()
    {
        using var session = new CSharpSession();
        await session.RunAsync("var kept = 42;");
        var error = (await session.RunAsync("var hoard = new byte[1000];\nthrow new OutOfMemoryException();")).LastError!;
        Assert.Equal("OutOfMemoryException", error.Name);
        Assert.Equal(("Cell 2", 2), (error.Document, error.Line));
        Assert.Equal(["kept"], session.Variables.Select(variable => variable.Name));
        Assert.Equal("42", await session.ValueAsync("kept"));
        Assert.StartsWith("Cell 4, line 1, column 1: CS0103", (await session.RunAsync("hoard")).LastError!.Value);
        Assert.Equal("2", await session.ValueAsync("var hoard = 1;", "hoard + 1"));
    }

    [Fact]
    public async Task A_compile_error_points_at_its_place()
    {
        var error = await ErrorOfAsync("var ok = 1;\nwhile (ok < 3) ok += lambda(x => x);\nint y = ok + nope;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Contains("Cell 1, line 3, column 14: CS0103: The name 'nope' does not exist in the current context", error.Traceback);
        Assert.Equal(["    int y = ok + nope;", "                 ^"], error.Traceback.SkipWhile(line => !line.Contains("nope'", StringComparison.Ordinal)).Skip(1).Take(2));
    }

    [Theory]
    [InlineData("if (", 1)]
    [InlineData("var a = 1;\nvar b = ;", 2)]
    [InlineData("\n\nrecord R(int X) { public int Y => Z; }", 3)]
    public async Task Compile_errors_have_the_cells_lines(string code, int line) => Assert.Equal(line, (await ErrorOfAsync(code)).Line);

    [Theory]
    [InlineData("i + 1", "i")]
    [InlineData("a[0]", "a")]
    [InlineData("nope(b(1))", "nope")]
    public async Task A_misspelt_variable_is_not_taken_for_an_HTML_element(string code, string name) =>
        Assert.EndsWith($"CS0103: The name '{name}' does not exist in the current context", (await ErrorOfAsync(code)).Value, StringComparison.Ordinal);

    [Fact]
    public async Task Warnings_are_not_errors() => Assert.Equal("0", await ValueOfAsync("string s = null; int unused; s?.Length ?? 0"));

    [Fact]
    public async Task After_an_error_the_variables_set_before_it_are_there()
    {
        using var session = new CSharpSession();
        await session.RunAsync("var before = 5; throw new Exception();");
        Assert.Equal("5", await session.ValueAsync("before"));
        await session.RunAsync("this does not compile");
        Assert.Equal("5", await session.ValueAsync("before"));
    }

    [Fact]
    public async Task Causes_are_shown()
    {
        var error = await ErrorOfAsync("throw new Exception(\"outer\", new FormatException(\"inner\"));");
        Assert.Contains("caused by FormatException: inner", error.Traceback);
    }

    [Fact]
    public async Task An_error_in_async_void_ends_the_cell()
    {
        var error = await ErrorOfAsync("async void Fire() { await Task.Yield(); throw new Exception(\"void\"); } Fire(); await Task.Delay(-1);");
        Assert.Equal("void", error.Value);
    }
}
