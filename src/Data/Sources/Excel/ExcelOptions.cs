namespace MarketingNotebooks.Data.Sources.Excel;

/// <summary>How a sheet of an Excel workbook is read.</summary>
public sealed record ExcelOptions
{
    /// <summary>Name of the sheet; case does not matter. Default: null, the first that is not hidden.</summary>
    public string? Sheet { get; init; }

    /// <summary>Rows above the table that are skipped, such as a title. Range: ≥ 0. Default: 0. Empty rows are skipped in any case.</summary>
    public int Skip { get; init; }

    /// <summary>True when the first row read holds names. Default: true; false names the columns column1, column2, …</summary>
    public bool Header { get; init; } = true;

    /// <summary>Password of a protected workbook. Default: null, none.</summary>
    public string? Password { get; init; }

    /// <summary>Shown without the password.</summary>
    public override string ToString() => $"ExcelOptions {{ Sheet = {Sheet}, Skip = {Skip}, Header = {Header}{(Password is null ? "" : ", Password = ***")} }}";
}
