namespace MarketingNotebooks.Tests;

/// <summary>Stands in for a notebook: collects what is shown.</summary>
internal static class Host
{
    public static List<object> Shown(Action act)
    {
        var shown = new List<object>();
        var before = NotebookHost.Show;
        NotebookHost.Show = value =>
        {
            shown.Add(value);
            var place = shown.Count - 1;
            return newer => shown[place] = newer;
        };
        try
        {
            act();
        }
        finally
        {
            NotebookHost.Show = before;
        }
        return shown;
    }
}
