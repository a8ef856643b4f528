using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace MarketingNotebooks.Data.Tests.Sources.Excel;

/// <summary>Writes small workbooks the way Excel lays them out: strings in place, dates as styled numbers.</summary>
public static class Workbook
{
    /// <summary>The bytes of a workbook.</summary>
    /// <param name="sheets">Name, whether hidden, and rows of cells: numbers, text, bool, DateTime, TimeSpan, null, or an error as <c>Error</c>.</param>
    public static byte[] Of(params (string Name, bool Hidden, object?[][] Rows)[] sheets)
    {
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string package = "http://schemas.openxmlformats.org/package/2006";
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{string.Concat(sheets.Select((sheet, i) =>
                $"""<sheet name="{SecurityElement.Escape(sheet.Name)}" sheetId="{i + 1}" {(sheet.Hidden ? "state=\"hidden\" " : "")}r:id="rId{i + 1}"/>"""))}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}/relationships">{string.Concat(sheets.Select((_, i) =>
                $"""<Relationship Id="rId{i + 1}" Type="{office}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}<Relationship Id="rId99" Type="{office}/styles" Target="styles.xml"/></Relationships>""");
            Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="21" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            for (var i = 0; i < sheets.Length; i++)
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="{main}"><sheetData>{string.Concat(sheets[i].Rows.Select(Row))}</sheetData></worksheet>""");
        }
        return buffer.ToArray();
    }

    /// <summary>A cell that holds an error.</summary>
    public sealed record Error(string Text);

    private static string Row(object?[] cells, int row) => $"<row r=\"{row + 1}\">{string.Concat(cells.Select((cell, i) => Cell(cell, $"{(char)('A' + i)}{row + 1}")))}</row>";

    private static string Cell(object? cell, string place) => cell switch
    {
        null => "",
        string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        bool flag => $"<c r=\"{place}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        DateTime time => $"<c r=\"{place}\" s=\"1\"><v>{time.ToOADate().ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        TimeSpan span => $"<c r=\"{place}\" s=\"2\"><v>{span.TotalDays.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        Error error => $"<c r=\"{place}\" t=\"e\"><v>{error.Text}</v></c>",
        _ => $"<c r=\"{place}\"><v>{Convert.ToDouble(cell, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)}</v></c>",
    };

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
