namespace MarketingNotebooks.Kernel.Jupyter.Install;

/// <summary>The systems whose rules for data folders differ.</summary>
public enum JupyterPlatform
{
    /// <summary>Linux and other Unix systems: <c>$XDG_DATA_HOME/jupyter</c>, else <c>~/.local/share/jupyter</c>.</summary>
    Linux,

    /// <summary>macOS: <c>~/Library/Jupyter</c>.</summary>
    MacOS,

    /// <summary>Windows: <c>%APPDATA%\jupyter</c>.</summary>
    Windows,
}
