namespace MarketingNotebooks.Kernel.Engine.Assistance;

/// <summary>Whether a cell's text can be run as it stands.</summary>
public enum CodeStatus
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>More text is needed: something is still open.</summary>
    Incomplete,

    /// <summary>It has a syntax error that no further text mends.</summary>
    Invalid,
}
