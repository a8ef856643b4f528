using System.Text;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>The 64 bytes with which both sides of a connection begin: signature, version, security mechanism.</summary>
/// <remarks>Source: ZMTP 3.1, rfc.zeromq.org/spec/37. The padding of the signature is not checked: older peers put a length there.</remarks>
internal static class Greeting
{
    public const int Length = 64;

    /// <summary>Bytes up to the version.</summary>
    public const int Beginning = 11;

    private const int MechanismAt = 12;
    private const int MechanismLength = 20;

    /// <summary>What we say: version 3.1, mechanism NULL, not a server in the sense of the mechanism.</summary>
    public static byte[] Own()
    {
        var bytes = new byte[Length];
        bytes[0] = 0xFF;
        bytes[9] = 0x7F;
        bytes[10] = 3;
        bytes[11] = 1;
        "NULL"u8.CopyTo(bytes.AsSpan(MechanismAt));
        return bytes;
    }

    /// <summary>Checks what the peer says.</summary>
    /// <exception cref="ZmtpException">It is not a peer of version 3 without security.</exception>
    public static void Check(ReadOnlySpan<byte> bytes)
    {
        CheckBeginning(bytes[..Beginning]);
        var mechanism = Encoding.ASCII.GetString(bytes.Slice(MechanismAt, MechanismLength)).TrimEnd('\0');
        if (mechanism != "NULL") throw new ZmtpException("The peer wants another security mechanism than NULL.");
    }

    /// <summary>Checks signature and version, so that strangers and older peers, who say no more, are turned away at once.</summary>
    public static void CheckBeginning(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] != 0xFF || (bytes[9] & 1) == 0) throw new ZmtpException("The peer does not speak ZMTP.");
        if (bytes[10] < 3) throw new ZmtpException($"The peer speaks an older ZMTP (revision {bytes[10]}); version 3 or later is needed.");
    }
}
