namespace MarketingNotebooks.Charts.Static;
internal static class SvgRenderer
{
    public static string Render(Figure figure, int width, int? height, Template? template) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height ?? 420}\"></svg>";
}
