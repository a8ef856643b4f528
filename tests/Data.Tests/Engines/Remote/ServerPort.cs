using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Ports for servers that are told their port and bind it later, or again after a crash.</summary>
/// <remarks>A port that the system chose and that was let go may be given to any outgoing connection of any process meanwhile. These lie below the
/// range of such ports, and a locked file keeps each for this process until it ends: test projects run at once.</remarks>
internal static class ServerPort
{
    private const int First = 12_000;
    private const int Last = 19_999;
    private static readonly List<FileStream> Held = [];

    /// <summary>The files that are locked, one a port.</summary>
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"mn-test-ports-{Environment.UserName}")).FullName;

    /// <summary>A port of this process's own.</summary>
    public static int Take()
    {
        lock (Held)
        {
            for (var port = First; port <= Last; port++)
            {
                if (TryLock(Path.Combine(Folder, port.ToString(CultureInfo.InvariantCulture))) is not { } file) continue;
                Held.Add(file);
                if (IsFree(port)) return port;
            }
        }
        throw new InvalidOperationException($"No port from {First} to {Last} is free.");
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null; // another test has it
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
