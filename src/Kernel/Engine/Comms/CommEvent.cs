namespace MarketingNotebooks.Kernel.Engine.Comms;

/// <summary>What happens on a <see cref="Comm"/>.</summary>
public enum CommAction
{
    /// <summary>It is opened.</summary>
    Open,

    /// <summary>A message goes over it.</summary>
    Message,

    /// <summary>It is closed.</summary>
    Close,
}

/// <summary>Something a cell does with a <see cref="Comm"/>, on its way to the front ends.</summary>
/// <param name="Action">What it does.</param>
/// <param name="CommId">The comm's id.</param>
/// <param name="Target">The name of the target in the front end.</param>
/// <param name="Message">What goes with it.</param>
public sealed record CommEvent(CommAction Action, string CommId, string Target, CommMessage Message);
