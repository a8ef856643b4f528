using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Workbench;

/// <summary>Where the collection's notebooks, data and ledger lie.</summary>
/// <param name="Root">The folder that holds <c>notebooks/</c>.</param>
public sealed record Repository(string Root)
{
    /// <summary>The folder of the notebooks.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The folder of the simulated company.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The file of recorded metrics.</summary>
    public string Ledger => Path.Combine(Notebooks, "ledger.json");

    /// <summary>Where what is made from the notebooks goes unless told otherwise.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Looks in the current folder and those above it, then around the program.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Repository Find() => Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
        ?? throw new UsageException($"There is no folder 'notebooks' in {Directory.GetCurrentDirectory()} or above it. Run mn inside a clone of MarketingNotebooks, or name a notebook's path.");

    /// <summary>Where executed copies of a notebook go unless told otherwise: below <c>artifacts/</c> of its collection, else in
    /// <c>executed/</c> of the current folder.</summary>
    /// <param name="notebook">Full path of the notebook.</param>
    /// <param name="purpose">Name of the folder in <c>artifacts/</c>.</param>
    public static string OutputFolder(string notebook, string purpose)
    {
        var parent = Directory.GetParent(notebook)!;
        return parent.Name == "notebooks" && parent.Parent is { } root
            ? Path.Combine(new Repository(root.FullName).Artifacts, purpose) : Path.Combine(Directory.GetCurrentDirectory(), "executed");
    }

    /// <summary>The notebooks named, or all of the collection in the order of their numbers.</summary>
    /// <param name="names">Paths, or names within the collection with or without <c>.ipynb</c>; a unique beginning such as <c>02</c> will do.</param>
    /// <exception cref="UsageException">One of them is not there.</exception>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string> names)
    {
        if (names.Count > 0) return [.. names.Select(Resolve)];
        var repository = Find();
        var all = All(repository);
        return all.Count > 0 ? all : throw new UsageException($"{repository.Notebooks} holds no .ipynb file.");
    }

    private static string Resolve(string name)
    {
        if (File.Exists(name)) return Path.GetFullPath(name);
        if (Directory.Exists(name)) throw new UsageException($"{name} is a folder. Name a notebook in it, e.g. {Path.Combine(name, "01-….ipynb")}.");
        var repository = Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory);
        var folder = Path.GetDirectoryName(name);
        var elsewhere = repository is null || !string.IsNullOrEmpty(folder) && Path.GetFullPath(folder) != repository.Notebooks;
        var all = elsewhere ? [] : All(repository!);
        var stem = Path.GetFileNameWithoutExtension(name.TrimEnd('…', '*'));
        var matches = all.Where(path => Path.GetFileName(path).StartsWith(stem, StringComparison.OrdinalIgnoreCase)).ToList();
        if (matches.Count == 1) return matches[0];
        if (matches.Count > 1) throw new UsageException($"'{name}' may be {string.Join(" or ", matches.Select(Path.GetFileName))}. Type more of the name.");
        var near = Spelling.Nearest(Path.GetFileName(name), all.Select(path => Path.GetFileName(path)));
        throw new UsageException($"There is no notebook '{name}'." + (near is null ? " Check the path." : $" Did you mean {near}?"));
    }

    private static List<string> All(Repository repository) =>
        [.. Directory.GetFiles(repository.Notebooks, "*.ipynb").Order(StringComparer.Ordinal)];

    private static Repository? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "notebooks"))) return new Repository(folder.FullName);
        return null;
    }
}
