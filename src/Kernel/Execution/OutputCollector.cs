using System.Text;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Execution;

/// <summary>A sink that fills a cell's outputs as Jupyter does: streams joined, displays replaced by their id, clears obeyed.</summary>
/// <remarks>Collectors that share <paramref name="displays"/> may be called at once. Text that comes after <see cref="Complete"/>, from a
/// thread the cell left behind, is still added; nothing is after <see cref="Close"/>.</remarks>
/// <param name="cell">The cell; its outputs are written by <see cref="Complete"/>.</param>
/// <param name="displays">Where each display id is shown, shared by the cells of a run, so that a later cell can update an earlier one.</param>
public sealed class OutputCollector(Cell cell, IDictionary<string, IList<(Cell Cell, int Index)>> displays) : IOutputSink
{
    private readonly StringBuilder text = new();
    private string stream = "stdout";
    private bool clearNext;
    private bool ended;
    private bool closed;

    /// <inheritdoc/>
    public void Stream(StreamKind kind, string text)
    {
        lock (displays)
        {
            if (closed) return;
            BeforeOutput();
            var name = kind == StreamKind.Output ? "stdout" : "stderr";
            if (name != stream) EndStream();
            stream = name;
            this.text.Append(text);
            if (ended) EndStream();
        }
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string displayId)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        lock (displays)
        {
            if (closed) return;
            BeforeOutput();
            EndStream();
            if (!displays.TryGetValue(displayId, out var places)) displays[displayId] = places = [];
            places.Add((cell, cell.Outputs.Count));
            cell.Outputs.Add(new DisplayOutput(Copy(bundle.Data), Copy(bundle.Metadata)));
        }
    }

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        lock (displays)
        {
            if (closed || !displays.TryGetValue(displayId, out var places)) return;
            foreach (var (owner, index) in places)
            {
                if (index < owner.Outputs.Count && owner.Outputs[index] is DisplayOutput)
                {
                    owner.Outputs[index] = new DisplayOutput(Copy(bundle.Data), Copy(bundle.Metadata));
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Result(MimeBundle bundle, int executionCount)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        Add(new ResultOutput(executionCount, Copy(bundle.Data), Copy(bundle.Metadata)));
    }

    /// <inheritdoc/>
    public void Error(CellError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Add(new ErrorOutput(error.Name, error.Value, error.Traceback));
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
        lock (displays)
        {
            clearNext = wait;
            if (!wait) Drop();
        }
    }

    /// <summary>Writes what is pending to the cell. Call it when the cell has ended.</summary>
    public void Complete()
    {
        lock (displays)
        {
            EndStream();
            ended = true;
        }
    }

    /// <summary>Takes no more, so that the document no longer changes. Call it when the notebook has ended.</summary>
    public void Close()
    {
        lock (displays) closed = true;
    }

    private void Add(CellOutput output)
    {
        lock (displays)
        {
            BeforeOutput();
            EndStream();
            cell.Outputs.Add(output);
        }
    }

    private void BeforeOutput()
    {
        if (!clearNext) return;
        clearNext = false;
        Drop();
    }

    private void Drop()
    {
        text.Clear();
        cell.Outputs.Clear();
        foreach (var places in displays.Values)
        {
            for (var i = places.Count - 1; i >= 0; i--)
            {
                if (places[i].Cell == cell) places.RemoveAt(i);
            }
        }
    }

    // Text that comes after a display goes on in the stream's earlier output only if nothing came between.
    private void EndStream()
    {
        if (text.Length == 0) return;
        if (ended && cell.Outputs is [.., StreamOutput before] && before.Name == stream) cell.Outputs[^1] = before with { Text = before.Text + text };
        else cell.Outputs.Add(new StreamOutput(stream, text.ToString()));
        text.Clear();
    }

    private static JsonObject Copy(JsonObject map) => (JsonObject)map.DeepClone();
}
