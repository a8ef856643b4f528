using System.Text;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Names and values that would be SQL if they were spliced.</summary>
internal static class Injection
{
    private static readonly string[] Nasty =
    [
        "'", "''", "\"", "\\", "\\'", "`", "\\`", "'; drop table victim; --", "\"; drop table victim; --", "`; drop table victim; --", "/* comment", "*/ x", "-- line", "$1", "$p1", "{x:String}", "?", ":name", "@x",
        "%s", "a\nb", "a\tb", "\r", "\u0001", "茶 'tee'", "🍵\"", "\u202Ereversed", "nul", "true", "select", "a.b", " leading", "#hash", "x'41'", "E'\\n'", "\\x41", "\\0", "1", "-1", "count()", "toInt64(1)", "*", "t1", "l1", "__c1",
    ];

    /// <summary>Every one as a value, as a column's name and as a table's name does nothing but stand for itself.</summary>
    /// <param name="source">The engine.</param>
    /// <param name="maxName">Most bytes of a name there.</param>
    /// <param name="schemas">Schemas of nasty names that are there.</param>
    public static void Check(Source source, int maxName, params string[] schemas)
    {
        source.Write("victim", DataFrame.FromColumns(("a", Make.Integers(1))), WriteMode.Overwrite);
        var texts = DataFrame.FromColumns(("n", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, Nasty.Length).Select(i => (long)i)])), ("s", TextColumn.From(Nasty)));
        source.Write("texts", texts, WriteMode.Overwrite);
        var table = source.Table("texts");
        for (var i = 0; i < Nasty.Length; i++)
        {
            var text = Nasty[i];
            Assert.Equal([(long)i], table.Where(c => c["s"] == text).Collect().Values("n").Cast<long>());
            Assert.Equal([text + text], table.Where(c => c["n"] == i).Select(("twice", c => c["s"] + text)).Collect().Values("twice").Cast<string>());
            Assert.Contains((long)i, table.Where(c => c["s"].Contains(text) & c["s"].StartsWith(text) & c["s"].EndsWith(text)).Collect().Values("n").Cast<long>());
            Assert.Contains((long)i, table.Where(c => c["s"].IsIn(text, "x")).Collect().Values("n").Cast<long>());
            Assert.Equal([""], table.Where(c => c["n"] == i).Select(("gone", c => c["s"].Replace(text, ""))).Collect().Values("gone").Cast<string>());
        }
        var names = Nasty.Where(name => Encoding.UTF8.GetByteCount(name) <= maxName).ToArray();
        var wide = DataFrame.FromColumns([.. names.Select((name, i) => (name, (Column)Make.Integers(i, -i)))]);
        source.Write("wide", wide, WriteMode.Overwrite);
        Assert.Null(SameFrames.Difference(wide, source.Table("wide").Collect(), []));
        foreach (var name in names)
        {
            Assert.Equal(0L, source.Table("wide").GroupBy(name).Aggregate((name + name, Agg.Sum(name))).OrderBy(name).Aggregate(("all", Agg.Sum(name + name))).Value<long>("all"));
            if (name.Contains('.', StringComparison.Ordinal)) continue; // the name of a table in a schema
            source.Write(name, wide.Select(name), WriteMode.Overwrite);
            Assert.Equal(2, source.Table(name).RowCount);
        }
        Shapes(source, texts, names);
        foreach (var schema in schemas)
        {
            source.Write(schema + ".victim", wide.Select(names[0]), WriteMode.Overwrite);
            Assert.Equal(2, source.Table(schema + ".victim").RowCount);
            Assert.Contains(schema, source.Tables.Text("schema").ToStrings());
        }
        Assert.Throws<ArgumentException>(() => source.Table("victim\"; drop table victim; --"));
        Assert.Throws<ArgumentException>(() => source.Table("x'; drop table victim; --.y' or 1 = 1"));
        var longName = new string('x', 200);
        Assert.Equal(1L, source.Table("victim").Rename(("a", longName)).With((longName + "2", c => c[longName] * 2)).Where(c => c[longName] > 0).OrderBy(longName).Collect().Value<long>(longName));
        Assert.Equal(1, source.Table("victim").RowCount);
    }

    /// <summary>As names of results, as values that become columns and as columns that become values.</summary>
    private static void Shapes(Source source, DataFrame texts, string[] names)
    {
        foreach (var name in names)
        {
            Same(frame => frame.Melt("n", "s", name, name + "'"));
            Same(frame => frame.With((name, c => c["n"] + 1)).Join(frame.Select("n"), "n", Join.Left, suffix: name).Rename(("s", name + "s")).Distinct());
            Same(frame => frame.GroupBy("n").Aggregate((name, Agg.Count())).Where(c => c[name] > 0).OrderBy(name, "n").Head(5));
        }
        Same(frame => frame.Pivot("n", "s", Agg.Count(), names));

        void Same(Func<DataFrame, DataFrame> verb) => Assert.Null(SameFrames.Difference(verb(texts), verb(source.Table("texts")).Collect(), []));
    }
}
