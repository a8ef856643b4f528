using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources.Excel;

/// <summary>Excel workbooks (.xlsx, .xlsb, .xls) through ExcelDataReader.</summary>
internal static class ExcelFiles
{
    /// <summary>The names of the sheets, in the workbook's order, hidden ones included.</summary>
    public static IReadOnlyList<string> Sheets(string path, string? password) => Open(path, password, reader =>
    {
        var names = new List<string>();
        do names.Add(reader.Name);
        while (reader.NextResult());
        return names;
    });

    /// <summary>One sheet as a frame: its cells are read twice, once for the kinds and once for the values, so that memory is that of the columns.</summary>
    public static DataFrame Read(string path, ExcelOptions options, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Skip);
        return Open(path, options.Password, reader =>
        {
            Find(reader, path, options.Sheet);
            var (header, columns) = See(reader, options, token);
            if (header is null) throw new ExcelException($"Sheet '{reader.Name}' of {path} holds no rows{(options.Skip > 0 ? $" below the {options.Skip} skipped" : "")}. Its sheets: {string.Join(", ", Sheets(path, options.Password))}.");
            var sheet = reader.Name;
            reader.Reset();
            while (reader.Name != sheet) reader.NextResult();
            Take(reader, options, columns, token);
            return Frame(options.Header ? header : [], columns);
        });
    }

    /// <summary>Moves to the sheet wanted.</summary>
    private static void Find(IExcelDataReader reader, string path, string? wanted)
    {
        var names = new List<string>();
        do
        {
            if (wanted is null ? reader.VisibleState == "visible" : string.Equals(reader.Name, wanted, StringComparison.OrdinalIgnoreCase)) return;
            names.Add(reader.Name);
        }
        while (reader.NextResult());
        throw new ExcelException(wanted is null ? $"All sheets of {path} are hidden. Name one with ExcelOptions.Sheet: {string.Join(", ", names)}."
            : $"{path} has no sheet '{wanted}'. {(Spelling.Nearest(wanted, names) is { } near ? $"Did you mean '{near}'?" : $"It has {string.Join(", ", names)}.")}");
    }

    private static (string[]? Header, List<SheetColumn> Columns) See(IExcelDataReader reader, ExcelOptions options, CancellationToken token)
    {
        var (header, columns) = (default(string[]), new List<SheetColumn>());
        foreach (var cells in Rows(reader, options.Skip, token))
        {
            while (columns.Count < cells.Length) columns.Add(new SheetColumn());
            var isHeader = header is null && options.Header;
            header ??= [.. cells.Select(cell => cell is null ? "" : SheetColumn.Text(cell))];
            if (isHeader) continue;
            for (var i = 0; i < cells.Length; i++) columns[i].See(cells[i]);
        }
        return (header, columns);
    }

    private static void Take(IExcelDataReader reader, ExcelOptions options, List<SheetColumn> columns, CancellationToken token)
    {
        foreach (var cells in Rows(reader, options.Skip, token).Skip(options.Header ? 1 : 0))
            for (var i = 0; i < columns.Count; i++) columns[i].Take(i < cells.Length ? cells[i] : null);
    }

    /// <summary>Rows that hold something. Cells of an error, such as #N/A, hold nothing.</summary>
    private static IEnumerable<object?[]> Rows(IExcelDataReader reader, int skip, CancellationToken token)
    {
        for (var row = 0; reader.Read(); row++)
        {
            if ((row & 0xFF) == 0) token.ThrowIfCancellationRequested();
            if (row < skip) continue;
            var cells = new object?[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Value(reader.GetValue(i));
            if (Array.Exists(cells, cell => cell is not (null or ""))) yield return cells;
        }
    }

    /// <summary>A time of day comes as one on the last days before Excel's calendar begins.</summary>
    private static object? Value(object? cell) => cell is DateTime { Year: 1899 } time ? time.TimeOfDay : cell;

    /// <summary>The frame without columns that have neither name nor value.</summary>
    private static DataFrame Frame(string[] header, List<SheetColumn> columns)
    {
        var names = HeaderSniffer.Names(header, columns.Count);
        return DataFrame.FromColumns([.. columns.Select((column, i) => (Name: names[i], column, Named: i < header.Length && header[i].Trim().Length > 0))
            .Where(each => each.Named || each.column.HasValues).Select(each => (each.Name, each.column.Build()))]);
    }

    private static T Open<T>(string path, string? password, Func<IExcelDataReader, T> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        // Old workbooks are written in the code pages of Windows.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { Password = password });
            return read(reader);
        }
        catch (InvalidPasswordException error)
        {
            throw new ExcelException($"{path} is protected and does not open with {(password is null ? "no password" : "that password")}. Give it with ExcelOptions.Password.", error);
        }
        catch (HeaderException error)
        {
            throw new ExcelException($"{path} is no Excel workbook. Read it with DataFrame.ReadCsv if it is text, or save it as .xlsx.", error);
        }
        catch (Exception error) when (error is ExcelReaderException or InvalidDataException or XmlException or EndOfStreamException or ArgumentException or IndexOutOfRangeException
            or FormatException or OverflowException or NullReferenceException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ExcelException($"{path} is damaged: {error.Message.TrimEnd('.')}. Open it in a spreadsheet program and save it again.", error);
        }
        catch (Exception error) when (error is IOException and not ExcelException or UnauthorizedAccessException)
        {
            throw new ExcelException($"{path} cannot be read: {error.Message.TrimEnd('.')}. Check the path, and close programs that hold it.", error);
        }
    }
}
