using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Learning.Association;
using MarketingNotebooks.Learning.Preprocessing;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Charts.Tests;

/// <summary>Small frames with every kind of column, made by formula.</summary>
internal static class Samples
{
    public static readonly string[] Segments = ["loyal", "new", "lost"];
    public static readonly string[] Channels = ["search", "social", "e-mail", "direct"];

    /// <summary>Customers with recency, monetary, segment, channel, age (with nulls), tenure and an order date.</summary>
    public static DataFrame Customers(int rows = 200)
    {
        var random = new Random(7);
        var (recency, monetary, tenure, age) = (new double[rows], new double[rows], new double[rows], new long[rows]);
        var (known, dates, repeat) = (new bool[rows], new long[rows], new bool[rows]);
        var (segments, channels, ids) = (new string[rows], new string[rows], new string[rows]);
        for (var row = 0; row < rows; row++)
        {
            var segment = random.Next(3);
            segments[row] = Segments[segment];
            channels[row] = Channels[random.Next(4)];
            ids[row] = $"C{row:0000}";
            recency[row] = Math.Round(5 + 110 * segment + 60 * random.NextDouble(), 1);
            monetary[row] = Math.Round(Math.Exp(3 + (2 - segment) * 0.8 + 0.6 * Normal(random)), 2);
            tenure[row] = Math.Round(random.NextDouble() * 1500);
            age[row] = 18 + random.Next(60);
            known[row] = row % 17 != 3;
            repeat[row] = random.Next(2) == 1;
            dates[row] = (20_000L + random.Next(365)) * 86_400_000_000;
        }
        return DataFrame.FromColumns(
            ("customer_id", TextColumn.From(ids)), ("recency", Number(recency)), ("monetary", Number(monetary)),
            ("segment", TextColumn.From(segments)), ("channel", TextColumn.From(channels)),
            ("age", new Column<long>(ColumnKind.Integer, age, Validity.FromFlags(known))), ("tenure", Number(tenure)),
            ("repeat", new Column<bool>(ColumnKind.Boolean, repeat)), ("order_date", new Column<long>(ColumnKind.Timestamp, dates)));
    }

    /// <summary>Weekly sales of three channels over a year, one row a week and channel.</summary>
    public static DataFrame Weekly()
    {
        var (weeks, channels, sales) = (new List<long>(), new List<string>(), new List<double>());
        for (var week = 0; week < 52; week++)
            for (var channel = 0; channel < 3; channel++)
            {
                weeks.Add((19_723L + 7 * week) * 86_400_000_000);
                channels.Add(Channels[channel]);
                sales.Add(Math.Round(1_000 + 300 * channel + 250 * Math.Sin(week / 8.0 + channel) + 4 * week, 1));
            }
        return DataFrame.FromColumns(("week", new Column<long>(ColumnKind.Timestamp, [.. weeks])), ("channel", TextColumn.From(channels)),
            ("sales", Number([.. sales])));
    }

    /// <summary>Revenue by segment and channel, one row a pair.</summary>
    public static DataFrame Revenue()
    {
        var pairs = Segments.SelectMany(segment => Channels.Select(channel => (segment, channel))).ToArray();
        return DataFrame.FromColumns(("segment", TextColumn.From(pairs.Select(each => each.segment))), ("channel", TextColumn.From(pairs.Select(each => each.channel))),
            ("revenue", Number([.. pairs.Select((_, i) => 1_200.0 + 700 * (i * 7 % 12))])));
    }

    /// <summary>Four kinds of shopper with five features that belong together in ways known: as a frame, and standardised.</summary>
    public static (DataFrame Frame, Matrix Rows) Shoppers(int rows)
    {
        string[] kinds = ["regular", "gifter", "bargain hunter", "passer-by"];
        double[][] centres = [[2.6, 3.9, 3.0, 0.1, 0.1], [1.2, 5.0, 4.0, 0.1, 0.7], [2.0, 2.5, 3.6, 0.7, 0.1], [0.2, 3.4, 5.6, 0.2, 0.3]];
        double[] widths = [0.35, 0.3, 0.5, 0.1, 0.12];
        string[] names = ["orders_a_year", "order_value", "recency", "reduced", "presents"];
        var random = new Random(11);
        var values = Matrix.Create(rows, 5, (i, j) => centres[i % 4][j] + widths[j] * Normal(random), names);
        return (DataFrame.FromColumns([("kind", TextColumn.From(Enumerable.Range(0, rows).Select(i => kinds[i % 4]))), .. names.Select((name, j) => (name, (Column)Number(values.Column(j))))]), values.Standardize());
    }

    /// <summary>Rules among five items of sixty baskets.</summary>
    public static RuleSet Rules(double confidence = 0.1) => AssociationRules.Derive(FrequentItemsets.Mine(Baskets, new() { MinSupport = 0.05 }), new() { MinConfidence = confidence });

    /// <summary>Sixty baskets of tea things, made by formula.</summary>
    public static readonly BasketSet Baskets = BasketSet.From(Enumerable.Range(0, 60).Select(i =>
        (string[])[.. i % 3 == 0 ? (string[])["tea", "pot"] : ["cup"], .. i % 4 == 0 ? (string[])["tray", "cup"] : [], .. i % 5 == 0 ? (string[])["tea", "tin"] : []]));

    private static Column<double> Number(double[] values) => new(ColumnKind.Number, values);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
