using System.Collections.Immutable;
using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Reads a delimited text file into a frame.</summary>
/// <remarks>The first rows give a guess at structure and kinds. One parallel pass parses by that guess and proves it on every value. Columns for
/// which it fails are read again as text, and their kind is told from how often each of their distinct texts has which pattern: so kinds rest on
/// the whole file, and a clean file is read once. Memory: the columns, once more for the largest of them, and two blocks a worker.</remarks>
internal sealed class CsvReader(ByteSource source, CsvOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const int HeadSize = 1 << 16;

    /// <summary>Reads the source.</summary>
    public static DataFrame Read(ByteSource source, CsvOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return new CsvReader(source, options, progress, cancellationToken).Read();
        }
        catch (InvalidDataException error)
        {
            throw new CsvException($"{source.Name} is damaged: {(source.Compressed ? "its gzip data is truncated or broken" : error.Message)}. Fetch or write it again.", error);
        }
    }

    private DataFrame Read()
    {
        var head = source.Head(HeadSize, asText: false, out var whole);
        EncodingSniffer.Apply(source, head, whole, options.Encoding);
        FileProblems.CheckText(source, head);
        while (true)
        {
            var layout = head.Length == source.Preamble ? null : CsvLayout.Find(source, options);
            if (layout is null)
            {
                if (!options.AllowEmpty) throw FileProblems.Empty(source.Name);
                return Finish(null, [], [], []);
            }
            options.CheckNames(source.Name, layout.Names);
            if (options.Ragged && options.Columns is null && !layout.Header) Widen(layout);
            var plans = Plans(layout);
            var chunks = new CsvPass(source, layout.Dialect, options).Run(layout.Start, plans, progress, cancellationToken);
            var evidence = chunks.Aggregate(default(EncodingEvidence), (sum, chunk) => sum + chunk.Evidence);
            if (options.Encoding is null && source is { Encoding: null, Preamble: 0 } && evidence.Verdict() is { } other)
            {
                source.Encoding = other;
                continue;
            }
            CheckShape(layout, chunks);
            Reread(layout, plans, chunks);
            return Assemble(layout, plans, chunks);
        }
    }

    /// <summary>Names columns up to the widest row.</summary>
    private void Widen(CsvLayout layout)
    {
        var widest = new CsvPass(source, layout.Dialect, options).Run(layout.Start, [], null, cancellationToken).Select(chunk => chunk.Widest).Append(1).Max();
        var names = HeaderSniffer.Names([], widest);
        layout.Names.AddRange(names.Skip(layout.Names.Count));
    }

    private ColumnPlan[] Plans(CsvLayout layout)
    {
        var plans = new ColumnPlan[layout.Names.Count];
        for (var column = 0; column < plans.Length; column++)
        {
            var guess = column < layout.Guesses.Length ? layout.Guesses[column] : Reading.Text;
            ColumnKind? kind = options.Kinds.TryGetValue(layout.Names[column], out var given) ? given : guess.Kind;
            if (kind == ColumnKind.Duration || (kind == ColumnKind.Timestamp && options.DateFormats.Count > 0)) kind = ColumnKind.Text;
            if (options.Select is { } kept && !kept.Contains(layout.Names[column])) kind = null;
            plans[column] = new ColumnPlan { Kind = kind, Comma = options.DecimalComma ?? guess.Comma };
        }
        return plans;
    }

    private void CheckShape(CsvLayout layout, Chunk[] chunks)
    {
        var (rows, faults) = (chunks.Sum(chunk => (long)chunk.Rows), chunks.Sum(chunk => (long)chunk.Faults));
        if (rows == 0 && faults == 0 && options.MaxRows != 0 && !options.AllowEmpty) throw FileProblems.OnlyHeader(source.Name, layout.Names);
        if (faults <= rows) return;
        var rejects = new RejectedRows(source, layout, options).Collect(chunks[..(Array.FindIndex(chunks, chunk => chunk.Faults > 0) + 1)], []);
        var first = rejects.RowCount == 0 ? "" : $" Line {rejects.Column<long>("line").Span[0]}: {rejects.Text("reason").Text(0)}.";
        throw new CsvException(string.Create(CultureInfo.InvariantCulture,
            $"{source.Name} does not look like a table of {layout.Names.Count:N0} {(layout.Names.Count == 1 ? "column" : "columns")}: {faults:N0} of {rows + faults:N0} rows do not fit.{first} Give CsvOptions.Delimiter, Quote or Columns, or set Ragged to fill short rows up with nulls."));
    }

    /// <summary>Reads the columns again for which a guess failed, until none fails: as numbers where only decimals were unexpected, else as text.</summary>
    private void Reread(CsvLayout layout, ColumnPlan[] plans, Chunk[] chunks)
    {
        while (true)
        {
            var someBare = layout.SomeBare || chunks.Any(chunk => chunk.Pieces.Any(piece => piece?.Bare > 0));
            var again = new ColumnPlan[plans.Length];
            for (var column = 0; column < plans.Length; column++)
            {
                var plan = plans[column];
                again[column] = new ColumnPlan();
                if (plan.Kind is null or ColumnKind.Text) continue;
                var (bare, quoted, misfits, values) = Sums(chunks, column);
                var given = options.Kinds.ContainsKey(layout.Names[column]);
                var digitsAsText = plan.Kind.Value.IsNumeric() && bare == 0 && quoted > 0 && someBare && !given;
                if (!plan.Failed && !digitsAsText && (misfits == 0 || (!given && misfits <= options.MostRejects * values))) continue;
                again[column] = plans[column] = new ColumnPlan
                {
                    Kind = plan.SawFraction && !plan.SawOther && !digitsAsText ? ColumnKind.Number : ColumnKind.Text,
                    Comma = plan.Comma,
                };
            }
            if (again.All(plan => plan.Kind is null)) return;
            var reread = new CsvPass(source, layout.Dialect, options).Run(layout.Start, again, null, cancellationToken);
            if (reread.Length != chunks.Length) throw new CsvException($"{source.Name} changed while it was read. Read it again.");
            for (var i = 0; i < chunks.Length; i++)
                for (var column = 0; column < plans.Length; column++)
                    if (again[column].Kind is not null) chunks[i].Pieces[column] = reread[i].Pieces[column];
        }
    }

    private DataFrame Assemble(CsvLayout layout, ColumnPlan[] plans, Chunk[] chunks)
    {
        var rows = chunks.Sum(chunk => chunk.Rows);
        var someBare = layout.SomeBare || chunks.Any(chunk => chunk.Pieces.Any(piece => piece?.Bare > 0));
        var texts = new TextMerge?[plans.Length];
        var quoted = new bool[plans.Length];
        var counts = new PatternCounts?[plans.Length];
        var formats = new DateFormats(options.DateFormats);
        Parallel.For(0, plans.Length, column =>
        {
            if (plans[column].Kind != ColumnKind.Text) return;
            var sums = Sums(chunks, column);
            quoted[column] = someBare && sums.Bare == 0 && sums.Quoted > 0;
            texts[column] = TextMerge.Of(chunks, column, rows);
            if (!options.Kinds.TryGetValue(layout.Names[column], out var kind) || kind != ColumnKind.Text) counts[column] = texts[column]!.Count(formats);
        });
        var marks = plans.Where(plan => plan.Kind == ColumnKind.Number).Select(plan => (bool?)plan.Comma)
            .Concat(counts.OfType<PatternCounts>().Select(KindResolver.CommaEvidence)).Where(mark => mark is not null).ToList();
        var fileComma = marks.Contains(true) ? !marks.Contains(false) : marks.Count == 0 && layout.Dialect.Delimiter == (byte)';';
        var columns = new Column?[plans.Length];
        var readings = new Reading[plans.Length];
        var misfits = new List<Misfit>[plans.Length];
        Parallel.For(0, plans.Length, column =>
        {
            misfits[column] = [];
            if (plans[column].Kind is not { } kind) return;
            if (kind != ColumnKind.Text)
            {
                readings[column] = new(kind, plans[column].Comma);
                if (kind == ColumnKind.Number && plans[column].Comma) Remark(layout, column, "decimal comma");
                columns[column] = PieceJoin.Join(chunks, column, kind, rows, misfits[column]);
                return;
            }
            var resolution = Resolve(layout.Names[column], counts[column], fileComma, quoted[column]);
            readings[column] = resolution.Reading;
            if (resolution.Note is { } note) Remark(layout, column, note);
            columns[column] = resolution.Reading.Kind == ColumnKind.Text ? texts[column]!.ToText() : texts[column]!.ToValues(resolution.Reading, formats, misfits[column]);
        });
        CheckGiven(layout, columns, misfits);
        return Finish(layout, chunks, [.. columns.Select((column, i) => (column, readings[i]))], misfits);
    }

    private static void Remark(CsvLayout layout, int column, string note)
    {
        var name = layout.Names[column];
        lock (layout.Notes) layout.Notes[name] = layout.Notes.TryGetValue(name, out var before) ? $"{before}; {note}" : note;
    }

    private Resolution Resolve(string name, PatternCounts? counts, bool fileComma, bool quoted)
    {
        if (counts is null) return new(Reading.Text, null);
        var comma = options.DecimalComma ?? KindResolver.CommaEvidence(counts) ?? fileComma;
        if (!options.Kinds.TryGetValue(name, out var given)) return KindResolver.Resolve(counts, comma, quoted, options.MostRejects);
        bool? dayFirst = null;
        if (given == ColumnKind.Timestamp && counts.Of(ValuePattern.DayMonth, ValuePattern.MonthDay, ValuePattern.DayOrMonth) > 0)
        {
            var order = KindResolver.Order(counts);
            if (order.Ambiguous) throw new CsvException($"{source.Name}, column '{name}': {order.Note}.");
            dayFirst = order.Reading.DayFirst;
        }
        return new(new Reading(given, comma, dayFirst, Given: true), null);
    }

    /// <summary>A kind that the user gave and that too few values have is an error: text was not asked for.</summary>
    private void CheckGiven(CsvLayout layout, Column?[] columns, List<Misfit>[] misfits)
    {
        var wrong = new List<string>();
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column] is not { } read || !options.Kinds.TryGetValue(layout.Names[column], out var kind)) continue;
            var values = read.Length - read.NullCount + misfits[column].Count;
            if (misfits[column].Count > options.MostRejects * values)
                wrong.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{misfits[column].Count:N0} of {values:N0} values of column '{layout.Names[column]}' are not {new Reading(kind).Noun}, such as '{misfits[column][0].Value}', more than CsvOptions.MostRejects ({options.MostRejects}) allows. Name it in NullValues, or leave the column out of Kinds."));
        }
        if (wrong.Count > 0) throw new CsvException($"{source.Name}: {string.Join(" ", wrong)}");
    }

    private DataFrame Finish(CsvLayout? layout, Chunk[] chunks, (Column? Column, Reading Reading)[] columns, List<Misfit>[] misfits)
    {
        layout ??= new CsvLayout(new CsvDialect(CsvDialect.None, CsvDialect.None, CsvDialect.None, 0), false, [.. options.Columns ?? options.Select ?? []], 0, 1, [], false, []);
        if (columns.Length == 0) columns = [.. layout.Names.Select(_ => ((Column?)TextColumn.From([]), Reading.Text))];
        var wrong = misfits.SelectMany((list, column) => list.Select(misfit => (misfit, layout.Names[column], columns[column].Reading, column)))
            .OrderBy(each => each.misfit.Row).ThenBy(each => each.column).DistinctBy(each => each.misfit.Row)
            .Select(each => (each.misfit, each.Item2, each.Reading)).ToList();
        var rejects = new RejectedRows(source, layout, options).Collect(chunks, wrong);
        var names = options.Select ?? layout.Names;
        var kept = names.Select(name => (name, columns[layout.Names.IndexOf(name)].Column!)).ToArray();
        if (wrong.Count > 0)
        {
            var rest = Rest(kept[0].Item2.Length, wrong);
            Parallel.For(0, kept.Length, i => kept[i].Item2 = kept[i].Item2.Take(rest));
        }
        var table = Table.Of(kept);
        CsvReports.Attach(rejects, new CsvReport(source.Name, Character(layout.Dialect.Delimiter), Character(layout.Dialect.Quote),
            source.Encoding?.WebName ?? "utf-8", source.Compressed, layout.Header, table.Rows, rejects.RowCount,
            [.. table.Schema.Select(field => new CsvColumnReport(field.Name, field.Kind, layout.Notes.GetValueOrDefault(field.Name)))]));
        progress?.Report(1);
        return new DataFrame(new ScanNode(table, source.Name, rejects));
    }

    private static char? Character(byte value) => value == CsvDialect.None ? null : (char)value;

    private static int[] Rest(int rows, List<(Misfit Misfit, string, Reading)> wrong)
    {
        var rest = new int[rows - wrong.Count];
        var (at, next) = (0, 0);
        for (var row = 0; row < rows; row++)
        {
            if (next < wrong.Count && wrong[next].Misfit.Row == row) next++;
            else rest[at++] = row;
        }
        return rest;
    }

    private static (long Bare, long Quoted, long Misfits, long Values) Sums(Chunk[] chunks, int column)
    {
        var (bare, quoted, misfits) = (0L, 0L, 0L);
        foreach (var chunk in chunks)
        {
            if (chunk.Pieces[column] is not { } piece) continue;
            bare += piece.Bare;
            quoted += piece.NeedlesslyQuoted;
            misfits += piece.Misfits?.Count ?? 0;
        }
        return (bare, quoted, misfits, bare + quoted + misfits);
    }
}
