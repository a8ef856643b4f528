using System.CommandLine;
using System.Text;
using MarketingNotebooks.Workbench;
using MarketingNotebooks.Workbench.Commands;
using MarketingNotebooks.Workbench.Commands.Kernels;

Console.OutputEncoding = Encoding.UTF8;
var root = new RootCommand("MarketingNotebooks: run, render and check notebooks for data-driven marketing.")
{
    RunCommand.Create(),
    RenderCommand.Create(),
    CheckCommand.Create(),
    ParametersCommand.Create(),
    DataCommand.Create(),
    KernelCommand.Create(),
};
RenderCommand.MakeDefault(root);
var parsed = root.Parse(args);
foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
if (parsed.Errors.Count == 0) {
    var invocation = new InvocationConfiguration();
    if (ServeCommand.OwnsSignals(parsed)) invocation.ProcessTerminationTimeout = null;
    return await parsed.InvokeAsync(invocation);
}
Console.Error.WriteLine("See `mn --help`.");
return ExitCode.Usage;
