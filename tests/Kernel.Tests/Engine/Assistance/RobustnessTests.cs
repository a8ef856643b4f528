using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Tests.Engine.Assistance;

/// <summary>Any text, any cursor: an answer, never an exception.</summary>
public sealed class RobustnessTests : IDisposable
{
    private static readonly string[] Seeds =
    [
        "var orders = new List<int> { 1, 2 };\nforeach (var o in orders.Where(x => x > 1)) { Console.WriteLine($\"{o:N2} {orders[0]}\"); }",
        "#!html\n<b>x</b>\r\n#!csharp\r\nvar s = \"\"\"\n  #!time {a}\n  \"\"\";\n/* c */ s.Length",
        "#r \"nuget:A, 1\"\n#load \"x\"\nusing System.Net;\nusing var r = new StringReader(@\"a\"\"b\");\nr?.ReadLine()?.Length ?? 0",
        "record P(int X) { public int Y { get; init; } }\nvar p = new P(1) { Y = 2 } with { X = 3 };\np is { X: > 1 and < 3 }",
        "public static class E { extension(int x) { public int Two => 2; } public static T F<T>(this T x, params int[] y) => x; }\n3.F(y: [1])",
        "from a in new[] { 1 } join b in new[] { 2 } on a equals b into c let d = 'x' select (a, d, \"\ud83d\ude00 \\u0041\"u8)",
        "#if X\nfoo(\n#endif\nswitch (x) { case int y when y > 1: goto a; default: a: break; }\ndelegate int D(int x); unsafe { int* p; }",
    ];

    private const string Alphabet = "\"'`{}()[]<>.,;:?!#@$\\/*-+=| \t\r\n\0_aZ9é\ud83d\ude00\u2028\ufeff";

    private readonly CSharpSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("", -5)]
    [InlineData("", 7)]
    [InlineData("abc", 99)]
    [InlineData("abc", int.MaxValue)]
    [InlineData("abc", int.MinValue)]
    [InlineData("\ud83d\ude00", 1)]
    [InlineData("\ud83d", 1)]
    [InlineData("a\r\nb", 2)]
    [InlineData("\r", 1)]
    [InlineData("#!", 2)]
    [InlineData("#!html", 0)]
    [InlineData("#", 1)]
    public async Task Edges(string code, int cursor) => await AskAsync(code, cursor);

    [Fact]
    public async Task Every_cursor_of_every_prefix_of_a_cell()
    {
        foreach (var code in Seeds)
        {
            for (var end = 0; end <= code.Length; end += 3) await AskAsync(code[..end], end);
            for (var cursor = 0; cursor <= code.Length; cursor += 3) await AskAsync(code, cursor);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Cells_with_random_faults(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var code = Seeds[random.Next(Seeds.Length)];
            for (var change = random.Next(1, 6); change > 0 && code.Length > 0; change--)
            {
                var at = random.Next(code.Length);
                code = random.Next(3) switch
                {
                    0 => code.Remove(at, random.Next(1, code.Length - at + 1) % 9),
                    1 => code.Insert(at, Alphabet[random.Next(Alphabet.Length)].ToString()),
                    _ => code.Insert(at, Seeds[random.Next(Seeds.Length)][..random.Next(20)]),
                };
            }
            await AskAsync(code, random.Next(-1, code.Length + 2));
        }
    }

    [Fact]
    public async Task Nesting_without_measure_is_an_error_of_the_cell()
    {
        var sink = await session.RunAsync("var a = 1;\n" + new string('(', 20_000));
        Assert.Equal("Cell 1, line 2, column 501: CS8078: Brackets may be 500 deep at most. Got more here; split the expression over variables.", sink.LastError?.Value);
    }

    [Fact]
    public async Task Texts_without_measure()
    {
        foreach (var open in (string[])["(", "{", "[", "x.", "x=>", "$\"{", "-", "if(x)", "new(){A=", "A<", "a?b:", "\"\"\"(", "a.b(c=>", "x is ", "!", "switch{_=>", "#if A\n", "from a in b ", "await ", "int[", "else "])
        {
            var code = string.Concat(Enumerable.Repeat(open, 4_000));
            _ = await session.CompleteAsync(code, code.Length);
            _ = await session.InspectAsync(code, code.Length);
            _ = session.Check(code);
        }
    }

    private async Task AskAsync(string code, int cursor)
    {
        try
        {
            var found = await session.CompleteAsync(code, cursor);
            Assert.InRange(found.Start, 0, Math.Clamp(cursor, 0, code.Length));
            Assert.InRange(found.End, Math.Clamp(cursor, 0, code.Length), code.Length);
            Assert.Equal(found.Items.Count, found.Items.DistinctBy(item => item.Text).Count());
            _ = await session.InspectAsync(code, cursor, details: true);
            _ = session.Check(code);
            if (session.Assistant.Fault is { } fault) throw fault;
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Cursor {cursor} in: {code}", error);
        }
    }
}
