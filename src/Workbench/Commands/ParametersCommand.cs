using System.CommandLine;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Workbench.Commands;

/// <summary><c>mn parameters</c>: what a notebook can be given.</summary>
internal static class ParametersCommand
{
    public static Command Create()
    {
        var notebook = new Argument<string>("notebook") { Description = "A notebook: a path, or a name such as 02." };
        var command = new Command("parameters", "List a notebook's parameters with type, default and meaning.") { notebook };
        command.Run((result, _) =>
        {
            try
            {
                var path = Repository.Resolve([result.GetValue(notebook)!])[0];
                var parameters = NotebookParameters.Read(NotebookDocument.Load(path));
                if (parameters.Count == 0) Console.WriteLine($"{Path.GetFileName(path)} has no parameters.");
                foreach (var each in parameters) Console.WriteLine($"{each.Name} ({each.Type}) = {each.Default ?? "none"}: {each.Description ?? ""}");
                return Task.FromResult(ExitCode.Ok);
            }
            catch (NotebookFormatException error)
            {
                throw new UsageException(error.Message);
            }
        });
        return command;
    }
}
