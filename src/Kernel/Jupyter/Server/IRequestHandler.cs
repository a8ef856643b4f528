using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Answers one type of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The type of the messages, e.g. <c>kernel_info_request</c>.</summary>
    string Type { get; }

    /// <summary>True: it waits for the requests before it. False: it is answered while a cell runs.</summary>
    bool InTurn { get; }

    /// <summary>Does the work.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The reply's content; null for messages that are not answered.</returns>
    JsonObject? Handle(Message request);

    /// <summary>Called when the reply and the state after it are on their way.</summary>
    void Done()
    {
    }
}
