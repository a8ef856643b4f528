using MarketingNotebooks.Kernel.Engine.Comms;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Names of the messages about comms.</summary>
internal static class CommTypes
{
    public static string Of(CommAction action) => action switch
    {
        CommAction.Open => "comm_open",
        CommAction.Message => "comm_msg",
        _ => "comm_close",
    };
}
