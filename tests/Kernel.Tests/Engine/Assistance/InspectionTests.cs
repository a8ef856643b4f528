using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Tests.Engine.Assistance;

/// <summary>What is told of a symbol; <c>|</c> marks the cursor.</summary>
public sealed class InspectionTests(InspectionTests.Documented shop) : IClassFixture<InspectionTests.Documented>
{
    private const string Types = """
        /// <summary>Splits rows into <c>k</c> groups, see <see cref="Settings"/>.</summary>
        /// <remarks><para>Slow.</para><para>Exact.</para></remarks>
        public static class Groups
        {
            /// <summary>Fits to <paramref name="rows"/>.</summary>
            /// <param name="rows">Shape (n, d), not <see langword="null"/>.</param>
            /// <param name="settings">How.</param>
            /// <returns>The number of groups.</returns>
            /// <exception cref="ArgumentException">No rows.</exception>
            /// <remarks>Uses:
            /// <list type="bullet"><item><term>Lloyd</term><description>iterations</description></item></list>
            /// <code>
            ///   Groups.Fit(rows);
            /// </code></remarks>
            public static int Fit(double[] rows, Settings? settings = null) => 1;
        }

        /// <summary>How groups are made.</summary>
        /// <param name="Count">How many groups. Range: >= 1.</param>
        public sealed record Settings(int Count);

        public abstract class Base
        {
            /// <summary>Told once.</summary>
            public virtual int Tell() => 1;
        }

        public class Derived : Base
        {
            /// <inheritdoc/>
            public override int Tell() => 2;
            public int Costly { get { Console.Write("evaluated"); return 1; } }
            public string Plain { get; set; } = "text";
        }
        """;

    private const string Variables = """
        /// <summary>Doubles a number.</summary>
        int Twice(int number) => 2 * number;
        var settings = new Settings(4);
        var derived = new Derived();
        var many = Enumerable.Range(0, 50).ToList();
        var map = new Dictionary<string, (int, double)> { ["a"] = (1, 2.5) };
        var bare = 5;
        """;

    [Theory]
    [InlineData("Groups.Fit|")]
    [InlineData("Groups.F|it(rows)")]
    [InlineData("Groups.Fit(|")]
    [InlineData("Groups.Fit([1, 2], |")]
    [InlineData("Groups.Fit([1, 2],\n    |")]
    [InlineData("Groups.Fit([1, 2], \"|\")")]
    [InlineData("#!time\nGroups.Fit|([1])")]
    public async Task A_method_is_found_by_name_and_by_its_arguments(string code) => Assert.Equal("""
        int Groups.Fit(double[] rows, Settings? settings = null)

        Fits to rows.

        Parameters:
          rows: Shape (n, d), not null.
          settings: How.

        Returns:
        The number of groups.

        Exceptions:
          ArgumentException: No rows.
        """, await PlainAsync(code));

    [Fact]
    public async Task Details_add_remarks_lists_and_code() => Assert.EndsWith("""
        Remarks:
        Uses:

          Lloyd: iterations

        Groups.Fit(rows);
        """, await PlainAsync("Groups.Fit|", details: true), StringComparison.Ordinal);

    [Fact]
    public async Task Details_of_a_type_list_its_members()
    {
        Assert.Equal("class Groups\n\nSplits rows into k groups, see Settings.", await PlainAsync("Groups|"));
        Assert.Equal("class Groups\n\nSplits rows into k groups, see Settings.\n\nRemarks:\nSlow.\n\nExact.\n\nMembers:\n  Fit: Fits to rows.", await PlainAsync("Groups|", details: true));
    }

    [Fact]
    public async Task All_three_forms_are_given()
    {
        var bundle = await shop.Session.InspectAsync("Groups", 3);
        Assert.Equal("```csharp\nclass Groups\n```\n\nSplits rows into `k` groups, see `Settings`.", (string?)bundle!.Data[MimeTypes.Markdown]);
        Assert.Equal("<pre><code>class Groups</code></pre><p>Splits rows into <code>k</code> groups, see <code>Settings</code>.</p>", (string?)bundle.Data[MimeTypes.Html]);
    }

    [Theory]
    [InlineData("Twice|(3)", "int Twice(int number)\n\nDoubles a number.")]
    [InlineData("settings|", "Settings settings\n\nValue now: Settings { Count = 4 }\n\nHow groups are made.")]
    [InlineData("settings.Cou|nt", "int Settings.Count { get; init; }\n\nHow many groups. Range: >= 1.")]
    [InlineData("derived|.Plain", "Derived derived\n\nValue now: Derived { Plain = \"text\" }")]
    [InlineData("derived.Tell|()", "int Derived.Tell()\n\nTold once.")]
    [InlineData("many|", "List<int> many\n\nValue now: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … 50 in all]", true)]
    [InlineData("map|", "Dictionary<string, (int, double)> map\n\nValue now: { [\"a\"] = (1, 2.5) }", true)]
    [InlineData("var bare = 3; bar|e", "int bare")]
    [InlineData("many.Select(x => x|)", "int x")]
    public async Task Members_variables_and_values(string code, string expected, bool starts = false)
    {
        var plain = await PlainAsync(code);
        if (starts) Assert.StartsWith(expected, plain, StringComparison.Ordinal);
        else Assert.Equal(expected, plain);
    }

    [Fact]
    public async Task The_base_library_is_documented_where_the_sdk_is_there()
    {
        var text = await PlainAsync("Math.Sqrt|");
        Assert.StartsWith("double Math.Sqrt(double d)\n\nReturns the square root", text, StringComparison.Ordinal);
        Assert.Contains("Writes the current line terminator", await PlainAsync("Console.WriteLine|()"), StringComparison.Ordinal);
        Assert.Contains("more overloads", await PlainAsync("Console.WriteLine|"), StringComparison.Ordinal);
        Assert.Contains("selector: ", await PlainAsync("many.Select|(x => x)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kernels_own_functions_are_documented() => Assert.Contains("Shows a value below the cell.", await PlainAsync("display|(1)"), StringComparison.Ordinal);

    [Theory]
    [InlineData("|")]
    [InlineData("3|")]
    [InlineData("// Groups|")]
    [InlineData("\"Groups|\"")]
    [InlineData("noSuchName|")]
    [InlineData("fore|ach")]
    [InlineData("#!html\nGroups|")]
    public async Task Nothing_is_told_where_nothing_is(string code) => Assert.Null(await PlainAsync(code));

    [Theory]
    [InlineData("#!ti|me", "#!time\n\nhow long the rest of the cell takes")]
    [InlineData("#!html|\n<b>", "#!html\n\ntext shown as HTML")]
    [InlineData("#!nothing|", null)]
    public async Task Directives_tell_what_they_do(string code, string? expected) => Assert.Equal(expected, await PlainAsync(code));

    private async Task<string?> PlainAsync(string code, bool details = false)
    {
        var (text, cursor) = Cursor.Split(code);
        var bundle = await shop.Session.InspectAsync(text, cursor, details);
        return (string?)bundle?.Data[MimeTypes.Plain];
    }

    /// <summary>A session with documented types and variables.</summary>
    public sealed class Documented : IAsyncLifetime
    {
        public CSharpSession Session { get; } = new();

        public async Task InitializeAsync() => await Session.ValueAsync(Types, Variables);

        public Task DisposeAsync()
        {
            Session.Dispose();
            return Task.CompletedTask;
        }
    }
}
