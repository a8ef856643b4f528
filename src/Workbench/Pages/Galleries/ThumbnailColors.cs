using System.Text;
using MarketingNotebooks.Charts;

namespace MarketingNotebooks.Workbench.Pages.Galleries;

/// <summary>Style rules that show pictures drawn for a light page in the dark template's colours on a dark one.</summary>
internal static class ThumbnailColors
{
    private static readonly Lazy<string> Rules = new(Write);

    /// <summary>The rules: each colour of the light template is a pair of colours, of which the page's scheme chooses one.</summary>
    public static string Style => Rules.Value;

    private static string Write()
    {
        var css = new StringBuilder();
        foreach (var (light, dark) in Colors(Template.Light).Zip(Colors(Template.Dark)).DistinctBy(pair => pair.First))
        {
            foreach (var property in (string[])["fill", "stroke", "stop-color"])
                css.Append($".cover [{property}=\"{light}\" i]{{{property}:light-dark({light},{dark})}}\n");
        }
        return css.ToString().TrimEnd();
    }

    private static IEnumerable<string> Colors(Template template) => [template.Background, template.Ink, template.Muted, template.Grid, .. template.Colors];
}
