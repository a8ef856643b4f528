using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Masking;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class EncryptionTests
{
    private static readonly DataFrame Frame = DataFrame.FromColumns(("email", Make.Texts("王@b.de", null, "", "王@b.de")), ("n", Make.Integers(1, 2, 3, 4)));

    /// <summary>NIST GCM test vectors for AES-256 (McGrew and Viega 2005, test cases 14 and 16).</summary>
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000", "00000000000000000000000000000000", "",
        "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919")]
    [InlineData("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b")]
    public void Sealing_gives_the_published_vectors(string key, string nonce, string plain, string associated, string cipher, string tag)
    {
        using var aes = ColumnCipher.Open(Convert.FromHexString(key));
        var cell = ColumnCipher.Seal(aes, Convert.FromHexString(nonce), Convert.FromHexString(plain), Convert.FromHexString(associated));
        Assert.Equal(nonce + tag + cipher, Convert.ToHexStringLower(cell));
    }

    [Fact]
    public void Decryption_gives_back_what_was_hidden_in_any_order_of_rows()
    {
        var key = Keys.New();
        var hidden = Frame.Encrypt("email", key);
        Assert.Equal(Frame.Values("email"), hidden.Decrypt("email", key).Values("email"));
        Assert.Equal(["", "王@b.de"], hidden.OrderBy(Sort.Desc("n")).Head(2).OrderBy("n").Decrypt("email", key).Values("email"));
        Assert.NotEqual(hidden.Values("email")[0], hidden.Values("email")[3]);
        Assert.Equal(["1", "2", "3", "4"], hidden.Encrypt("n", key).Decrypt("n", key).Values("n"));
    }

    [Fact]
    public void No_nonce_occurs_twice_and_no_cell_equals_another()
    {
        var cells = DataFrame.FromColumns(("email", TextColumn.From(Enumerable.Repeat("same@example.com", 20_000)))).Encrypt("email", Keys.New()).Text("email").ToStrings();
        Assert.Equal(20_000, cells.Select(cell => Convert.ToBase64String(Convert.FromBase64String(cell![4..])[4..16])).Distinct().Count());
    }

    /// <summary>Every bit of a cell counts: nonce, tag and ciphertext are all authenticated.</summary>
    [Fact]
    public void Any_changed_byte_is_detected()
    {
        var key = Keys.New();
        var bytes = Convert.FromBase64String(((string)Frame.Encrypt("email", key).Values("email")[0]!)[4..]);
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            var frame = DataFrame.FromColumns(("email", Make.Texts("mn1." + Convert.ToBase64String(changed))));
            Assert.Throws<InvalidOperationException>(() => frame.Decrypt("email", key));
        }
        Assert.Throws<InvalidOperationException>(() => DataFrame.FromColumns(("email", Make.Texts("mn1." + Convert.ToBase64String(bytes[..^1])))).Decrypt("email", key));
    }

    [Fact]
    public void What_would_not_come_back_is_not_encrypted() => Assert.Equal(
        "A text of 3 characters holds half a surrogate pair at position 1, so it cannot be told from others in UTF-8. Mend or drop it first. (Parameter 'text')",
        Assert.Throws<ArgumentException>(() => DataFrame.FromColumns(("email", Make.Texts("a\ud83db"))).Encrypt("email", Keys.New())).Message);

    [Fact]
    public void It_can_be_cancelled_and_tells_how_far_it_is()
    {
        var (key, shares) = (Keys.New(), new Shares());
        Assert.Throws<OperationCanceledException>(() => Frame.Encrypt("email", key, cancellationToken: new CancellationToken(true)));
        var hidden = Frame.Encrypt("email", key, shares);
        Assert.Throws<OperationCanceledException>(() => hidden.Decrypt("email", key, cancellationToken: new CancellationToken(true)));
        Assert.Throws<OperationCanceledException>(() => Frame.Tokenize("email", key, cancellationToken: new CancellationToken(true)));
        Assert.Equal([0, 1], shares.Seen);
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public void Report(double value) => Seen.Add(value);
    }

    [Fact]
    public void Another_key_another_column_or_a_changed_cell_gives_one_clear_error()
    {
        var (key, other) = (Keys.New(), Keys.New());
        var hidden = Frame.Encrypt("email", key);
        string Error(Func<DataFrame> decrypt) => Assert.Throws<InvalidOperationException>(() => decrypt().RowCount).Message;
        Assert.Equal($"Row 0 of column 'email' cannot be decrypted with the 256-bit key from ${other}: it was encrypted with another key.",
            Error(() => hidden.Decrypt("email", other)));
        var renamed = hidden.Rename(("email", "mail"));
        Assert.Equal($"Row 0 of column 'mail' cannot be decrypted with the 256-bit key from ${key}: it was changed, or belongs to a column of another name (then give named:).", Error(() => renamed.Decrypt("mail", key)));
        Assert.Equal(Frame.Values("email"), renamed.Decrypt("mail", key, named: "email").Values("mail"));
        var cell = (string)hidden.Values("email")[0]!;
        var changed = hidden.With("email", new string?[] { cell[..^6] + (cell[^6] == 'A' ? 'B' : 'A') + cell[^5..], "no cell", null, null });
        Assert.EndsWith(": it was changed, or belongs to a column of another name (then give named:).", Error(() => changed.Decrypt("email", key)));
        Assert.EndsWith(": it is no encrypted value, or was cut.", Error(() => changed.Tail(3).Decrypt("email", key)));
        Assert.Equal("Column 'email' is encrypted already: row 0 begins with 'mn1.'. (Parameter 'column')", Assert.Throws<ArgumentException>(() => hidden.Encrypt("email", key)).Message);
    }
}
