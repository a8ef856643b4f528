using System.Buffers.Binary;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>One frame: flags and body.</summary>
internal readonly record struct Frame(byte Flags, byte[] Body)
{
    public const byte More = 1;
    public const byte Long = 2;
    public const byte Command = 4;

    /// <summary>Bytes before the body: flags and a length of 1 or 8 bytes.</summary>
    public const int LongestHeader = 9;

    public bool HasMore => (Flags & More) != 0;

    public bool IsCommand => (Flags & Command) != 0;

    /// <summary>Writes the header of a frame and returns its length.</summary>
    public static int WriteHeader(Span<byte> at, byte flags, int length)
    {
        if (length <= byte.MaxValue)
        {
            at[0] = flags;
            at[1] = (byte)length;
            return 2;
        }
        at[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteInt64BigEndian(at[1..], length);
        return LongestHeader;
    }
}
