using System.Collections;
using System.Dynamic;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using MarketingNotebooks.Kernel.Engine.Formatting;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>An HTML element written in C#: <c>div[@class: "note"](b("Total"), ": ", sum)</c>.</summary>
/// <remarks>
/// Brackets add attributes, parentheses give the content. Texts are escaped, <see cref="IHtmlContent"/> is not, sequences are
/// written item by item, other values as they are shown elsewhere. An element is never changed: each step gives a new one.
/// </remarks>
public sealed class PocketView : DynamicObject, IHtmlContent
{
    private static readonly HashSet<string> Void = ["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    private readonly IReadOnlyList<KeyValuePair<string, object?>> attributes;
    private readonly IReadOnlyList<object?> content;

    /// <summary>An element without attributes and content.</summary>
    /// <param name="tagName">Its name; empty for content without an element around it.</param>
    public PocketView(string tagName = "")
        : this(tagName, [], [])
    {
    }

    private PocketView(string name, IReadOnlyList<KeyValuePair<string, object?>> attributes, IReadOnlyList<object?> content)
    {
        Name = name;
        this.attributes = attributes;
        this.content = content;
    }

    /// <summary>The element's name.</summary>
    public string Name { get; }

    /// <summary><c>_.div</c>: an element of any name.</summary>
    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = new PocketView(binder.Name);
        return true;
    }

    /// <summary><c>_.div("x")</c>: an element of any name, with content.</summary>
    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = new PocketView(binder.Name, [], args ?? []);
        return true;
    }

    /// <summary><c>div("x")</c>: the element with content in the place of what it had.</summary>
    public override bool TryInvoke(InvokeBinder binder, object?[]? args, out object? result)
    {
        result = new PocketView(Name, attributes, args ?? []);
        return true;
    }

    /// <summary><c>div[id: "x", data_key: 1]</c>: the element with more attributes; <c>_</c> in a name stands for <c>-</c>.</summary>
    /// <exception cref="ArgumentException">A value has no name and is no dictionary.</exception>
    public override bool TryGetIndex(GetIndexBinder binder, object[] indexes, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        ArgumentNullException.ThrowIfNull(indexes);
        var more = new OrderedDictionary<string, object?>(attributes);
        var names = new Queue<string>(binder.CallInfo.ArgumentNames);
        foreach (var value in indexes)
        {
            if (value is IDictionary<string, object?> map)
            {
                foreach (var (key, item) in map) more[key] = item;
                continue;
            }
            if (!names.TryDequeue(out var name)) throw new ArgumentException($"An attribute needs a name, as in {Name}[id: \"x\"]. Got {PlainText.Of(value)}.");
            more[name.Replace('_', '-')] = value;
        }
        result = new PocketView(Name, [.. more], content);
        return true;
    }

    /// <summary>Shows the element below the cell.</summary>
    public DisplayedValue Display(params string[] mimeTypes) => DisplayExtensions.Display(this, mimeTypes);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Name.Length > 0)
        {
            writer.Write('<');
            writer.Write(Name);
            foreach (var (name, value) in attributes) WriteAttribute(writer, name, value);
            writer.Write('>');
            if (content.Count == 0 && Void.Contains(Name)) return;
        }
        foreach (var item in content) WriteItem(writer, encoder, item);
        if (Name.Length > 0) writer.Write($"</{Name}>");
    }

    /// <summary>The element's HTML.</summary>
    public override string ToString()
    {
        var writer = new StringWriter { NewLine = "\n" };
        WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static void WriteAttribute(TextWriter writer, string name, object? value)
    {
        if (value is null or false) return;
        writer.Write(' ');
        writer.Write(name);
        if (value is true) return;
        writer.Write($"=\"{Html.Escape(value is string text ? text : PlainText.Of(value))}\"");
    }

    private static void WriteItem(TextWriter writer, HtmlEncoder encoder, object? item)
    {
        switch (item)
        {
            case null: break;
            case string text: writer.Write(Html.Escape(text)); break;
            case IHtmlContent html: html.WriteTo(writer, encoder); break;
            case IEnumerable items when item is not IDictionary && items.Cast<object?>().All(inner => inner is null or IHtmlContent or string):
                foreach (var inner in items) WriteItem(writer, encoder, inner);
                break;
            default: writer.Write(Formatter.Registry.Inner(item)); break;
        }
    }
}
