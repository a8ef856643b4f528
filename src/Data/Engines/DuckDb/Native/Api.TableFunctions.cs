using System.Runtime.InteropServices;

namespace MarketingNotebooks.Data.Engines.DuckDb.Native;

internal static unsafe partial class Api
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_table_function")]
    public static partial nint CreateTableFunction();

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_table_function")]
    public static partial void DestroyTableFunction(ref nint function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_table_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetName(nint function, string name);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_table_function_add_parameter")]
    public static partial void AddParameter(nint function, nint type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_table_function_set_bind")]
    public static partial void SetBind(nint function, delegate* unmanaged[Cdecl]<nint, void> callback);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_table_function_set_init")]
    public static partial void SetInit(nint function, delegate* unmanaged[Cdecl]<nint, void> callback);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_table_function_set_local_init")]
    public static partial void SetLocalInit(nint function, delegate* unmanaged[Cdecl]<nint, void> callback);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_table_function_set_function")]
    public static partial void SetFunction(nint function, delegate* unmanaged[Cdecl]<nint, nint, void> callback);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_table_function_supports_projection_pushdown")]
    public static partial void SupportProjection(nint function, byte supported);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_register_table_function")]
    public static partial int Register(ConnectionHandle connection, nint function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_bind_get_parameter")]
    public static partial nint BindParameter(nint info, ulong index);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_bind_add_result_column", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddColumn(nint info, string name, nint type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_bind_set_bind_data")]
    public static partial void SetBindData(nint info, nint data, delegate* unmanaged[Cdecl]<nint, void> free);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_bind_set_cardinality")]
    public static partial void SetCardinality(nint info, ulong rows, byte isExact);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_bind_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetBindError(nint info, string message);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_init_get_bind_data")]
    public static partial nint InitBindData(nint info);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_init_set_init_data")]
    public static partial void SetInitData(nint info, nint data, delegate* unmanaged[Cdecl]<nint, void> free);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_init_get_column_count")]
    public static partial ulong ScannedCount(nint info);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_init_get_column_index")]
    public static partial ulong ScannedColumn(nint info, ulong index);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_init_set_max_threads")]
    public static partial void SetMaxThreads(nint info, ulong threads);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_init_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetInitError(nint info, string message);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_function_get_init_data")]
    public static partial nint FunctionInitData(nint info);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_function_get_local_init_data")]
    public static partial nint FunctionLocalData(nint info);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetFunctionError(nint info, string message);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_add_replacement_scan")]
    public static partial void AddReplacement(DatabaseHandle database, delegate* unmanaged[Cdecl]<nint, nint, nint, void> callback, nint data,
        delegate* unmanaged[Cdecl]<nint, void> free);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_replacement_scan_set_function_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetReplacement(nint info, string function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_replacement_scan_add_parameter")]
    public static partial void AddReplacementParameter(nint info, nint value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_replacement_scan_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetReplacementError(nint info, string message);
}
