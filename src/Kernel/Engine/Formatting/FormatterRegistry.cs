using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine.Running;
using Microsoft.AspNetCore.Html;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>The formatters of one session, and the making of bundles from values.</summary>
/// <remarks>
/// For a mime type the order is: formatters registered for the type, its base types, its interfaces and its generic definition;
/// formatter sources found by attribute; the defaults. A formatter that throws does not end the cell: its message takes its place.
/// </remarks>
public sealed class FormatterRegistry
{
    private const int DefaultItems = 20;
    private const int DefaultLevels = 6;

    private readonly ConcurrentDictionary<(Type Type, string MimeType), TypeFormatter> registered = new();
    private readonly ConcurrentDictionary<Type, string[]> preferred = new();
    private int listExpansionLimit = DefaultItems;
    private int recursionLimit = DefaultLevels;
    private string defaultMimeType = MimeTypes.Html;

    /// <summary>Most items of a sequence that are shown in a table. Range: ≥ 0. Default: 20.</summary>
    public int ListExpansionLimit
    {
        get => listExpansionLimit;
        set => listExpansionLimit = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"ListExpansionLimit must be at least 0. Got {value}.");
    }

    /// <summary>Most levels of objects inside objects that are shown in a table. Range: ≥ 0. Default: 6.</summary>
    public int RecursionLimit
    {
        get => recursionLimit;
        set => recursionLimit = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"RecursionLimit must be at least 0. Got {value}.");
    }

    /// <summary>The mime type of values of types nothing is said about. Default: text/html, with text/plain beside it.</summary>
    public string DefaultMimeType
    {
        get => defaultMimeType;
        set => defaultMimeType = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Registers a formatter; a later one for the same type and mime type replaces it.</summary>
    /// <param name="type">The type; also an interface, a base type or an open generic type such as <c>List&lt;&gt;</c>.</param>
    /// <param name="write">Writes a value.</param>
    /// <param name="mimeType">What it writes. Default: text/html.</param>
    public void Register(Type type, Action<object, TextWriter> write, string mimeType = MimeTypes.Html)
    {
        ArgumentNullException.ThrowIfNull(write);
        TryRegister(type, (value, writer) =>
        {
            write(value, writer);
            return true;
        }, mimeType);
    }

    /// <summary>Registers a formatter that gives false for values it leaves to the next one.</summary>
    /// <param name="type">The type; also an interface, a base type or an open generic type.</param>
    /// <param name="write">Writes a value.</param>
    /// <param name="mimeType">What it writes. Default: text/html.</param>
    public void TryRegister(Type type, Func<object, TextWriter, bool> write, string mimeType = MimeTypes.Html)
    {
        ArgumentNullException.ThrowIfNull(write);
        registered[(type, mimeType)] = new TypeFormatter(mimeType, write);
    }

    /// <summary>Says which mime types a type is shown in; text/plain always comes along.</summary>
    public void SetPreferredMimeTypes(Type type, params string[] mimeTypes) => preferred[type] = mimeTypes;

    /// <summary>The mime types said for a type, its base types or interfaces; else <see cref="DefaultMimeType"/>.</summary>
    public IReadOnlyList<string> PreferredMimeTypes(Type type) => Types(type).Select(preferred.GetValueOrDefault).FirstOrDefault(chosen => chosen is not null) ?? [DefaultMimeType];

    /// <summary>Drops all that was registered.</summary>
    public void Reset()
    {
        registered.Clear();
        preferred.Clear();
        (ListExpansionLimit, RecursionLimit, DefaultMimeType) = (DefaultItems, DefaultLevels, MimeTypes.Html);
    }

    /// <summary>A value in the mime types asked for, or in all it has when none are.</summary>
    public MimeBundle Bundle(object? value, params string[] mimeTypes)
    {
        var bundle = new MimeBundle([], []);
        if (value is MimeBundle ready) return ready;
        if (value is IMimeBundleSource source && mimeTypes.Length == 0 && !Types(value.GetType()).Any(type => registered.Keys.Any(key => key.Type == type))) return source.ToMimeBundle();
        if (value is Rendered rendered && mimeTypes.Length == 0)
        {
            bundle.Add(rendered.MimeType, rendered.Text);
            if (rendered.MimeType != MimeTypes.Plain) bundle.Add(MimeTypes.Plain, rendered.Text);
            return bundle;
        }
        value = AsyncValues.Unwrap(value);
        // Only read when no formatter knows better: reading a sequence may cost a query.
        var settled = new Lazy<object?>(() => Settle(value));
        foreach (var mime in mimeTypes.Length > 0 ? mimeTypes : Offered(value, settled))
        {
            if ((FormatRegistered(value, mime) ?? FormatDefault(settled.Value, mime)) is { } text) bundle.Add(mime, text);
        }
        if (bundle.Data.Count == 0 || (mimeTypes.Length == 0 && !bundle.Data.ContainsKey(MimeTypes.Plain))) bundle.Add(MimeTypes.Plain, PlainText.Of(settled.Value));
        return bundle;
    }

    /// <summary>A value in one mime type; null when nothing can write it so.</summary>
    public string? Format(object? value, string mimeType) =>
        FormatRegistered(AsyncValues.Unwrap(value), mimeType) ?? FormatDefault(Settle(AsyncValues.Unwrap(value)), mimeType);

    /// <summary>A value as the formatters registered for its type or attached to it write it, or as it says itself; null when there is none.</summary>
    internal string? FormatRegistered(object? value, string mimeType)
    {
        if (value is null) return null;
        foreach (var formatter in Candidates(value.GetType(), mimeType))
        {
            if (TryWrite(formatter, value, out var text)) return text;
        }
        return value switch
        {
            Rendered rendered when rendered.MimeType == mimeType => rendered.Text,
            IMimeBundleSource source when (source.ToMimeBundle().Data[mimeType] as JsonValue)?.TryGetValue(out string? own) == true => own,
            IHtmlContent html when mimeType == MimeTypes.Html || (mimeType == MimeTypes.Plain && html is not IMimeBundleSource) => Written(html),
            _ => null,
        };
    }

    private object? Settle(object? value) => Gathered.Settle(value, Math.Max(ListExpansionLimit, PlainText.MostItems), CellRun.Current?.Token ?? default);

    private string? FormatDefault(object? value, string mimeType) => mimeType switch
    {
        MimeTypes.Plain => PlainText.Of(value),
        MimeTypes.Html => new HtmlWriter(this).Write(value),
        MimeTypes.Json => JsonText.Of(value),
        _ when value is string text => text,
        _ => null,
    };

    /// <summary>A value inside other HTML: escaped text for scalars, else as in <c>text/html</c>.</summary>
    internal string Inner(object value) =>
        Members.IsScalar(value.GetType()) && !Candidates(value.GetType(), MimeTypes.Html).Any() ? Html.Escape(PlainText.Of(value)) : Format(value, MimeTypes.Html)!;

    private static string Written(IHtmlContent html)
    {
        var writer = new StringWriter { NewLine = "\n" };
        html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private IEnumerable<string> Offered(object? value, Lazy<object?> settled)
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
        if (mimes.Count == 0 && value is (JsonNode or JsonElement or JsonDocument)) return [MimeTypes.Json, MimeTypes.Plain];
        if (mimes.Count == 0 && DefaultMimeType != MimeTypes.Html) mimes.Add(DefaultMimeType);
        else if (mimes.Count == 0 && (value is IHtmlContent || (settled.Value is { } shown && HtmlTables.Applies(shown)))) mimes.Add(MimeTypes.Html);
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
