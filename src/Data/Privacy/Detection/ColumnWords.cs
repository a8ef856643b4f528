using System.Text.RegularExpressions;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>The words in a column's name: <c>billingEmail_2</c> is billing, email, 2.</summary>
internal sealed partial class ColumnWords
{
    private readonly string _name;
    private readonly HashSet<string> _words;

    public ColumnWords(string name)
    {
        _name = name.ToLowerInvariant();
        _words = [.. Pieces().Matches(name).Select(piece => piece.Value.ToLowerInvariant())];
    }

    /// <summary>True for numbers and money of the shop's own, which only a check character can make personal.</summary>
    public bool IsTrade => Has("order", "sku", "ean", "gtin", "upc", "isbn", "product", "item", "invoice", "price", "amount", "cost", "quantity", "qty", "total", "revenue",
        "sales", "discount", "refund", "payment", "transaction", "tracking", "campaign", "session", "订单", "商品", "价格", "金额", "数量");

    /// <summary>True when one of <paramref name="hints"/> is a word of the name; a Chinese hint may stand anywhere in it.</summary>
    public bool Has(params string[] hints) => hints.Any(hint => hint[0] > 0x2E80 ? _name.Contains(hint, StringComparison.Ordinal) : _words.Contains(hint));

    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z]?\p{Ll}+|[0-9]+")]
    private static partial Regex Pieces();
}
