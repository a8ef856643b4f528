using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Comms;

namespace MarketingNotebooks.Kernel.Tests.Engine.Comms;

public class CommTests
{
    // A notebook that runs without a front end may use widgets; they go nowhere.
    [Fact]
    public async Task Without_a_front_end_a_comm_goes_nowhere()
    {
        using var session = new CSharpSession();
        Assert.Equal("false", await session.ValueAsync("var comm = Comm.Open(\"widget\", new { x = 1 }); comm.Send(2); Comm.Register(\"t\", (c, m) => { });", "comm.IsClosed"));
        Assert.Equal("true", await session.ValueAsync("comm.Close(); comm.IsClosed"));
    }

    [Fact]
    public void Outside_of_a_cell_the_error_says_what_to_do()
    {
        Assert.Contains("from a cell", Assert.Throws<InvalidOperationException>(() => Comm.Open("x")).Message, StringComparison.Ordinal);
        Assert.Contains("from a cell", Assert.Throws<InvalidOperationException>(() => Comm.Register("x", (_, _) => { })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_of_the_users_called_Comm_wins() =>
        Assert.Equal("mine", await Sessions.ValueOfAsync("class Comm { public static string Name => \"mine\"; }", "Comm.Name"));
}
