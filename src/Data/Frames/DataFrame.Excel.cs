using MarketingNotebooks.Data.Sources.Excel;

namespace MarketingNotebooks.Data.Frames;

public sealed partial class DataFrame
{
    /// <summary>Reads a sheet of an Excel workbook (.xlsx, .xlsb or .xls).</summary>
    /// <remarks>Kinds are those of the cells: a column of whole numbers is integer, of others number, of dates timestamp (taken as UTC), of true and false
    /// boolean, of times duration; a column that mixes them is text, with all digits of its numbers and dates in ISO form. Empty rows are left out; cells
    /// without a value, with an empty text or with an error such as #N/A are null; of a formula the value last computed is read. Columns without name and
    /// values are left out; repeated names are numbered. Cost: the cells are read twice; memory of the columns.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="options">Which sheet, and where its table begins. Default: the first visible sheet, names in its first row.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ExcelException">The file is missing, no workbook, damaged or protected, or the sheet is not there or empty.</exception>
    public static DataFrame ReadExcel(string path, ExcelOptions? options = null, CancellationToken cancellationToken = default) =>
        ExcelFiles.Read(path, options ?? new ExcelOptions(), cancellationToken);

    /// <summary>The names of a workbook's sheets, in its order, hidden ones included.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">Password of a protected workbook. Default: none.</param>
    /// <exception cref="ExcelException">The file is missing, no workbook, damaged or protected.</exception>
    public static IReadOnlyList<string> ExcelSheets(string path, string? password = null) => ExcelFiles.Sheets(path, password);
}
