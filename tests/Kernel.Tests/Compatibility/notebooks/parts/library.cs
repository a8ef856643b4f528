public static class Library
{
    public static string Greet(string name) => $"Hello {name}";
}
