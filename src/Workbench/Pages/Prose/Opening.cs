using System.Text.Json.Nodes;
using Markdig.Extensions.Alerts;
using Markdig.Syntax;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages.Prose;

/// <summary>What a notebook opens with: its title, and its question in the block quote (else the paragraph) below.</summary>
/// <remarks>The title is the first heading of level 1 in the first Markdown cell. The question may also open the next cell, when nothing
/// follows the title.</remarks>
internal sealed class Opening
{
    /// <summary>The title; null when the notebook has none.</summary>
    public HeadingBlock? Title { get; private set; }

    /// <summary>The block that asks the question; null when there is none.</summary>
    public Block? Question { get; private set; }

    /// <summary>Pictures pasted into the cell of <see cref="Question"/>; null when there are none.</summary>
    public JsonObject? Attachments { get; private set; }

    /// <summary>The trees of the cells that <see cref="Title"/> and <see cref="Question"/> were taken out of, by place of the cell.</summary>
    public Dictionary<int, MarkdownDocument> Rest { get; } = [];

    /// <summary>Reads the opening of a notebook. The notebook is not changed.</summary>
    public static Opening Of(NotebookDocument document)
    {
        var opening = new Opening();
        foreach (var (index, cell) in document.Cells.Index().Where(item => item.Item.Kind == CellKind.Markdown).Take(2))
        {
            if (opening.Question is not null) break;
            var tree = MarkdownText.Parse(cell.Source);
            opening.Attachments = cell.Attachments;
            opening.Rest[index] = tree;
            if (opening.Title is null && opening.Rest.Count == 1 && tree.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1) is { } title)
            {
                opening.Title = title;
                var place = tree.IndexOf(title);
                tree.Remove(title);
                opening.TakeQuestion(tree, place);
                if (place < tree.Count) break;
            }
            else
            {
                opening.TakeQuestion(tree, 0);
                break;
            }
        }
        return opening;
    }

    /// <summary>A block quote before the next heading, else the paragraph that comes first.</summary>
    private void TakeQuestion(MarkdownDocument tree, int from)
    {
        var near = tree.Skip(from).TakeWhile(block => block is not HeadingBlock).ToList();
        Question = near.Find(block => block is QuoteBlock and not AlertBlock) ?? (near.FirstOrDefault() is ParagraphBlock first ? first : null);
        if (Question is not null) tree.Remove(Question);
    }
}
