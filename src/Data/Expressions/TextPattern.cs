using System.Text.RegularExpressions;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>A regular expression of the kind that runs in linear time and that databases know too.</summary>
internal sealed class TextPattern
{
    private readonly Regex _regex;

    public TextPattern(string pattern, int group)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        (Pattern, Group) = (pattern, group);
        try
        {
            _regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException e)
        {
            throw new ArgumentException($"The pattern '{pattern}' uses look-around, back-references or the like, which databases lack. Write it without them, or extract in two steps.", e);
        }
        catch (RegexParseException e)
        {
            throw new ArgumentException($"The pattern '{pattern}' is no regular expression: {e.Error} at character {e.Offset}.", e);
        }
        if (!_regex.GetGroupNumbers().Contains(group))
            throw new ArgumentException($"The pattern '{pattern}' has {_regex.GetGroupNumbers().Length - 1} groups in parentheses. Got group {group}.");
    }

    public string Pattern { get; }

    public int Group { get; }

    public bool IsMatch(string text) => _regex.IsMatch(text);

    public string? Extract(string text) => _regex.Match(text) is { Success: true } match && match.Groups[Group] is { Success: true } part ? part.Value : null;

    public override string ToString() => Group == 0 ? $"'{Pattern}'" : $"'{Pattern}', {Group}";
}
