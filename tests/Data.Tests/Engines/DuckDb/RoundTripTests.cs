using FsCheck;
using FsCheck.Fluent;
using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Sources;
using MarketingNotebooks.Data.Text;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

/// <summary>Frames that go into SQL or a file come back equal.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly string[] Words = ["", "a", "twelve bytes", "thirteen byte", "北京", "北京北京北京", "😀", "\0", "a\0b", "'", "\"", "line\nend", new('x', 5000), "NULL", " "];
    private readonly string _folder = Directory.CreateTempSubdirectory("parquet").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Random_frames_come_back_equal()
    {
        using var database = new DuckDbDatabase();
        Prop.ForAll(Frames().ToArbitrary(), frame =>
        {
            Sources.Frames.Equal(frame, Sql($"select * from {frame}"));
            database.Sql($"create or replace table kept as select * from {frame}");
            Sources.Frames.Equal(frame, database.Sql($"from kept"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Random_frames_come_back_equal_from_Parquet()
    {
        var path = Path.Combine(_folder, "new", "frame's.parquet");
        Prop.ForAll(Frames().ToArbitrary(), frame =>
        {
            frame.WriteParquet(path);
            Sources.Frames.Equal(frame, DataFrame.ReadParquet(path));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
        Assert.Equal([path], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(400_003)]
    public void Rows_of_several_vectors_and_threads_keep_their_order_and_nulls(int rows)
    {
        var present = new bool[rows];
        for (var row = 0; row < rows; row++) present[row] = row % 7 != 0 && row % 1000 > 20;
        var validity = Validity.FromFlags(present);
        var frame = DataFrame.FromColumns(("row", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, rows).Select(row => (long)row)])),
            ("number", new Column<double>(ColumnKind.Number, [.. Enumerable.Range(0, rows).Select(row => row / 8.0)], validity)),
            ("flag", new Column<bool>(ColumnKind.Boolean, [.. Enumerable.Range(0, rows).Select(row => row % 3 == 0)], validity)),
            ("span", new Column<long>(ColumnKind.Duration, [.. Enumerable.Range(0, rows).Select(row => row * -98_765_432_101L)], validity)),
            ("text", TextColumn.From(Enumerable.Range(0, rows).Select(row => present[row] ? $"text number {row % 501}" : null))));
        Sources.Frames.Equal(frame, Sql($"from {frame}"));
        Sources.Frames.Equal(frame.Where(c => c["row"] > 999).Head(2000), Sql($"from {frame} where row > 999 limit 2000"));
        Assert.Equal([[(long)rows, (long)frame["number"].NullCount]], Tests.Frames.Make.Rows(Sql($"select count(*) as n, count(*) - count(number) as nulls from {frame}")));
    }

    [Fact]
    public void A_few_rows_of_a_large_dictionary_come_back()
    {
        var frame = DataFrame.FromColumns(("text", TextColumn.From(Enumerable.Range(0, 10_000).Select(row => $"number {row}"))));
        Sources.Frames.Equal(frame.Tail(3), Sql($"select * from {frame.Tail(3)}"));
    }

    private static Gen<DataFrame> Frames() =>
        from rows in Gen.OneOf(Gen.Choose(0, 30), Gen.Choose(2000, 5000))
        from integers in Column(ArbMap.Default.GeneratorFor<long>(), rows)
        from numbers in Column(Gen.OneOf(ArbMap.Default.GeneratorFor<double>(), Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.Epsilon, double.MaxValue)), rows)
        from flags in Column(ArbMap.Default.GeneratorFor<bool>(), rows)
        from times in Column(Gen.OneOf(Gen.Choose(-700_000, 2_900_000).SelectMany(_ => Gen.Choose(0, 1_000_000), (day, micro) => day * Times.Day + micro * 7L),
            Gen.Elements(Times.MinValue, Times.MaxValue, 0, -1)), rows)
        from spans in Column(Gen.OneOf(ArbMap.Default.GeneratorFor<long>(), Gen.Elements(TimeSpan.MaxValue.Ticks / 10, TimeSpan.MinValue.Ticks / 10, -1)), rows)
        from texts in Gen.Elements(Words).Select(word => (string?)word).OrNull().ArrayOf(rows)
        from whole in Gen.Choose(0, 9).Select(digit => (long)digit).ArrayOf(rows)
        select DataFrame.FromColumns(("integer", Fixed(ColumnKind.Integer, integers)), ("a \"number\"", Fixed(ColumnKind.Number, numbers)), ("select", Fixed(ColumnKind.Boolean, flags)),
            ("à la", Fixed(ColumnKind.Timestamp, times)), ("duration", Fixed(ColumnKind.Duration, spans)), ("text", TextColumn.From(texts)),
            ("all", new Column<long>(ColumnKind.Integer, whole)));

    private static Gen<T?[]> Column<T>(Gen<T> values, int rows)
        where T : struct => Gen.Frequency((4, values.Select(value => (T?)value)), (1, Gen.Constant((T?)null))).ArrayOf(rows);

    private static Column Fixed<T>(ColumnKind kind, T?[] values)
        where T : unmanaged => new Column<T>(kind, [.. values.Select(value => value ?? default)], Validity.FromFlags([.. values.Select(value => value.HasValue)]));
}
