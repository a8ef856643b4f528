using System.Globalization;

namespace MarketingNotebooks.Data.Sources;

/// <summary>A database's address with its secrets taken from the environment: <c>scheme://user:password@host:port/database?option=value</c>, each part
/// as it is, escaped with %, or the name of an environment variable behind a $.</summary>
internal sealed class SourceAddress
{
    private readonly List<string> _secrets = [];

    private SourceAddress(string scheme, string shown) => (Scheme, Shown) = (scheme, shown);

    public string Scheme { get; }

    /// <summary>The address as it was written, a literal password starred out.</summary>
    public string Shown { get; }

    public string User { get; private set; } = "";

    public string Password { get; private set; } = "";

    public string Host { get; private set; } = "";

    public int? Port { get; private set; }

    /// <summary>All hosts of an address that lists several, separated by commas; the first is <see cref="Host"/>.</summary>
    public IReadOnlyList<(string Host, int? Port)> Hosts { get; private set; } = [];

    public string Database { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Options { get; private set; } = new Dictionary<string, string>();

    /// <summary>Parts of an address.</summary>
    /// <exception cref="ArgumentException">It has no such form, or a variable is not set. The message holds no secret.</exception>
    public static SourceAddress Parse(string url)
    {
        const string form = "Write it as scheme://user:$PASSWORD_VARIABLE@host:port/database";
        var mark = url.IndexOf("://", StringComparison.Ordinal);
        if (mark <= 0) throw new ArgumentException($"An address of a source starts with its scheme. Got one without '://'. {form}.");
        var rest = url[(mark + 3)..];
        var query = rest.IndexOf('?', StringComparison.Ordinal);
        var options = query < 0 ? "" : rest[(query + 1)..];
        if (query >= 0) rest = rest[..query];
        var (authority, path) = Split(rest);
        // An @ behind the question mark: what was cut off before it is part of a password.
        var shown = options.Contains('@', StringComparison.Ordinal) ? Cut(authority, ':').Item1 + ":***" : Masked(authority) + (path.Length > 0 ? "/" + path : "");
        var address = new SourceAddress(url[..mark], $"{url[..mark]}://{shown}");
        address.Options = address.Parsed(options);
        if (!authority.Contains('@', StringComparison.Ordinal) && authority.StartsWith('$')) authority = address.Expand(authority);
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var (user, password) = Cut(authority[..at], ':');
            address.User = address.Expand(user, secret: false);
            address.Password = address.Expand(password);
        }
        address.Hosts = [.. authority[(at + 1)..].Split(',').Select(host => address.HostAndPort(host))];
        (address.Host, address.Port) = address.Hosts[0];
        address.Database = address.Expand(path, secret: false);
        return address.Host.Length > 0 ? address : throw new ArgumentException($"The address {address.Shown} names no host. {form}.");
    }

    private Dictionary<string, string> Parsed(string options)
    {
        var parsed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split('=', 2)))
        {
            // Not repeated: what stands here may be the rest of a password with a question mark.
            if (option[0] is not ("tls" or "cluster") || option.Length != 2 || option[0] == "cluster" && Scheme != "clickhouse" || option[0] == "tls" && option[1] is not ("true" or "false"))
                throw new ArgumentException($"The address {Shown} takes the options ?tls=true or ?tls=false{(Scheme == "clickhouse" ? " and ?cluster=name" : "")}, joined by &. Got another one. A password with a question mark goes into an environment variable, or is written with %3F.");
            parsed[option[0]] = Uri.UnescapeDataString(option[1]);
        }
        return parsed;
    }

    private (string Host, int? Port) HostAndPort(string host)
    {
        var colon = host.LastIndexOf(':');
        if (colon < 0 || host.EndsWith(']')) return (Expand(host, secret: false), null);
        return int.TryParse(Expand(host[(colon + 1)..], secret: false), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? (Expand(host[..colon], secret: false), port) : throw new ArgumentException($"The port of {Shown} must be a number in [1, 65535]. A user and a password stand before the host, with an @ between.");
    }

    /// <summary>A text in which no secret stands.</summary>
    public string Mask(string text)
    {
        foreach (var secret in _secrets.OrderByDescending(secret => secret.Length))
            text = text.Replace(secret, "***", StringComparison.Ordinal).Replace(Uri.EscapeDataString(secret), "***", StringComparison.Ordinal);
        return text;
    }

    private static (string Authority, string Path) Split(string rest)
    {
        // A literal password may hold a slash: the path starts behind the last @.
        var slash = rest.IndexOf('/', Math.Max(0, rest.LastIndexOf('@')));
        return slash < 0 ? (rest, "") : (rest[..slash], Uri.UnescapeDataString(rest[(slash + 1)..]));
    }

    private static (string, string) Cut(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    private static string Masked(string authority)
    {
        var at = authority.LastIndexOf('@');
        // Without an @ what follows a colon is a port, or a password by mistake.
        if (at < 0)
            return string.Join(',', authority.Split(',').Select(host => Cut(host, ':') is var (name, port) && port.Length > 0 && !port.StartsWith('$') && !port.All(char.IsAsciiDigit) ? name + ":***" : host));
        var (user, password) = Cut(authority[..at], ':');
        return $"{user}{(password.Length == 0 ? "" : password.StartsWith('$') ? ":" + password : ":***")}{authority[at..]}";
    }

    private string Expand(string part, bool secret = true)
    {
        if (!part.StartsWith('$'))
        {
            var plain = Uri.UnescapeDataString(part);
            if (secret && plain.Length > 0) _secrets.Add(plain);
            return plain;
        }
        var value = Environment.GetEnvironmentVariable(part[1..]);
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"The environment variable '{part[1..]}' that {Shown} names is not set. Set it before the notebook's kernel starts.");
        if (secret) _secrets.Add(value);
        return value;
    }
}
