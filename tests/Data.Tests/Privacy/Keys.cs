using MarketingNotebooks.Data.Privacy.Masking;

namespace MarketingNotebooks.Data.Tests.Privacy;

/// <summary>Keys in environment variables for tests.</summary>
internal static class Keys
{
    public static string New()
    {
        var variable = "MN_TEST_KEY_" + Guid.NewGuid().ToString("N")[..12];
        Environment.SetEnvironmentVariable(variable, SecretKey.Generate());
        return variable;
    }

    public static string Holding(string? text)
    {
        var variable = New();
        Environment.SetEnvironmentVariable(variable, text);
        return variable;
    }
}
