using System.Collections.Concurrent;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>The formatters of one session, and the making of bundles from values.</summary>
/// <remarks>
/// For a mime type the order is: formatters registered for the type, its base types, its interfaces and its generic definition;
/// formatter sources found by attribute; the defaults. A formatter that throws does not end the cell: its message takes its place.
/// </remarks>
public sealed class FormatterRegistry
{
    private readonly ConcurrentDictionary<(Type Type, string MimeType), TypeFormatter> registered = new();
    private readonly ConcurrentDictionary<Type, string[]> preferred = new();

    /// <summary>Registers a formatter; a later one for the same type and mime type replaces it.</summary>
    /// <param name="type">The type; also an interface, a base type or an open generic type such as <c>List&lt;&gt;</c>.</param>
    /// <param name="write">Writes a value.</param>
    /// <param name="mimeType">What it writes. Default: text/html.</param>
    public void Register(Type type, Action<object, TextWriter> write, string mimeType = MimeTypes.Html)
    {
        ArgumentNullException.ThrowIfNull(write);
        registered[(type, mimeType)] = new TypeFormatter(mimeType, (value, writer) =>
        {
            write(value, writer);
            return true;
        });
    }

    /// <summary>Says which mime types a type is shown in; text/plain always comes along.</summary>
    public void SetPreferredMimeTypes(Type type, params string[] mimeTypes) => preferred[type] = mimeTypes;

    /// <summary>Drops all that was registered.</summary>
    public void Reset()
    {
        registered.Clear();
        preferred.Clear();
    }

    /// <summary>A value in the mime types asked for, or in all it has when none are.</summary>
    public MimeBundle Bundle(object? value, params string[] mimeTypes)
    {
        var bundle = new MimeBundle([], []);
        if (value is MimeBundle ready) return ready;
        if (value is Rendered rendered && mimeTypes.Length == 0)
        {
            bundle.Add(rendered.MimeType, rendered.Text);
            if (rendered.MimeType != MimeTypes.Plain) bundle.Add(MimeTypes.Plain, rendered.Text);
            return bundle;
        }
        foreach (var mime in mimeTypes.Length > 0 ? mimeTypes : Offered(value))
        {
            if (Format(value, mime) is { } text) bundle.Add(mime, text);
        }
        if (bundle.Data.Count == 0 || (mimeTypes.Length == 0 && !bundle.Data.ContainsKey(MimeTypes.Plain))) bundle.Add(MimeTypes.Plain, PlainText.Of(value));
        return bundle;
    }

    /// <summary>A value in one mime type; null when nothing can write it so.</summary>
    public string? Format(object? value, string mimeType)
    {
        if (value is Rendered rendered && rendered.MimeType == mimeType) return rendered.Text;
        if (value is not null)
        {
            foreach (var formatter in Candidates(value.GetType(), mimeType))
            {
                if (TryWrite(formatter, value, out var text)) return text;
            }
        }
        return mimeType switch
        {
            MimeTypes.Plain => PlainText.Of(value),
            MimeTypes.Html => HtmlTables.TryFormat(value) ?? $"<pre>{Html.Escape(PlainText.Of(value))}</pre>",
            _ when value is string text => text,
            _ => null,
        };
    }

    private IEnumerable<string> Offered(object? value)
    {
        if (value is null) return [MimeTypes.Plain];
        var types = Types(value.GetType()).ToList();
        foreach (var type in types)
        {
            if (preferred.TryGetValue(type, out var chosen)) return chosen;
        }
        var own = types.SelectMany(type => registered.Keys.Where(key => key.Type == type).Select(key => key.MimeType));
        var attached = FormatterSources.For(value.GetType());
        var mimes = attached.Preferred.Concat(attached.Formatters.Select(formatter => formatter.MimeType)).Concat(own).Distinct().ToList();
        if (mimes.Count == 0 && HtmlTables.Applies(value)) mimes.Add(MimeTypes.Html);
        return mimes.Append(MimeTypes.Plain).Distinct();
    }

    private IEnumerable<TypeFormatter> Candidates(Type type, string mimeType)
    {
        foreach (var key in Types(type))
        {
            if (registered.TryGetValue((key, mimeType), out var formatter)) yield return formatter;
        }
        foreach (var formatter in FormatterSources.For(type).Formatters)
        {
            if (formatter.MimeType == mimeType) yield return formatter;
        }
    }

    private static IEnumerable<Type> Types(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            yield return at;
            if (at.IsGenericType) yield return at.GetGenericTypeDefinition();
        }
        foreach (var face in type.GetInterfaces())
        {
            yield return face;
            if (face.IsGenericType) yield return face.GetGenericTypeDefinition();
        }
        yield return typeof(object);
    }

    private static bool TryWrite(TypeFormatter formatter, object value, out string text)
    {
        var writer = new StringWriter { NewLine = "\n" };
        try
        {
            var handled = formatter.Write(value, writer);
            text = writer.ToString();
            return handled;
        }
        catch (Exception error) when (error is not CellInterruptedException)
        {
            var said = $"The formatter of {value.GetType().Name} for {formatter.MimeType} threw {error.GetType().Name}: {error.Message}";
            text = formatter.MimeType == MimeTypes.Html ? $"<pre>{Html.Escape(said)}</pre>" : said;
            return formatter.MimeType.StartsWith("text/", StringComparison.Ordinal);
        }
    }
}
