using System.Diagnostics;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Packages;

namespace MarketingNotebooks.Kernel.Tests.Engine;

/// <summary>What a host gives to cells, and how long things take.</summary>
public sealed class HostTests(Xunit.Abstractions.ITestOutputHelper log) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kernel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Assemblies_and_usings_of_the_host_are_open_in_cells_and_in_their_types()
    {
        using var session = new CSharpSession(new SessionOptions
        {
            Assemblies = [typeof(HostFunctions).Assembly],
            Usings = ["System.Globalization"],
            StaticUsings = [typeof(HostFunctions).FullName!],
        });
        Assert.Equal("(42, 43)", await session.ValueAsync("class Uses { public int X => Answer() + 1; public CultureInfo? C; }", "(Answer(), new Uses().X)"));
    }

    [Fact]
    public async Task Variables_are_listed_the_latest_of_a_name()
    {
        using var session = new CSharpSession();
        await session.ValueAsync("int a = 1; var b = \"x\"; record P(int X);", "var a = 2.5;", "a + 1");
        Assert.Equal([new Variable("b", typeof(string), "x"), new Variable("a", typeof(double), 2.5)], session.Variables);
    }

    [Fact]
    public void Assets_of_the_platform_are_read_from_a_restore()
    {
        var library = Directory.CreateDirectory(Path.Combine(folder, "some.native", "1.0.0", "runtimes", "linux-x64", "native")).FullName;
        File.WriteAllText(Path.Combine(library, "libsome.so"), "");
        var assets = PackageAssets.Read($$"""
            {"targets": {
              "net10.0": {"Some.Native/1.0.0": {"compile": {"lib/net8.0/Some.dll": {} } } },
              "net10.0/linux-x64": {"Some.Native/1.0.0": {"compile": {"ref/net8.0/Some.dll": {} }, "runtime": {"lib/net8.0/Some.dll": {}, "lib/net8.0/_._": {} },
                "native": {"runtimes/linux-x64/native/libsome.so": {} } } } },
             "libraries": {"Some.Native/1.0.0": {"path": "some.native/1.0.0"} },
             "packageFolders": {"/nowhere": {}, {{System.Text.Json.JsonSerializer.Serialize(folder)}}: {} } }
            """);
        Assert.Equal(["/nowhere/some.native/1.0.0/ref/net8.0/Some.dll"], assets.Compile.Select(file => file.Path));
        Assert.Equal(["/nowhere/some.native/1.0.0/lib/net8.0/Some.dll"], assets.Runtime.Select(file => file.Path));
        Assert.Equal([Path.Combine(library, "libsome.so")], assets.Native.Select(file => file.Path));
    }

    /// <summary>Prints times, asserts none; alone in a process (<c>--filter Times</c>) the first line is a cold start.</summary>
    [Fact]
    public async Task Times()
    {
        var clock = Stopwatch.StartNew();
        await CSharpSession.WarmUpAsync();
        log.WriteLine($"warm-up {clock.ElapsedMilliseconds} ms");
        using var session = new CSharpSession();
        foreach (var code in (string[])["1 + 1", "2 + 2", "record P(int X);", "Enumerable.Range(0, 5).Select(i => new P(i)).ToList()", "for (var i = 0; i < 500_000; i++) Console.WriteLine(new string('x', 99));"])
        {
            clock.Restart();
            var result = await session.RunAsync(code, NullSink.Instance);
            Assert.Equal(CellStatus.Ok, result.Status);
            log.WriteLine($"{clock.Elapsed.TotalMilliseconds:F1} ms  {code}");
        }
    }
}
