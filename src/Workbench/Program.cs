using System.CommandLine;
using System.Text;
using MarketingNotebooks.Workbench.Commands;

Console.OutputEncoding = Encoding.UTF8;
var root = new RootCommand("MarketingNotebooks: run, render and check notebooks for data-driven marketing.")
{
    RunCommand.Create(),
    RenderCommand.Create(),
    CheckCommand.Create(),
    ParametersCommand.Create(),
    DataCommand.Create(),
};
RenderCommand.MakeDefault(root);
return await root.Parse(args).InvokeAsync();
