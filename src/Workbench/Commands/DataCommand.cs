using System.CommandLine;
using MarketingNotebooks.Data.Datasets;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary><c>mn data</c>: the simulated company, and public data sets.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Write the simulated company's tables; fetch and verify public data sets.")
    {
        Generate(), DatasetCommands.List(), DatasetCommands.Fetch(), DatasetCommands.Verify(),
    };

    private static Command Generate()
    {
        var seed = new Option<long>("--seed") { Description = "Seed of every random draw. Default: 42.", DefaultValueFactory = _ => 42 };
        var customers = new Option<int>("--customers") { Description = "Number of customers. Default: 4000.", DefaultValueFactory = _ => 4000 };
        var folder = Arguments.Out("data/ of the collection");
        var command = new Command("generate", "Draw the company anew and write its tables, truth.json and README.md.") { seed, customers, folder };
        command.Run((result, cancellationToken) =>
        {
            var target = Path.GetFullPath(result.GetValue(folder) ?? Repository.Find().Data);
            try
            {
                var options = new CompanyOptions { Seed = result.GetValue(seed), Customers = result.GetValue(customers) };
                var files = Company.Write(target, options, null, cancellationToken);
                Console.WriteLine($"{files.Count} files in {target}.");
                return Task.FromResult(ExitCode.Ok);
            }
            catch (ArgumentException error)
            {
                throw new UsageException(error.Message);
            }
        });
        return command;
    }
}
