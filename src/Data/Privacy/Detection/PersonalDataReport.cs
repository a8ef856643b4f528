using System.Globalization;
using System.Net;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>Personal data in a column.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Share">Share of filled rows that look like it. Range: 0 to 1.</param>
/// <param name="Rows">Number of those rows.</param>
/// <param name="Evidence">Why it counts: content, name, both, or inside longer texts.</param>
/// <param name="Examples">Up to two values, masked.</param>
public sealed record PersonalDataFinding(string Column, PersonalDataKind Kind, double Share, int Rows, string Evidence, IReadOnlyList<string> Examples);

/// <summary>Columns that together single people out, though none of them names anybody.</summary>
/// <param name="Columns">One to four columns; no part of them already singles out as many.</param>
/// <param name="Unique">Rows that agree with no other in all of them.</param>
/// <param name="Share">Share of all rows. Range: 0 to 1.</param>
public sealed record QuasiIdentifier(IReadOnlyList<string> Columns, int Unique, double Share);

/// <summary>What an audit found. Immutable.</summary>
/// <param name="Rows">Rows looked at: all.</param>
/// <param name="Findings">In the order of the columns.</param>
/// <param name="QuasiIdentifiers">Fewest columns first, then most rows singled out.</param>
[TypeFormatterSource(typeof(PersonalDataFormatters))]
public sealed record PersonalDataReport(int Rows, IReadOnlyList<PersonalDataFinding> Findings, IReadOnlyList<QuasiIdentifier> QuasiIdentifiers)
{
    /// <summary>The findings: <c>column, kind, share, rows, evidence, examples</c>.</summary>
    public DataFrame ToFrame() => DataFrame.FromColumns(("column", TextColumn.From(Findings.Select(each => each.Column))),
        ("kind", TextColumn.From(Findings.Select(each => Words(each.Kind)))), ("share", new Column<double>(ColumnKind.Number, [.. Findings.Select(each => each.Share)])),
        ("rows", new Column<long>(ColumnKind.Integer, [.. Findings.Select(each => (long)each.Rows)])), ("evidence", TextColumn.From(Findings.Select(each => each.Evidence))),
        ("examples", TextColumn.From(Findings.Select(each => string.Join(", ", each.Examples)))));

    /// <summary>The quasi-identifiers: <c>columns, unique, share</c>.</summary>
    public DataFrame QuasiFrame() => DataFrame.FromColumns(("columns", TextColumn.From(QuasiIdentifiers.Select(each => string.Join(" + ", each.Columns)))),
        ("unique", new Column<long>(ColumnKind.Integer, [.. QuasiIdentifiers.Select(each => (long)each.Unique)])),
        ("share", new Column<double>(ColumnKind.Number, [.. QuasiIdentifiers.Select(each => each.Share)])));

    /// <summary>The finding in a sentence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows: ")
        + (Findings.Count == 0 ? "no column looks personal" : $"personal data in {string.Join(", ", Findings.Select(each => each.Column).Distinct())}")
        + (QuasiIdentifiers.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {string.Join(" + ", QuasiIdentifiers[0].Columns)} single out {QuasiIdentifiers[0].Share:0.#%} of rows")) + ".";

    internal static string Words(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Email => "e-mail address", PersonalDataKind.ChineseResidentId => "Chinese resident id", PersonalDataKind.BankAccount => "bank account",
        PersonalDataKind.PaymentCard => "payment card", PersonalDataKind.NationalId => "national id", PersonalDataKind.IpAddress => "IP address",
        PersonalDataKind.Coordinates => "coordinates", PersonalDataKind.DateOfBirth => "date of birth", PersonalDataKind.Phone => "telephone",
        PersonalDataKind.PostalAddress => "postal address", PersonalDataKind.PersonName => "person's name", _ => "passport",
    };
}

/// <summary>How an audit shows itself.</summary>
public sealed class PersonalDataFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<PersonalDataReport>("text/html", report => $"<p>{WebUtility.HtmlEncode(report.ToString())}</p>" + HtmlTable.Render(report.ToFrame(), 40)
            + (report.QuasiIdentifiers.Count == 0 ? "" : HtmlTable.Render(report.QuasiFrame(), 10))),
        new MimeFormatter<PersonalDataReport>("text/plain", report => report + "\n" + TextTable.Render(report.ToFrame(), 40) + "\n" + TextTable.Render(report.QuasiFrame(), 10)),
    ];
}
