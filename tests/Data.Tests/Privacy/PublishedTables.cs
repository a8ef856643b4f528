using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Privacy;

/// <summary>Example tables of the papers.</summary>
internal static class PublishedTables
{
    /// <summary>Sweeney (2002), "k-anonymity: a model for protecting privacy", figure 2.</summary>
    public static DataFrame Sweeney { get; } = Table(["race", "birth", "gender", "zip", "problem"],
    [
        "Black 1965 m 0214* short_breath", "Black 1965 m 0214* chest_pain", "Black 1965 f 0213* hypertension", "Black 1965 f 0213* hypertension",
        "Black 1964 f 0213* obesity", "Black 1964 f 0213* chest_pain", "White 1964 m 0213* chest_pain", "White 1964 m 0213* obesity",
        "White 1964 m 0213* short_breath", "White 1967 m 0213* chest_pain", "White 1967 m 0213* chest_pain",
    ]);

    /// <summary>Machanavajjhala and others (2007), "l-diversity", figure 2: 4-anonymous.</summary>
    public static DataFrame FourAnonymous { get; } = Table(["zip", "age", "condition"],
    [
        "130** <30 heart", "130** <30 heart", "130** <30 viral", "130** <30 viral", "1485* >=40 cancer", "1485* >=40 heart", "1485* >=40 viral", "1485* >=40 viral",
        "130** 3* cancer", "130** 3* cancer", "130** 3* cancer", "130** 3* cancer",
    ]);

    /// <summary>The same, figure 3: 3-diverse.</summary>
    public static DataFrame ThreeDiverse { get; } = Table(["zip", "age", "condition"],
    [
        "1305* <=40 heart", "1305* <=40 viral", "1305* <=40 cancer", "1305* <=40 cancer", "1485* >40 cancer", "1485* >40 heart", "1485* >40 viral", "1485* >40 viral",
        "1306* <=40 heart", "1306* <=40 viral", "1306* <=40 cancer", "1306* <=40 cancer",
    ]);

    /// <summary>Li and others (2007), "t-closeness", table 4: salaries in thousands by group, with diseases.</summary>
    public static DataFrame Salaries { get; } = DataFrame.FromColumns(("zip", Make.Texts("476**", "476**", "476**", "4790*", "4790*", "4790*", "476*2", "476*2", "476*2")),
        ("salary", Make.Integers(3, 4, 5, 6, 11, 8, 7, 9, 10)));

    /// <summary>LeFevre and others (2006), "Mondrian multidimensional k-anonymity", figure 1.</summary>
    public static DataFrame Patients { get; } = DataFrame.FromColumns(("age", Make.Integers(25, 25, 26, 27, 27, 28)), ("sex", Make.Texts("Male", "Female", "Male", "Male", "Female", "Male")),
        ("zip", Make.Integers(53711, 53712, 53711, 53710, 53712, 53711)), ("disease", Make.Texts("Flu", "Hepatitis", "Bronchitis", "Broken arm", "AIDS", "Hang nail")));

    private static DataFrame Table(string[] names, string[] rows) =>
        DataFrame.FromColumns([.. names.Select((name, i) => (name, (Column)TextColumn.From(rows.Select(row => row.Split(' ')[i]))))]);
}
