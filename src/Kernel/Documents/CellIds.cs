using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>Ids for cells that have none: made from position and content, so that saving twice gives the same bytes.</summary>
internal static class CellIds
{
    /// <summary>Gives every cell without an id, or with one already taken or against nbformat's pattern, an id of eight hex digits.</summary>
    public static void Complete(IList<Cell> cells)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (cell.Id is not null && !(IsValid(cell.Id) && taken.Add(cell.Id))) cell.Id = null;
        }
        for (var i = 0; i < cells.Count; i++)
        {
            for (var attempt = 0; cells[i].Id is null; attempt++)
            {
                var id = Hash(string.Create(CultureInfo.InvariantCulture, $"{i}\n{attempt}\n{cells[i].Kind}\n{cells[i].Source}"));
                if (taken.Add(id)) cells[i].Id = id;
            }
        }
    }

    private static bool IsValid(string id) => id.Length is >= 1 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
