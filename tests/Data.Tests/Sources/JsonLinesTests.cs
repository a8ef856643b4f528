using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Sources;

public sealed class JsonLinesTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"mn-{Guid.NewGuid():N}.jsonl");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""{"$date":"2026-03-04T05:06:07Z"}""", """{"$numberLong":"9007199254740993"}""", """{"$numberDouble":"1.5"}""")]
    [InlineData("""{"$date":{"$numberLong":"1772600767000"}}""", """{"$numberLong":"9007199254740993"}""", """{"$numberDecimal":"1.5"}""")]
    public void Exports_of_MongoDB_are_unwrapped(string date, string visits, string score)
    {
        Write($$$"""{"_id":{"$oid":"65f0c0ffee65f0c0ffee0001"},"name":"茶","created":{{{date}}},"visits":{{{visits}}},"score":{{{score}}},"address":{"city":"Lyon"}}""",
            """{"_id":{"$oid":"65f0c0ffee65f0c0ffee0002"},"name":"cup","created":null,"score":{"$numberDouble":"-2"}}""");
        var frame = DataFrame.ReadJsonLines(_path);
        Assert.Equal((string?[])["65f0c0ffee65f0c0ffee0001", "65f0c0ffee65f0c0ffee0002"], frame.Text("_id").ToStrings());
        Assert.Equal([new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc), null], [frame["created"][0], frame["created"][1]]);
        Assert.Equal([9007199254740993L, null], [frame["visits"][0], frame["visits"][1]]);
        Assert.Equal([1.5, -2], frame.Column<double>("score").Values);
        Assert.Equal("""{"city":"Lyon"}""", frame.Text("address").ToStrings()[0]);
    }

    [Fact]
    public void Wrapped_and_plain_numbers_of_one_column_meet()
    {
        Write("""{"n":{"$numberDouble":"-Infinity"}}""", """{"n":1}""", """{"n":{"$numberLong":"5000000000"}}""", """{"n":{"$numberDouble":"2.5"}}""");
        Assert.Equal([double.NegativeInfinity, 1, 5e9, 2.5], DataFrame.ReadJsonLines(_path).Column<double>("n").Values);
    }

    [Theory]
    [InlineData("infinity", "2026-03-04")]
    [InlineData("-Infinity", "2026-03-04T05:06:07Z")]
    [InlineData("epoch", "epoch")]
    public void Words_for_times_without_a_date_are_kept_as_text(string word, string other)
    {
        Write($$$"""{"valid/until":"{{{word}}}","rest":{"at":"{{{word}}}"},"real":"1900-01-01","n":1}""",
            $$$"""{"valid/until":"{{{other}}}","rest":{"at":"{{{other}}}"},"real":"1900-01-02","n":2}""");
        var frame = DataFrame.ReadJsonLines(_path);
        Assert.Equal((string?[])[word, other], frame.Text("valid/until").ToStrings());
        Assert.Equal($$$"""{"at":"{{{word}}}"}""", frame.Text("rest").ToStrings()[0]);
        Assert.Equal([new DateTime(1900, 1, 1), 1L], [frame["real"][0], frame["n"][0]]);
        Assert.Equal("Column 'valid/until' holds times and words such as infinity, which no frame has; it is text. Set the words to null and cast the rest with SQL or ToTimestamp().",
            frame.SqlNotes.Single(note => note.Contains("valid", StringComparison.Ordinal)));
    }

    [Fact]
    public void Words_are_kept_in_columns_that_were_renamed_and_nothing_else_changes()
    {
        Write("""{"t":"2026-01-01","T":"infinity","mixed":5,"s":"epoch"}""", """{"t":"2026-01-02","T":"2026-05-05","mixed":"5","s":"1900-01-01 or so"}""",
            """{"t":"1900-01-01","T":null,"mixed":"1900-01-01","s":"x"}""", """{"mixed":"epoch"}""");
        var frame = DataFrame.ReadJsonLines(_path);
        Assert.Equal((string?[])["infinity", "2026-05-05", null, null], frame.Text("T_1").ToStrings());
        Assert.Equal((string?[])["5", "\"5\"", "\"1900-01-01\"", "\"epoch\""], frame.Text("mixed").ToStrings());
        Assert.Equal((string?[])["epoch", "1900-01-01 or so", "x", null], frame.Text("s").ToStrings());
        Assert.Equal([new DateTime(1900, 1, 1), null], [frame["t"][2], frame["t"][3]]);
    }

    [Fact]
    public void What_only_looks_wrapped_stays_text()
    {
        Write("""{"a":{"$date":"no date"},"b":{"$oid":"x","more":1},"c":{"$other":1}}""");
        var frame = DataFrame.ReadJsonLines(_path);
        Assert.All(frame.Schema, field => Assert.Equal(ColumnKind.Text, field.Kind));
        Assert.Equal("""{"$date":"no date"}""", frame.Text("a").ToStrings()[0]);
    }

    [Fact]
    public void Dates_as_text_and_as_numbers_of_one_column_meet()
    {
        // mongoexport's relaxed form: dates before 1970 are numbers.
        Write("""{"d":{"$date":"2024-01-01T10:00:00.5Z"}}""", """{"d":{"$date":{"$numberLong":"-86400000"}}}""", """{"d":null}""");
        var frame = DataFrame.ReadJsonLines(_path);
        Assert.Equal([new DateTime(2024, 1, 1, 10, 0, 0, 500, DateTimeKind.Utc), new DateTime(1969, 12, 31, 0, 0, 0, DateTimeKind.Utc), null],
            Enumerable.Range(0, 3).Select(row => frame["d"][row]));
        Assert.Empty(frame.SqlNotes);
    }

    [Fact]
    public void Kinds_are_those_of_all_lines_however_late()
    {
        Write([.. Enumerable.Repeat("""{"a":1,"b":1}""", 30_000), """{"a":1.7,"b":true,"late":"x"}"""]);
        var frame = DataFrame.ReadJsonLines(_path);
        Assert.Equal(1.7, frame["a"][30_000]);
        Assert.Equal("true", frame["b"][30_000]);
        Assert.Equal("x", frame["late"][30_000]);
    }

    [Fact]
    public void An_array_read_as_lines_is_an_error_with_the_remedy()
    {
        Write("""[{"a":1},{"a":2}]""");
        var error = Assert.Throws<Data.Engines.DuckDb.DuckDbException>(() => DataFrame.ReadJsonLines(_path));
        Assert.Equal($"{_path} holds arrays, not an object a line. Read an array of objects with DataFrame.ReadJson.", error.Message);
    }

    private void Write(params string[] lines) => File.WriteAllLines(_path, lines);
}
