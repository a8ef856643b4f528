using System.Collections.Immutable;
using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Quality;

/// <summary>Which expectations a frame meets, and every row that breaks one. Immutable.</summary>
[TypeFormatterSource(typeof(QualityFormatters))]
public sealed class CheckReport
{
    private const int Examples = 5;
    private readonly DataFrame _frame;
    private readonly string[] _key;
    private readonly Lazy<DataFrame> _table, _failures, _failing;

    internal CheckReport(DataFrame frame, string[] key, ImmutableArray<CheckResult> results)
    {
        (_frame, _key, Results) = (frame, key, results);
        (_table, _failures, _failing) = (new(MakeTable), new(MakeFailures), new(MakeFailing));
    }

    /// <summary>One result an expectation, in the order asked.</summary>
    public ImmutableArray<CheckResult> Results { get; }

    /// <summary>True when no expectation of severity error failed.</summary>
    public bool Passed => Results.All(each => each.Passed || each.Expectation.Severity < Severity.Error);

    /// <summary>One row an expectation: <c>result, expectation, severity, checked, failed, share, mostly, examples</c>; examples are keys or, without a key, row numbers.</summary>
    public DataFrame Table => _table.Value;

    /// <summary>One row a failing cell: <c>row</c> (from 0), the key's columns, <c>expectation</c>, <c>severity</c>, <c>value</c> (as text; of several columns joined by " | ").</summary>
    public DataFrame Failures => _failures.Value;

    /// <summary>The frame's rows that break at least one expectation, in their order, as they are.</summary>
    public DataFrame Failing => _failing.Value;

    /// <summary>Nothing when all is well; otherwise one error that names each failed expectation with its count and first examples.</summary>
    /// <param name="least">Least severity that throws. Default: error.</param>
    /// <exception cref="DataCheckException">An expectation of that severity failed.</exception>
    public void ThrowIfFailed(Severity least = Severity.Error)
    {
        var failed = Results.Where(each => !each.Passed && each.Expectation.Severity >= least).ToList();
        if (failed.Count == 0) return;
        var list = string.Join("; ", failed.Select(each => each.Checked == 0
            ? $"{each.Expectation.Text}: {each.Detail}"
            : $"{each.Expectation.Text}: {each.FailedRows.Length:N0} rows fail, e.g. {(_key.Length == 0 ? "row" : string.Join(", ", _key))} {Names(each, 3)}"));
        throw new DataCheckException($"{failed.Count} of {Results.Length} expectations failed on {_frame.RowCount:N0} rows. {list}. All failing rows are in report.Failures.", this);
    }

    /// <summary>One line, then the table as text.</summary>
    public override string ToString() => $"{Headline}\n{TextTable.Render(Table, Results.Length)}";

    internal string ToHtml() => $"<p class=\"mn-checks\"><strong>{Headline}</strong></p>{HtmlTable.Render(Table, Results.Length)}";

    private string Headline
    {
        get
        {
            var failed = Results.Count(each => !each.Passed);
            return failed == 0 ? $"✔ All {Results.Length} expectations hold on {_frame.RowCount:N0} rows."
                : $"✘ {failed} of {Results.Length} expectations fail on {_frame.RowCount:N0} rows; {Failing.RowCount:N0} rows break at least one.";
        }
    }

    private string Names(CheckResult result, int most) => string.Join(", ", result.FailedRows.Take(most).Select(Name)) + (result.FailedRows.Length > most ? ", …" : "");

    private string Name(int row) => _key.Length == 0 ? $"{row}" : string.Join("/", _key.Select(name => CellText.Of(_frame.Column(name), row) ?? "null"));

    private DataFrame MakeTable() => DataFrame.FromColumns(
        ("result", TextColumn.From(Results.Select(each => each.Passed ? "✔ holds" : each.Expectation.Severity == Severity.Error ? "✘ fails" : "⚠ fails"))),
        ("expectation", TextColumn.From(Results.Select(each => each.Expectation.Text))),
        ("severity", TextColumn.From(Results.Select(each => Word(each.Expectation.Severity)))),
        ("checked", new Column<long>(ColumnKind.Integer, [.. Results.Select(each => (long)each.Checked)])),
        ("failed", new Column<long>(ColumnKind.Integer, [.. Results.Select(each => (long)each.FailedRows.Length)])),
        ("share", new Column<double>(ColumnKind.Number, [.. Results.Select(each => each.Checked == 0 ? 0 : each.FailedRows.Length / (double)each.Checked)],
            Validity.FromFlags([.. Results.Select(each => each.Checked > 0)]))),
        ("mostly", new Column<double>(ColumnKind.Number, [.. Results.Select(each => each.Expectation.Mostly)])),
        ("examples", TextColumn.From(Results.Select(each => each.Detail ?? (each.FailedRows.IsEmpty ? null : Names(each, Examples))))));

    private DataFrame MakeFailures()
    {
        var cells = Results.SelectMany(result => result.FailedRows.Select(row => (Row: row, result.Expectation))).ToList();
        int[] rows = [.. cells.Select(cell => cell.Row)];
        return DataFrame.FromColumns([("row", new Column<long>(ColumnKind.Integer, Array.ConvertAll(rows, row => (long)row))),
            .. _key.Where(name => name is not ("row" or "expectation" or "severity" or "value")).Select(name => (name, _frame.Column(name).Take(rows))),
            ("expectation", TextColumn.From(cells.Select(cell => cell.Expectation.Text))), ("severity", TextColumn.From(cells.Select(cell => Word(cell.Expectation.Severity)))),
            ("value", TextColumn.From(cells.Select(cell => cell.Expectation.Columns.Count == 0 ? null
                : string.Join(" | ", cell.Expectation.Columns.Select(name => CellText.Of(_frame.Column(name), cell.Row) ?? "null")))))]);
    }

    private DataFrame MakeFailing()
    {
        return FrameRows.Take(_frame, [.. Results.Where(each => !each.Passed).SelectMany(each => each.FailedRows).Distinct().Order()]);
    }

    private static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";
}
