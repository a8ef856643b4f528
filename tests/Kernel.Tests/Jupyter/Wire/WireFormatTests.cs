using System.Text;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Wire;

public class WireFormatTests
{
    private const string Key = "00112233-4455";
    private static readonly WireFormat Wire = new(Key);

    [Fact]
    public void What_is_written_is_read()
    {
        var header = MessageHeader.New("execute_reply", "session");
        byte[][] frames = [[1, 2], [], .. Wire.Frames(header, new JsonObject { ["msg_id"] = "parent" }, null, new JsonObject { ["a"] = "ü\0😀" }, [[], [0, 255]])];
        var message = Wire.Read("peer", frames, out var fault)!;
        Assert.Equal("", fault);
        Assert.Equal([[1, 2], []], message.Route);
        Assert.Equal("ü\0😀", message.Text("a"));
        Assert.Equal("parent", message.ParentId);
        Assert.Equal([[], [0, 255]], message.Buffers);
        Assert.Equal(header.Json.ToJsonString(), message.Header.Json.ToJsonString());
    }

    // Computed with Python: hmac.new(b"00112233-4455", b'{"msg_type":"a"}{}{}{}', "sha256").hexdigest()
    [Fact]
    public void The_signature_is_that_of_other_implementations() =>
        Assert.NotNull(Wire.Read("", Parts("e67b9db3af88e85313ea8741e5e0811f628f21055281ff5a8302daff7f139f5a", Object("""{"msg_type":"a"}""")), out _));

    public static TheoryData<string, byte[][]> Unsigned => new()
    {
        { "another signature", Parts(new string('0', 64), Object("""{"msg_type":"a"}""")) },
        { "no signature", Parts("", Object("""{"msg_type":"a"}""")) },
        { "half a signature", Parts(new string('0', 32), Object("""{"msg_type":"a"}""")) },
    };

    [Theory]
    [MemberData(nameof(Unsigned))]
    public void A_wrong_signature_is_refused(string what, byte[][] frames)
    {
        Assert.Null(Wire.Read("", frames, out var fault));
        Assert.True(fault == "its signature is wrong", what);
    }

    [Fact]
    public void Without_a_key_nothing_is_signed()
    {
        var wire = new WireFormat("");
        Assert.Equal([], wire.Frames(MessageHeader.New("a", ""), null, null, [])[1]);
        Assert.NotNull(wire.Read("", Parts("", Object("""{"msg_type":"a"}""")), out _));
        Assert.NotNull(wire.Read("", Parts("whatever", Object("""{"msg_type":"a"}""")), out _));
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("", "")]
    [InlineData("{}", "null")]
    public void Absent_metadata_and_content_count_as_empty(string metadata, string content)
    {
        var message = Read("""{"msg_type":"a"}""", content, metadata)!;
        Assert.Empty(message.Metadata);
        Assert.Empty(message.Content);
    }

    // Python writes these, though JSON has no such numbers.
    [Fact]
    public void NaN_and_infinities_are_read_as_null_and_texts_that_name_them_stay()
    {
        var content = Read("""{"msg_type":"a"}""", """{"a": [NaN, Infinity, -Infinity, -1, 1e5], "b": "NaN \"Infinity\" -Infinity", "NaN": "\\"}""")!.Content;
        Assert.Equal("""[null,null,null,-1,1e5]""", content["a"]!.ToJsonString());
        Assert.Equal("NaN \"Infinity\" -Infinity", (string?)content["b"]);
        Assert.Equal("\\", (string?)content["NaN"]);
    }

    [Theory]
    [InlineData(@"a\ud800b", "a\ufffdb")]
    [InlineData(@"\uDC00\uD83D\uDE00", "\ufffd😀")]
    [InlineData(@"\ud83d", "\ufffd")]
    [InlineData(@"\\ud800", @"\ud800")]
    [InlineData(@"\ud83d\n", "\ufffd\n")]
    [InlineData(@"\u0000é", "\0é")]
    public void Half_a_surrogate_pair_becomes_the_replacement_character(string escaped, string expected) =>
        Assert.Equal(expected, Read("""{"msg_type":"a"}""", $$"""{"code":"{{escaped}}"}""")!.Text("code"));

    // Python's surrogateescape lets bytes through that are no UTF-8.
    [Fact]
    public void Bytes_that_are_no_UTF8_become_the_replacement_character() =>
        Assert.Equal("a\ufffdb", Wire.Read("", Resigned(Parts("", Object("""{"msg_type":"a"}"""), [.. "{\"code\":\"a"u8, 0xFF, .. "b\"}"u8])), out _)!.Text("code"));

    [Fact]
    public void The_header_is_echoed_as_it_came()
    {
        const string Header = """{"msg_id":"é\u0000\"<&'","msg_type":"a","session":"","date":"2026-01-01T00:00:00+00:00","n":123456789012345678901234567890,"f":1.0,"deep":{"x":[1,{"y":null}]}}""";
        var message = Read(Header)!;
        var parent = Wire.Frames(MessageHeader.New("b", ""), message.Header.Json, null, [])[3];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Header), JsonNode.Parse(parent)), Encoding.UTF8.GetString(parent));
        Assert.Contains("123456789012345678901234567890", Encoding.UTF8.GetString(parent), StringComparison.Ordinal);
        Assert.Contains("1.0", Encoding.UTF8.GetString(parent), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_with_half_a_pair_can_be_echoed()
    {
        var message = Read("""{"msg_type":"a","msg_id":"\ud800"}""")!;
        Assert.NotEmpty(Wire.Frames(MessageHeader.New("b", ""), message.Header.Json, null, []));
    }

    [Fact]
    public void Half_a_pair_in_what_we_write_becomes_the_replacement_character()
    {
        var content = Encoding.UTF8.GetString(Wire.Frames(MessageHeader.New("b", ""), null, null, new JsonObject { ["text"] = "a\ud800b" })[5]);
        Assert.Equal("a\ufffdb", (string?)JsonNode.Parse(content)!["text"]);
    }

    [Theory]
    [InlineData("code", "5")]
    [InlineData("code", "null")]
    [InlineData("code", "[]")]
    [InlineData("other", "\"x\"")]
    public void A_field_of_another_type_counts_as_absent(string name, string value)
    {
        var message = Read("""{"msg_type":"a"}""", $$"""{"{{name}}":{{value}}}""")!;
        Assert.Equal("-", message.Text("code", "-"));
        Assert.True(message.Flag("code", true));
        if (value != "5") Assert.Equal(7, message.Number("code", 7));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("99999999999999999999")]
    [InlineData("1.5")]
    [InlineData("\"3\"")]
    public void A_number_that_is_no_int_counts_as_absent(string number) =>
        Assert.Equal(-1, Read("""{"msg_type":"a"}""", $$"""{"cursor_pos":{{number}}}""")!.Number("cursor_pos", -1));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"msg_type":5}""")]
    [InlineData("""{"msg_type":null}""")]
    [InlineData("""{"msg_type":"a"} {}""")]
    public void A_header_that_is_none_is_refused(string header) => Assert.Null(Read(header));

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{\"a\":}")]
    public void Content_that_is_no_object_is_refused(string content) => Assert.Null(Read("""{"msg_type":"a"}""", content));

    [Fact]
    public void Nesting_is_taken_to_200_levels_and_refused_at_100_000()
    {
        Assert.NotNull(Read("""{"msg_type":"a"}""", Nested(200)));
        Assert.Null(Read("""{"msg_type":"a"}""", Nested(100_000)));
        static string Nested(int levels) => "{\"a\":" + new string('[', levels) + new string(']', levels) + "}";
    }

    [Fact]
    public void A_header_that_gives_a_name_twice_is_refused() => Assert.Null(Read("""{"msg_type":"a","msg_id":"1","msg_id":"2"}"""));

    [Fact]
    public void Too_few_frames_are_refused()
    {
        var frames = Resigned(Parts("", Object("""{"msg_type":"a"}""")));
        for (var count = 0; count < frames.Length; count++) Assert.Null(Wire.Read("", frames[..count], out _));
    }

    private static Message? Read(string header, string content = "{}", string metadata = "{}") =>
        Wire.Read("", Resigned(["<IDS|MSG>"u8.ToArray(), [], Object(header), "{}"u8.ToArray(), Object(metadata), Object(content)]), out _);

    private static byte[] Object(string json) => Encoding.UTF8.GetBytes(json);

    private static byte[][] Parts(string signature, byte[] header, byte[]? content = null) =>
        ["<IDS|MSG>"u8.ToArray(), Object(signature), header, "{}"u8.ToArray(), "{}"u8.ToArray(), content ?? "{}"u8.ToArray()];

    private static byte[][] Resigned(byte[][] frames)
    {
        var signature = System.Security.Cryptography.HMACSHA256.HashData(Object(Key), frames[2..6].SelectMany(part => part).ToArray());
        frames[1] = Object(Convert.ToHexStringLower(signature));
        return frames;
    }
}
