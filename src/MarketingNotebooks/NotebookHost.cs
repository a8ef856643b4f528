namespace MarketingNotebooks;

/// <summary>How this library shows things in the notebook that runs it. The host sets it; the library never needs a reference to a kernel.</summary>
public static class NotebookHost
{
    /// <summary>Shows a value below the running cell and returns what replaces it later. Default: writes <c>ToString()</c> to the console,
    /// and replaces nothing.</summary>
    public static Func<object, Action<object>> Show { get; set; } = value =>
    {
        Console.WriteLine(value);
        return _ => { };
    };
}
