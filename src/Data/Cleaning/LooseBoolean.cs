namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Yes and no in the ways that systems export them.</summary>
internal static class LooseBoolean
{
    /// <summary>True or false; null for anything else.</summary>
    /// <param name="normal">As <see cref="LooseText.Normal"/> gives it.</param>
    public static bool? Read(string normal) => normal.ToLowerInvariant() switch
    {
        "true" or "t" or "yes" or "y" or "1" or "on" or "x" or "✓" or "是" or "真" or "对" or "有" or "ja" or "oui" or "wahr" or "vrai" => true,
        "false" or "f" or "no" or "n" or "0" or "off" or "✗" or "否" or "假" or "错" or "没有" or "nein" or "non" or "falsch" or "faux" => false,
        _ => null,
    };
}
