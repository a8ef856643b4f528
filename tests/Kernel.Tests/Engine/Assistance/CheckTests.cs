using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Assistance;

namespace MarketingNotebooks.Kernel.Tests.Engine.Assistance;

/// <summary>Which texts can be run.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly CSharpSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("Console.WriteLine(\"hello\");")]
    [InlineData("if (true) { }")]
    [InlineData("for (var i = 0; i < 3; i++) Console.Write(i);")]
    [InlineData("using var x = new StringReader(\"\");")]
    [InlineData("using System.Net;")]
    [InlineData("namespace A { class B { } }")]
    [InlineData("static class E { public static int Two(this int x) => 2; }")]
    [InlineData("// comment")]
    [InlineData("/* comment */")]
    [InlineData("#!time")]
    [InlineData("#r \"nuget:Some\"")]
    [InlineData("#!html\n<b {")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("int F() => 3;")]
    [InlineData("record P(int X);")]
    [InlineData("noSuchName + 1")]
    public void Complete(string code) => Assert.Equal(new CodeCheck(CodeStatus.Complete, ""), session.Check(code));

    [Theory]
    [InlineData("if (x) {", "    ")]
    [InlineData("if (x)", "    ")]
    [InlineData("foreach (var a in b)", "    ")]
    [InlineData("class A\n{\n    int F()\n    {", "        ")]
    [InlineData("class A\n{\n    int F() => 3;", "    ")]
    [InlineData("class A\n{\n    int F() => 3;\n", "    ")]
    [InlineData("Console.WriteLine(", "    ")]
    [InlineData("Console.WriteLine(1", "")]
    [InlineData("Console.WriteLine(1,", "")]
    [InlineData("var x = [1, 2,", "")]
    [InlineData("var x = 1 +", "")]
    [InlineData("1 +", "")]
    [InlineData("var x =", "")]
    [InlineData("x.", "")]
    [InlineData("Func<int, int> f = x =>", "    ")]
    [InlineData("orders.Where(o =>", "    ")]
    [InlineData("var s = \"abc", "")]
    [InlineData("var s = @\"abc\nd", "")]
    [InlineData("var s = \"\"\"\n    abc", "    ")]
    [InlineData("var s = $\"a {b", "")]
    [InlineData("/* abc", "")]
    [InlineData("int F(int x)", "")]
    [InlineData("#!time\nif (x) {", "    ")]
    [InlineData("if (x) { } else", "    ")]
    [InlineData("try { }", "")]
    [InlineData("switch (x)\n{\n    case 1:", "        ")]
    [InlineData("from x in y", "")]
    public void Incomplete(string code, string indent) => Assert.Equal(new CodeCheck(CodeStatus.Incomplete, indent), session.Check(code));

    [Theory]
    [InlineData("int x = = 3;")]
    [InlineData(")")]
    [InlineData("}")]
    [InlineData("if (x) ) {")]
    [InlineData("int x = = 3; if (y) {")]
    [InlineData("var s = \"abc\nvar t = 1;")]
    [InlineData("foo(\n#!time\n1)")]
    [InlineData("class { }")]
    [InlineData("1 + ;")]
    [InlineData("var x = 1 2;")]
    public void Invalid(string code) => Assert.Equal(new CodeCheck(CodeStatus.Invalid, ""), session.Check(code));
}
