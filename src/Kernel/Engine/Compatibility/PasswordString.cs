namespace Microsoft.DotNet.Interactive;

/// <summary>A secret somebody typed. Showing it shows dots; joining it to a text with <c>+</c> gives it away.</summary>
/// <param name="password">The secret.</param>
public sealed class PasswordString(string password)
{
    /// <summary>The secret itself.</summary>
    public string GetClearTextPassword() => password;

    /// <summary>The secret itself, for functions that take a text.</summary>
    public static implicit operator string(PasswordString password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.GetClearTextPassword();
    }

    /// <summary>Dots.</summary>
    public override string ToString() => "•••••";
}
