using System.Text;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Insertions into a cell's text that keep its line numbers, with the way back from new to old positions.</summary>
internal sealed class TextEdits
{
    private readonly List<(int Start, int Length, int Rank, string Text)> edits = [];
    private bool sorted = true;

    public bool IsEmpty => edits.Count == 0;

    /// <summary>Puts text before a position; at equal positions after everything <see cref="Close"/> puts there.</summary>
    public void Open(int position, string text) => Add(position, 0, 1, text);

    /// <summary>Puts text behind a node that ends at a position.</summary>
    public void Close(int position, string text) => Add(position, 0, 0, text);

    /// <summary>Puts text in place of a span that holds no line end.</summary>
    public void Replace(int start, int length, string text) => Add(start, length, 2, text);

    /// <summary>The changed text.</summary>
    public string Apply(string original)
    {
        Sort();
        var text = new StringBuilder(original.Length + (edits.Count * 64));
        var at = 0;
        foreach (var edit in edits)
        {
            text.Append(original, at, edit.Start - at).Append(edit.Text);
            at = edit.Start + edit.Length;
        }
        return text.Append(original, at, original.Length - at).ToString();
    }

    /// <summary>The place in the original text of a position in the changed text; inside an insertion, where that was put.</summary>
    public int ToOriginal(int position)
    {
        Sort();
        var shift = 0;
        foreach (var edit in edits)
        {
            var start = edit.Start + shift;
            if (position < start) break;
            if (position < start + edit.Text.Length) return edit.Start;
            shift += edit.Text.Length - edit.Length;
        }
        return position - shift;
    }

    private void Add(int start, int length, int rank, string text)
    {
        edits.Add((start, length, rank, text));
        sorted = false;
    }

    private void Sort()
    {
        if (sorted) return;
        var ordered = edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Rank).ToList();
        edits.Clear();
        edits.AddRange(ordered);
        sorted = true;
    }
}
