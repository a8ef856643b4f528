using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

/// <summary>What each type of SQL becomes.</summary>
public sealed class TypeTests
{
    private static readonly DuckDbDatabase Database = new();

    public static TheoryData<string, ColumnKind, object?> Values => new()
    {
        { "true", ColumnKind.Boolean, true },
        { "(-128)::tinyint", ColumnKind.Integer, -128L },
        { "(-32768)::smallint", ColumnKind.Integer, -32768L },
        { "(-2147483648)::integer", ColumnKind.Integer, -2147483648L },
        { "9223372036854775807", ColumnKind.Integer, long.MaxValue },
        { "255::utinyint", ColumnKind.Integer, 255L },
        { "65535::usmallint", ColumnKind.Integer, 65535L },
        { "4294967295::uinteger", ColumnKind.Integer, 4294967295L },
        { "9223372036854775807::ubigint", ColumnKind.Integer, long.MaxValue },
        { "18446744073709551615::ubigint", ColumnKind.Number, 18446744073709551615.0 },
        { "(-9223372036854775808)::hugeint", ColumnKind.Integer, long.MinValue },
        { "9223372036854775808::hugeint", ColumnKind.Number, 9223372036854775808.0 },
        { "(-170141183460469231731687303715884105727)::hugeint", ColumnKind.Number, -1.7014118346046923E+38 },
        { "340282366920938463463374607431768211455::uhugeint", ColumnKind.Number, 3.402823669209385E+38 },
        { "0.1::float", ColumnKind.Number, (double)0.1f },
        { "0.1::double", ColumnKind.Number, 0.1 },
        { "'-inf'::double", ColumnKind.Number, double.NegativeInfinity },
        { "(-1.23)::decimal(4,2)", ColumnKind.Number, -1.23 },
        { "234567.891::decimal(9,3)", ColumnKind.Number, 234567.891 },
        { "12345678901234.56::decimal(18,2)", ColumnKind.Number, 12345678901234.56 },
        { "(-0.1)::decimal(38,37)", ColumnKind.Number, -0.1 },
        { "99999999999999999999.5::decimal(38,1)", ColumnKind.Number, 99999999999999999999.5 },
        { "'北京 is long enough'", ColumnKind.Text, "北京 is long enough" },
        { "date '2024-02-29'", ColumnKind.Timestamp, new DateTime(2024, 2, 29) },
        { "date '0001-01-01'", ColumnKind.Timestamp, DateTime.MinValue },
        { "timestamp '9999-12-31 23:59:59.999999'", ColumnKind.Timestamp, new DateTime(9999, 12, 31, 23, 59, 59, 999).AddMicroseconds(999) },
        { "timestamptz '2024-06-01 12:00:00+02'", ColumnKind.Timestamp, new DateTime(2024, 6, 1, 10, 0, 0) },
        { "timestamp_s '2024-06-01 12:00:01'", ColumnKind.Timestamp, new DateTime(2024, 6, 1, 12, 0, 1) },
        { "timestamp_ms '1969-12-31 23:59:59.999'", ColumnKind.Timestamp, new DateTime(1969, 12, 31, 23, 59, 59, 999) },
        { "timestamp_ns '1969-12-31 23:59:59.999999999'", ColumnKind.Timestamp, new DateTime(1969, 12, 31, 23, 59, 59, 999).AddMicroseconds(999) },
        { "time '23:59:59.5'", ColumnKind.Duration, new TimeSpan(0, 23, 59, 59, 500) },
        { "interval '-3 days 1 second'", ColumnKind.Duration, -TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1) },
        { "timestamp '2024-03-01' - timestamp '2024-02-01 12:00'", ColumnKind.Duration, TimeSpan.FromDays(28.5) },
        { "'f47ac10b-58cc-4372-a567-0e02b2c3d479'::uuid", ColumnKind.Text, "f47ac10b-58cc-4372-a567-0e02b2c3d479" },
        { @"'\xAB\x00c'::blob", ColumnKind.Text, "ab0063" },
        { "'b'::enum('a', 'b')", ColumnKind.Text, "b" },
        { "[1, null, 3]", ColumnKind.Text, "[1,null,3]" },
        { "[[1.50::decimal(3,2)], []]", ColumnKind.Text, "[[1.50],[]]" },
        { "{'k': 'é', 'at': date '2024-02-29', 'x': 'nan'::double, 'e': 'b'::enum('a', 'b')}", ColumnKind.Text, "{\"k\":\"é\",\"at\":\"2024-02-29\",\"x\":\"NaN\",\"e\":\"b\"}" },
        { "map {'a': 1, 'b': null}", ColumnKind.Text, "{\"a\":1,\"b\":null}" },
        { "map {7: [true]}", ColumnKind.Text, "{\"7\":[true]}" },
        { "'{\"a\": 1}'::json", ColumnKind.Text, "{\"a\": 1}" },
        { "null", ColumnKind.Integer, null },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_of_every_type_comes_out_beside_a_null(string sql, ColumnKind kind, object? value)
    {
        var frame = Database.Run($"select case when i = 0 then {sql} end as v from range(2) r(i)", EmptyScope.Instance).Frame!;
        Assert.Equal(kind, frame.Schema["v"].Kind);
        Assert.Equal([value, null], Sources.Frames.Values(frame, "v"));
    }

    [Fact]
    public void An_array_of_fixed_length_is_JSON() =>
        Assert.Equal(["[\"a\",\"b\\\"\"]", "[\"a\",\"b\\\"\"]"], Sources.Frames.Values(Sql($"select array_value('a', 'b\"') as v from range(2)"), "v"));

    public static TheoryData<string, string> Faults => new()
    {
        { "select i as ok, 'infinity'::date as d from range(3) r(i)", "Row 0, column 'd' is infinity, outside the years 0001 to 9999 that a frame holds. Limit it in SQL, e.g. where \"d\" < date '9999-12-31', or cast it to varchar." },
        { "select timestamp '-infinity' as d", "Row 0, column 'd' is infinity, outside the years 0001 to 9999 that a frame holds. Limit it in SQL, e.g. where \"d\" < date '9999-12-31', or cast it to varchar." },
        { "select date '10000-01-01' - i::int as d from range(2) r(i)", "Row 0, column 'd' is a date, outside the years 0001 to 9999 that a frame holds. Limit it in SQL, e.g. where \"d\" < date '9999-12-31', or cast it to varchar." },
        { "select timestamp '0001-01-01' - interval 1 second as d", "Row 0, column 'd' is a date, outside the years 0001 to 9999 that a frame holds. Limit it in SQL, e.g. where \"d\" < date '9999-12-31', or cast it to varchar." },
        { "select interval 2 months as i", "Row 0, column 'i' is an interval of 2 months, whose length in days is not fixed. Count days instead, e.g. date_diff('day', a, b), or cast it to varchar." },
        { "select '10110'::bit as b", "Column 'b' is of a type (Bit) that no frame holds. Cast it, e.g. \"b\"::varchar." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_no_frame_holds_is_an_error_with_a_remedy(string sql, string message) =>
        Assert.Equal(message, Assert.Throws<DuckDbException>(() => Database.Run(sql, EmptyScope.Instance)).Message);

    [Fact]
    public void Sums_of_integers_stay_integers_as_long_as_they_fit()
    {
        var orders = DataFrame.FromColumns(("n", new Column<long>(ColumnKind.Integer, [long.MaxValue, -5, 5, 1])));
        var fits = Sql($"select sum(n) as s from {orders} where n < 10");
        Assert.Equal((1L, 0), (fits.Value<long>("s"), fits.SqlNotes.Count));
        var beyond = Sql($"select sum(n) as s from {orders}");
        Assert.Equal(9223372036854775808.0, beyond.Value<double>("s"));
        Assert.Equal(["Column 's' holds integers beyond 64 bits, so it is a number column: about 15 digits are kept."], beyond.Where(c => c["s"] > 0).SqlNotes);
    }

    [Fact]
    public void Columns_of_one_name_are_told_apart()
    {
        var frame = Sql($"select 1 as a, 2 as a, 3 as a_1");
        Assert.Equal(["a", "a_2", "a_1"], frame.ColumnNames);
        Assert.Equal("Column 2 of the result, 'a', is called 'a_2' here, because the name stands there already. Name it with as.", Assert.Single(frame.SqlNotes));
    }

    [Fact]
    public void Every_type_of_value_can_be_bound()
    {
        var day = new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc);
        string? nothing = null;
        var frame = Sql($"""
            select {true} as b, {(byte)7} as i, {ulong.MaxValue} = 18446744073709551615 as u, {1.5f} as f, {double.PositiveInfinity} as d, {-1.25m} as m, {"O'Neil \0 北京"} as t,
                {'c'} as c, {day} as at, {DateOnly.FromDateTime(day)} as on, {new TimeOnly(1, 2)} as clock, {TimeSpan.FromDays(-1.5)} as took, {nothing} is null as nothing,
                {ColumnKind.Text} as kind, {decimal.MaxValue} = 79228162514264337593543950335 as most, {decimal.MinValue} = -79228162514264337593543950335 as least
            """);
        Assert.Equal([true, 7L, true, 1.5, double.PositiveInfinity, -1.25, "O'Neil \0 北京", "c", day, day.Date, new TimeSpan(1, 2, 0), TimeSpan.FromDays(-1.5), true, "Text", true, true],
            Tests.Frames.Make.Rows(frame)[0]);
        Assert.Equal(3L, Sql($"select count(*) as n from range(10) r(i) where i in {new[] { 1, 2, 30, 4 }}").Value<long>("n"));
        Assert.Equal(0L, Sql($"select count(*) as n from range(10) r(i) where i::varchar in {Array.Empty<string>()}").Value<long>("n"));
    }
}
