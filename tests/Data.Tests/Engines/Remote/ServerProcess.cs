using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>What fixtures of servers share: a user that is not root, processes that end with the tests.</summary>
internal static class ServerProcess
{
    /// <summary>True when something takes connections on a port of this machine.</summary>
    public static bool Listens(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Runs a program to its end.</summary>
    public static (int Code, string Output) Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        return Process.Start(start)!;
    }

    /// <summary>A program and its arguments under a user; as they are when the tests do not run as root.</summary>
    public static (string Program, string[] Arguments) As(string user, string program, params string[] arguments) =>
        Environment.UserName == "root" ? ("setpriv", ["--reuid=" + user, "--regid=" + user, "--clear-groups", program, .. arguments]) : (program, arguments);
}
