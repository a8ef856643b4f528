using MarketingNotebooks.Kernel.Jupyter.Server;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Wire;

public sealed class ConnectionInfoTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connection-").FullName;

    private string File => Path.Combine(folder, "kernel.json");

    [Fact]
    public void What_is_written_is_read_and_only_the_owner_may()
    {
        var info = new ConnectionInfo { Key = "k", ShellPort = 1, IopubPort = 2, KernelName = "n" };
        System.IO.File.WriteAllText(File, "an older file that all may read");
        info.Write(File);
        Assert.Equal(info, ConnectionInfo.Read(File));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    // In a folder that all share, someone else could have put a link there to be sent the key.
    [Fact]
    public void A_link_in_its_place_is_replaced_and_not_followed()
    {
        if (OperatingSystem.IsWindows()) return;
        var theirs = Path.Combine(folder, "theirs");
        System.IO.File.WriteAllText(theirs, "");
        System.IO.File.CreateSymbolicLink(File, theirs);
        new ConnectionInfo { Key = "secret" }.Write(File);
        Assert.Equal("", System.IO.File.ReadAllText(theirs));
        Assert.Equal("secret", ConnectionInfo.Read(File).Key);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"shell_port":"x"}""")]
    [InlineData("""{"shell_port":70000}""")]
    [InlineData("""{"shell_port":-1}""")]
    [InlineData("""{"ip":"0.0.0.0"}""")]
    [InlineData("""{"ip":"*"}""")]
    [InlineData("""{"ip":"192.168.1.1"}""")]
    [InlineData("""{"ip":null}""")]
    [InlineData("""{"transport":"udp"}""")]
    [InlineData("""{"transport":null}""")]
    [InlineData("""{"signature_scheme":"hmac-md5"}""")]
    public void What_cannot_be_used_is_refused_with_the_files_name(string json)
    {
        System.IO.File.WriteAllText(File, json);
        Assert.Contains(File, Assert.Throws<ConnectionException>(() => ConnectionInfo.Read(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_null_is_no_key()
    {
        System.IO.File.WriteAllText(File, """{"key":null}""");
        Assert.Equal("", ConnectionInfo.Read(File).Key);
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains(File, Assert.Throws<ConnectionException>(() => ConnectionInfo.Read(File)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_port_taken_is_one_sentence()
    {
        using var first = new KernelServer(new ConnectionInfo { Key = "k" }, Options);
        var error = Assert.Throws<ConnectionException>(() => new KernelServer(first.Connection, Options));
        Assert.Contains(first.Connection.HeartbeatPort.ToString(), error.Message, StringComparison.Ordinal);
    }

    // A killed kernel leaves its socket files behind; the one started in its place must come up.
    [Fact]
    public void Socket_files_left_behind_are_taken_over()
    {
        if (OperatingSystem.IsWindows()) return;
        var info = new ConnectionInfo { Key = "k", Transport = "ipc", Ip = Path.Combine(folder, "s"), ShellPort = 1, ControlPort = 2, IopubPort = 3, StdinPort = 4, HeartbeatPort = 5 };
        for (var port = 1; port <= 5; port++)
        {
            using var left = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
            left.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint($"{info.Ip}-{port}"));
            // Closing would remove the file; a kill does not.
            System.IO.File.Move($"{info.Ip}-{port}", $"{info.Ip}-{port}.kept");
        }
        foreach (var file in Directory.GetFiles(folder, "*.kept")) System.IO.File.Move(file, file[..^5]);
        new KernelServer(info, Options).Dispose();
        Assert.Empty(Directory.GetFiles(folder, "s-*"));
    }

    [Fact]
    public void A_path_too_long_for_a_socket_is_one_sentence()
    {
        var info = new ConnectionInfo { Key = "k", Transport = "ipc", Ip = Path.Combine(folder, new string('x', 200)) };
        Assert.Throws<ConnectionException>(() => new KernelServer(info, Options));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private KernelOptions Options => new() { HistoryFile = Path.Combine(folder, "history"), Log = _ => { } };
}
