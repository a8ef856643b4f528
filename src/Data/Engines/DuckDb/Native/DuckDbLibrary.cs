using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MarketingNotebooks.Assets;

[assembly: DisableRuntimeMarshalling]

namespace MarketingNotebooks.Data.Engines.DuckDb.Native;

/// <summary>Finds and loads DuckDB's native library, which the build restores with npm.</summary>
internal static class DuckDbLibrary
{
    /// <summary>The name that declarations import from.</summary>
    public const string Name = "duckdb";

    private static readonly Lazy<nint> Loaded = new(() => Load(AssetFiles.DuckDbPath));

    static DuckDbLibrary() => NativeLibrary.SetDllImportResolver(typeof(DuckDbLibrary).Assembly, Resolve);

    /// <summary>Loads the library unless it is there.</summary>
    /// <exception cref="DuckDbException">It was not restored, or it does not fit this system.</exception>
    public static void Ensure() => _ = Loaded.Value;

    /// <summary>Loads the library of a path.</summary>
    public static nint Load(string? path)
    {
        if (path is null)
            throw new DuckDbException("SQL and Parquet need DuckDB's native library, which is not beside the program. "
                + "Install Node.js with npm and build again: the build restores it.");
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw new DuckDbException($"DuckDB's native library {path} does not load here: {error.Message.Trim().TrimEnd('.')}. "
                + $"Delete src/Assets/node_modules and build again on this machine ({RuntimeInformation.RuntimeIdentifier}).", error);
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search) => name == Name ? Loaded.Value : 0;
}
