using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>An argument that may stand for a value elsewhere: <c>@csharp:x</c>, <c>@input:"Prompt"</c>, <c>@password:"Prompt"</c>.</summary>
public static class ValueExpression
{
    /// <summary>The value an argument stands for; a text that does not start with <c>@name:</c> stands for itself.</summary>
    /// <param name="text">The argument.</param>
    /// <param name="cell">Where it stands.</param>
    /// <param name="prompt">What to ask when the argument names no prompt.</param>
    /// <exception cref="NoInputException">It asks, and nobody can answer.</exception>
    /// <exception cref="KeyNotFoundException">There is no such variable.</exception>
    public static object? Resolve(string text, ICellContext cell, string prompt = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cell);
        if (!text.StartsWith('@') || text.Split(':', 2) is not [var source, var name]) return text;
        return source[1..].ToUpperInvariant() switch
        {
            "INPUT" => cell.Ask(Request(name, prompt, password: false)) ?? "",
            "PASSWORD" => new PasswordString(cell.Ask(Request(name, prompt, password: true)) ?? ""),
            _ => cell.GetValue(source[1..], name),
        };
    }

    private static InputRequest Request(string text, string prompt, bool password)
    {
        if (text.StartsWith('{'))
        {
            try
            {
                var settings = JsonNode.Parse(text);
                text = (string?)settings?["prompt"] ?? "";
                password |= (string?)settings?["type"] == "password";
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                throw new ArgumentException($"'@input:' takes a prompt or JSON such as {{\"prompt\": \"Name\"}}. Got '{text}'.", error);
            }
        }
        return new InputRequest(text.Length > 0 ? text : prompt, password);
    }
}
