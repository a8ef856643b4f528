using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Scanning;

/// <summary>Lets names that are no tables of the database stand for the frames of the running statement.</summary>
internal static unsafe class FrameReplacement
{
    /// <summary>What the statement that this thread prepares or starts may read.</summary>
    [ThreadStatic]
    private static ScannedFrames? _current;

    /// <summary>Makes it known to a database.</summary>
    public static void Register(DatabaseHandle database) => Api.AddReplacement(database, &Replace, 0, &Nothing);

    /// <summary>Names are looked up in <paramref name="frames"/> on this thread until the next call. DuckDB plans a statement on the thread that asks.</summary>
    public static void Use(ScannedFrames? frames) => _current = frames;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Replace(nint info, nint name, nint data)
    {
        var frames = _current;
        try
        {
            if (frames?.Find(Api.Text(name)) is not { } scan) return;
            var id = Api.IntegerValue(scan.Id);
            Api.SetReplacement(info, FrameFunction.Name);
            Api.AddReplacementParameter(info, id);
            Api.DestroyValue(ref id);
        }
        catch (Exception error)
        {
            frames!.Fail(error);
            Api.SetReplacementError(info, error.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Nothing(nint data)
    {
    }
}
