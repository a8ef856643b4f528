using System.CommandLine;
using System.Text;
using MarketingNotebooks.Workbench.Commands;

Console.OutputEncoding = Encoding.UTF8;
var root = new RootCommand("MarketingNotebooks: run, render and check notebooks for data-driven marketing.")
{
    RunCommand.Create(),
    CheckCommand.Create(),
    ParametersCommand.Create(),
    DataCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
