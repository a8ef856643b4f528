using System.Net;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>HTML escaping.</summary>
internal static class Html
{
    /// <summary>The text with <c>&lt; &gt; &amp; " '</c> as entities.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);
}
