using MarketingNotebooks.Kernel.Jupyter.Install;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Install;

/// <summary>Jupyter's rules for data folders, on each platform.</summary>
public sealed class JupyterFoldersTests
{
    [Theory]
    [InlineData(JupyterPlatform.Linux, "", "/home/ann/.local/share/jupyter")]
    [InlineData(JupyterPlatform.Linux, "XDG_DATA_HOME=/xdg", "/xdg/jupyter")]
    [InlineData(JupyterPlatform.Linux, "XDG_DATA_HOME=", "/home/ann/.local/share/jupyter")]
    [InlineData(JupyterPlatform.Linux, "XDG_DATA_HOME=/xdg JUPYTER_DATA_DIR=/own", "/own")]
    [InlineData(JupyterPlatform.MacOS, "XDG_DATA_HOME=/xdg", "/home/ann/Library/Jupyter")]
    [InlineData(JupyterPlatform.Windows, "APPDATA=/roaming", "/roaming/jupyter")]
    [InlineData(JupyterPlatform.Windows, "", "/home/ann/.jupyter/data")]
    public void The_users_folder(JupyterPlatform platform, string variables, string folder) => Assert.Equal(folder, Folders(platform, variables).User);

    [Theory]
    [InlineData(JupyterPlatform.Linux, "", "/usr/local/share/jupyter")]
    [InlineData(JupyterPlatform.Linux, "CONDA_PREFIX=/conda", "/conda/share/jupyter")]
    [InlineData(JupyterPlatform.MacOS, "CONDA_PREFIX=/conda VIRTUAL_ENV=/venv", "/venv/share/jupyter")]
    [InlineData(JupyterPlatform.Windows, "PROGRAMDATA=/programs", "/programs/jupyter")]
    public void The_environments_folder(JupyterPlatform platform, string variables, string folder) => Assert.Equal(folder, Folders(platform, variables).SysPrefix);

    [Theory]
    [InlineData("", "/home/ann/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("JUPYTER_PATH=/a:/b VIRTUAL_ENV=/venv", "/a /b /venv/share/jupyter /home/ann/.local/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("JUPYTER_PREFER_ENV_PATH=0 VIRTUAL_ENV=/venv", "/home/ann/.local/share/jupyter /venv/share/jupyter /usr/local/share/jupyter /usr/share/jupyter")]
    [InlineData("VIRTUAL_ENV=/usr", "/usr/share/jupyter /home/ann/.local/share/jupyter /usr/local/share/jupyter")]
    public void The_order_Jupyter_looks_in(string variables, string folders) => Assert.Equal(folders.Split(' '), Folders(JupyterPlatform.Linux, variables).Search);

    private static JupyterFolders Folders(JupyterPlatform platform, string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return new JupyterFolders(platform, "/home/ann", values.GetValueOrDefault);
    }
}
