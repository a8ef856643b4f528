using System.CommandLine;
using System.Text.Json;
using MarketingNotebooks.Data.Datasets.Public;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary><c>mn data list</c>, <c>fetch</c> and <c>verify</c>: public data sets and their cache.</summary>
internal static class DatasetCommands
{
    public static Command List()
    {
        var (catalogue, json) = (Catalogue(), Arguments.Json());
        var command = new Command("list", "List the public data sets: size, licence, and whether they are here.") { catalogue, json };
        command.Run((result, _) =>
        {
            var cache = new DatasetCache(DatasetCache.DefaultFolder);
            foreach (var dataset in Open(result.GetValue(catalogue)).Datasets)
            {
                var state = dataset.Files.Select(file => cache.Verify(dataset, file)).Min();
                Console.WriteLine(result.GetValue(json)
                    ? JsonSerializer.Serialize(new { dataset.Name, dataset.Title, dataset.Licence, dataset.Origin, dataset.Bytes, State = Word(state), dataset.Files }, JsonSerializerOptions.Web)
                    : $"{dataset.Name,-16} {Word(state),-8} {dataset.Bytes,12:N0} bytes  {dataset.Title}. Licence: {dataset.Licence}.");
            }
            if (!result.GetValue(json)) Console.WriteLine($"Cache: {cache.Folder} (set {DatasetCache.Variable} to change it).");
            return Task.FromResult(ExitCode.Ok);
        }, json);
        return command;
    }

    public static Command Fetch()
    {
        var (catalogue, all) = (Catalogue(), new Option<bool>("--all") { Description = "Fetch every data set of the catalogue." });
        var names = Names("Data sets to fetch, such as groceries; see `mn data list`.");
        var command = new Command("fetch", "Fetch public data sets into the cache; a broken fetch goes on where it broke.") { names, all, catalogue };
        command.Run(async (result, token) =>
        {
            var wanted = Chosen(Open(result.GetValue(catalogue)), result.GetValue(names)!, result.GetValue(all), "Name a data set, or pass --all; see `mn data list`.");
            var cache = new DatasetCache(DatasetCache.DefaultFolder);
            foreach (var dataset in wanted)
            {
                var files = await cache.FetchAsync(dataset, Console.IsErrorRedirected ? null : new Percent(dataset.Name), token).ConfigureAwait(false);
                Console.WriteLine($"{dataset.Name}: {dataset.Bytes:N0} bytes, verified, in {Path.GetDirectoryName(files[0])}. Licence: {dataset.Licence}.");
            }
            return ExitCode.Ok;
        });
        return command;
    }

    public static Command Verify()
    {
        var (catalogue, names) = (Catalogue(), Names("Data sets to verify. Default: all that are in the cache."));
        var command = new Command("verify", "Compare size and SHA-256 of the cached files with the catalogue.") { names, catalogue };
        command.Run((result, _) =>
        {
            var cache = new DatasetCache(DatasetCache.DefaultFolder);
            var named = result.GetValue(names)!;
            var faulty = 0;
            foreach (var dataset in Chosen(Open(result.GetValue(catalogue)), named, named.Length == 0, ""))
            {
                foreach (var file in dataset.Files)
                {
                    var state = cache.Verify(dataset, file);
                    if (named.Length == 0 && state == FileState.Missing) continue;
                    if (state != FileState.Whole) faulty++;
                    Console.WriteLine($"{dataset.Name}/{file.Name}: {Word(state)}{(state == FileState.Whole ? "" : $". Run `mn data fetch {dataset.Name}`")}.");
                }
            }
            return Task.FromResult(faulty == 0 ? ExitCode.Ok : ExitCode.Drift);
        });
        return command;
    }

    private static Argument<string[]> Names(string description) => new("names") { Description = description, Arity = ArgumentArity.ZeroOrMore };

    private static Option<string?> Catalogue() => new("--catalogue") { Description = "A catalogue of your own, a JSON file. Default: the one that comes with mn." };

    private static DatasetCatalogue Open(string? path) => path is null ? DatasetCatalogue.Standard : DatasetCatalogue.Read(path);

    private static IEnumerable<PublicDataset> Chosen(DatasetCatalogue catalogue, string[] names, bool all, string remedy)
    {
        if (all) return catalogue.Datasets;
        return names.Length > 0 ? [.. names.Distinct().Select(catalogue.Find)] : throw new UsageException(remedy);
    }

    private static string Word(FileState state) => state switch
    {
        FileState.Missing => "missing",
        FileState.Partial => "partial",
        FileState.Damaged => "damaged",
        _ => "whole",
    };

    /// <summary>One line on the terminal, updated in place.</summary>
    private sealed class Percent(string name) : IProgress<double>
    {
        private int _shown = -1;

        public void Report(double value)
        {
            var percent = (int)(100 * value);
            if (percent == _shown) return;
            _shown = percent;
            Console.Error.Write($"\r{name}: {percent} %{(percent == 100 ? "\n" : "")}");
        }
    }
}
