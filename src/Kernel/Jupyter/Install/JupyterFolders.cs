namespace MarketingNotebooks.Kernel.Jupyter.Install;

/// <summary>Where Jupyter keeps its data; kernelspecs are in the sub-folder <c>kernels</c> of each of these folders.</summary>
/// <remarks>The rules are those of <c>jupyter_core.paths</c>, which are the same for every front end.</remarks>
/// <param name="platform">Whose rules.</param>
/// <param name="home">The user's home folder.</param>
/// <param name="variable">The value of an environment variable; null when it is not set.</param>
public sealed class JupyterFolders(JupyterPlatform platform, string home, Func<string, string?> variable)
{
    /// <summary>Those of this process.</summary>
    public static JupyterFolders Current { get; } = new(
        OperatingSystem.IsWindows() ? JupyterPlatform.Windows : OperatingSystem.IsMacOS() ? JupyterPlatform.MacOS : JupyterPlatform.Linux,
        System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile, System.Environment.SpecialFolderOption.DoNotVerify),
        System.Environment.GetEnvironmentVariable);

    /// <summary>The user's own: <c>$JUPYTER_DATA_DIR</c>, else the platform's.</summary>
    public string User => Get("JUPYTER_DATA_DIR") ?? platform switch
    {
        JupyterPlatform.MacOS => Path.Combine(home, "Library", "Jupyter"),
        JupyterPlatform.Windows => Get("APPDATA") is { } data ? Path.Combine(data, "jupyter") : Path.Combine(Get("JUPYTER_CONFIG_DIR") ?? Path.Combine(home, ".jupyter"), "data"),
        _ => Path.Combine(Get("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"),
    };

    /// <summary>That of the active Python environment (<c>$VIRTUAL_ENV</c>, else <c>$CONDA_PREFIX</c>); null when none is active.</summary>
    public string? ActiveEnvironment => (Get("VIRTUAL_ENV") ?? Get("CONDA_PREFIX")) is { } prefix ? Under(prefix) : null;

    /// <summary>Those for all users, the one to install to first.</summary>
    public IReadOnlyList<string> AllUsers => platform == JupyterPlatform.Windows
        ? [Path.Combine(Get("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter")]
        : ["/usr/local/share/jupyter", "/usr/share/jupyter"];

    /// <summary>What <c>--sys-prefix</c> means: the active environment's folder, else the one for all users.</summary>
    public string SysPrefix => ActiveEnvironment ?? AllUsers[0];

    /// <summary>All folders Jupyter looks in; of kernelspecs with one name the first is used.</summary>
    public IReadOnlyList<string> Search
    {
        get
        {
            var named = (Get("JUPYTER_PATH") ?? "").Split(platform == JupyterPlatform.Windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
            string[] own = [User];
            string[] environment = ActiveEnvironment is { } active ? [active] : [];
            var near = PrefersEnvironment ? environment.Concat(own) : own.Concat(environment);
            return [.. named.Concat(near).Concat(AllUsers).Distinct(StringComparer.Ordinal)];
        }
    }

    // Jupyter since 5.3 looks into an active environment first unless told otherwise.
    private bool PrefersEnvironment => Get("JUPYTER_PREFER_ENV_PATH") is { } value
        ? value.ToUpperInvariant() is not ("NO" or "N" or "FALSE" or "OFF" or "0" or "0.0")
        : ActiveEnvironment is not null;

    /// <summary>The folder below a prefix such as <c>/opt/python</c>.</summary>
    /// <param name="prefix">A folder that has, or is to have, <c>share</c> in it.</param>
    public static string Under(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");

    private string? Get(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
