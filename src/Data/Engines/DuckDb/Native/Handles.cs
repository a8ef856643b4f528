using Microsoft.Win32.SafeHandles;

namespace MarketingNotebooks.Data.Engines.DuckDb.Native;

/// <summary>An open database; closed when the last of it is gone.</summary>
internal sealed class DatabaseHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public DatabaseHandle(nint database)
        : base(ownsHandle: true) => SetHandle(database);

    protected override bool ReleaseHandle()
    {
        Api.Close(ref handle);
        return true;
    }
}

/// <summary>A connection: one statement at a time, on one thread at a time; only interrupting may come from another.</summary>
internal sealed class ConnectionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public ConnectionHandle(nint connection)
        : base(ownsHandle: true) => SetHandle(connection);

    protected override bool ReleaseHandle()
    {
        Api.Disconnect(ref handle);
        return true;
    }
}
