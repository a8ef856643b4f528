using MarketingNotebooks.Kernel.Engine;
using static MarketingNotebooks.Kernel.Tests.Engine.Sessions;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>Variables given to a session from outside.</summary>
public class VariableTests
{
    public static TheoryData<object?, string, string> Given => new()
    {
        { 3, "x.GetType().Name + (x + 1)", "Int324" },
        { "text", "x.Length", "4" },
        { new[] { 1.5, 2 }, "x.Sum()", "3.5" },
        { new[,] { { 1, 2 }, { 3, 4 } }, "x[1, 0]", "3" },
        { new int[][] { [1], [2, 3] }, "x[1].Length", "2" },
        { new Dictionary<string, List<int?>> { ["a"] = [1, null] }, "x[\"a\"].Count", "2" },
        { new KeyValuePair<string, int>("k", 2), "x.Key + x.Value", "k2" },
        { null, "x is null", "true" },
        { new Hidden(), "x.ToString()", "hidden" },
        { new List<Hidden> { new() }, "x.GetType().Name + ((System.Collections.IList)x).Count", "List`11" },
        { new { A = 1 }, "x.ToString()", "{ A = 1 }" },
    };

    [Theory]
    [MemberData(nameof(Given))]
    public async Task A_variable_has_its_type_in_later_cells(object? value, string code, string expected)
    {
        using var session = new CSharpSession();
        session.SetVariable("x", value);
        Assert.Equal(expected, await session.ValueAsync(code));
        Assert.True(session.TryGetVariable("x", out var read));
        Assert.Same(value is ValueType ? null : value, value is ValueType ? null : read);
        Assert.False(session.TryGetVariable("y", out _));
    }

    [Fact]
    public async Task Types_of_cells_and_newer_versions_of_them_are_understood()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("record P(int X); var p = new P(7);");
        Assert.True(session.TryGetVariable("p", out var old));
        session.SetVariable("q", old);
        Assert.Equal("8", await session.ValueAsync("q.X + 1"));
        await session.ValueAsync("record P(string Y);");
        session.SetVariable("r", old);
        Assert.Equal("P { X = 7 }", await session.ValueAsync("r"));
        await session.ValueAsync("const int K = 2; class In { public int V => K; } var inner = new In();");
        Assert.True(session.TryGetVariable("inner", out var inner));
        session.SetVariable("again", inner);
        Assert.Equal("2", await session.ValueAsync("again.V"));
    }

    [Fact]
    public async Task An_assembly_cells_did_not_refer_to_comes_along()
    {
        using var session = new CSharpSession();
        session.SetVariable("sink", new List<Public> { new() });
        Assert.Equal("public", await session.ValueAsync("sink[0].Word"));
        session.SetVariable("again", new Public());
        Assert.Equal("public", await session.ValueAsync("again.Word"));
    }

    /// <summary>A type of an assembly that is not among the session's.</summary>
    public sealed class Public
    {
        public string Word { get; } = "public";
    }

    [Fact]
    public async Task A_declared_type_and_superseding_work()
    {
        using var session = new CSharpSession();
        session.SetVariable("x", 3.0, typeof(double?[]).GetElementType());
        session.SetVariable("class", new List<int> { 4 }, typeof(IEnumerable<int>));
        Assert.Equal("null", await session.ValueAsync("x = null;", "x"));
        Assert.Equal("4", await session.ValueAsync("@class.First()"));
        session.SetVariable("x", "now a text");
        Assert.Equal("now a text", await session.ValueAsync("x"));
    }

    [Fact]
    public void Names_and_types_that_do_not_fit_are_refused()
    {
        using var session = new CSharpSession();
        Assert.StartsWith("A variable's name must be a C# identifier. Got 'a b'.", Assert.Throws<ArgumentException>(() => session.SetVariable("a b", 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The value of 'x' must be of type int. Got string.", Assert.Throws<ArgumentException>(() => session.SetVariable("x", "1", typeof(int))).Message, StringComparison.Ordinal);
    }

    private sealed class Hidden
    {
        public override string ToString() => "hidden";
    }
}
