using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Scanning;

/// <summary>The table function through which DuckDB reads frames where they lie, on as many threads as it likes, and only the columns it needs.</summary>
internal static unsafe class FrameFunction
{
    /// <summary>Its name in SQL.</summary>
    public const string Name = "frame_scan";

    /// <summary>Makes it known to a database.</summary>
    public static void Register(ConnectionHandle connection)
    {
        var function = Api.CreateTableFunction();
        var id = Api.CreateType(DuckDbType.BigInt);
        Api.SetName(function, Name);
        Api.AddParameter(function, id);
        Api.SupportProjection(function, 1);
        Api.SetBind(function, &Bind);
        Api.SetInit(function, &Start);
        Api.SetLocalInit(function, &StartThread);
        Api.SetFunction(function, &Read);
        var state = Api.Register(connection, function);
        Api.DestroyType(ref id);
        Api.DestroyTableFunction(ref function);
        if (state != 0) throw new DuckDbException("DuckDB did not take the function that reads frames. Report this with the version of DuckDB in use.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        try
        {
            var parameter = Api.BindParameter(info, 0);
            var scan = FrameScan.Find(Api.GetInteger(parameter));
            Api.DestroyValue(ref parameter);
            if (scan is null)
            {
                Api.SetBindError(info, "The frame is gone: name the frame itself in the statement.");
                return;
            }
            for (var i = 0; i < scan.Schema.Count; i++)
            {
                var type = Api.CreateType(scan.TypeOf(i));
                Api.AddColumn(info, scan.Schema[i].Name, type);
                Api.DestroyType(ref type);
            }
            Api.SetCardinality(info, (ulong)scan.Rows, 1);
            Api.SetBindData(info, GCHandle.ToIntPtr(GCHandle.Alloc(scan)), &Free);
        }
        catch (Exception error)
        {
            Api.SetBindError(info, error.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Start(nint info)
    {
        var scan = (FrameScan)GCHandle.FromIntPtr(Api.InitBindData(info)).Target!;
        try
        {
            var columns = new int[Api.ScannedCount(info)];
            for (var i = 0; i < columns.Length; i++) columns[i] = unchecked((int)Math.Min(Api.ScannedColumn(info, (ulong)i), int.MaxValue));
            var run = new FrameScanRun(scan, columns);
            Api.SetMaxThreads(info, (ulong)run.MostThreads);
            Api.SetInitData(info, GCHandle.ToIntPtr(GCHandle.Alloc(run)), &Free);
        }
        catch (Exception error)
        {
            scan.Owner.Fail(error);
            Api.SetInitError(info, error.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void StartThread(nint info) => Api.SetInitData(info, GCHandle.ToIntPtr(GCHandle.Alloc(new FrameScanRange())), &Free);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Read(nint info, nint chunk)
    {
        try
        {
            var run = (FrameScanRun)GCHandle.FromIntPtr(Api.FunctionInitData(info)).Target!;
            run.Read((FrameScanRange)GCHandle.FromIntPtr(Api.FunctionLocalData(info)).Target!, chunk);
        }
        catch (Exception error)
        {
            Api.SetFunctionError(info, error.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint handle) => GCHandle.FromIntPtr(handle).Free();
}
