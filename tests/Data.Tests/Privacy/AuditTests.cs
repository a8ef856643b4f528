using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Detection;
using MarketingNotebooks.Data.Tests.Datasets;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Tests.Privacy;

public sealed class AuditTests
{
    private static PersonalDataFinding? One(string name, params string?[] values) =>
        DataFrame.FromColumns((name, Make.Texts(values))).AuditPersonalData().Findings.SingleOrDefault();

    [Theory]
    [InlineData(PersonalDataKind.Email, "jo@example.com", "mei.li@例子.cn")]
    [InlineData(PersonalDataKind.Phone, "+44 20 7946 0958", "+49 30 901820")]
    [InlineData(PersonalDataKind.Phone, "13812345678", "159 1234 5678")]
    [InlineData(PersonalDataKind.Phone, "010-12345678", "0755-1234567")]
    [InlineData(PersonalDataKind.Phone, "(212) 555-0123", "415-555-2671")]
    [InlineData(PersonalDataKind.ChineseResidentId, "11010519491231002X", "440524188001010014")]
    [InlineData(PersonalDataKind.BankAccount, "GB82 WEST 1234 5698 7654 32", "DE89370400440532013000")]
    [InlineData(PersonalDataKind.PaymentCard, "4111 1111 1111 1111", "5555555555554444")]
    [InlineData(PersonalDataKind.NationalId, "12345678Z", "S1234567D")]
    [InlineData(PersonalDataKind.IpAddress, "192.168.1.17", "2001:db8::1")]
    [InlineData(PersonalDataKind.Coordinates, "52.5163, 13.3777", "-33.8568, 151.2153")]
    [InlineData(PersonalDataKind.PostalAddress, "221 Baker Street, London", "Hauptstraße 12, Berlin")]
    [InlineData(PersonalDataKind.PostalAddress, "12 rue de Rivoli, Paris", "上海市黄浦区南京东路299号")]
    [InlineData(PersonalDataKind.PersonName, "Maria van der Berg", "James Okafor")]
    [InlineData(PersonalDataKind.PersonName, "王秀英", "张伟")]
    [InlineData(PersonalDataKind.PersonName, "欧阳娜娜", "古丽娜尔·买买提")]
    [InlineData(PersonalDataKind.ChineseResidentId, "11010519491231002x", "440524 18800101 0014")]
    [InlineData(PersonalDataKind.Phone, "+86 138 1234 5678", "86-13912345678")]
    public void Content_alone_is_recognised_under_a_name_that_says_nothing(PersonalDataKind kind, params string[] values)
    {
        var found = One("x1", values);
        Assert.Equal((kind, 1.0, "content"), (found?.Kind, found?.Share, found?.Evidence));
        Assert.All(found!.Examples, example => Assert.DoesNotContain(example, values));
    }

    [Theory]
    [InlineData(PersonalDataKind.Phone, "mobileNumber", "02079460958", "03090182")]
    [InlineData(PersonalDataKind.DateOfBirth, "date_of_birth", "14.03.1987", "1990-12-01")]
    [InlineData(PersonalDataKind.DateOfBirth, "birth_year", "1987", "1990")]
    [InlineData(PersonalDataKind.PostalAddress, "zip", "10115", "SW1A 1AA")]
    [InlineData(PersonalDataKind.Passport, "passport_no", "C01X00T47", "E12345678")]
    [InlineData(PersonalDataKind.NationalId, "ssn", "123-45-6789", "078-05-1120")]
    [InlineData(PersonalDataKind.Coordinates, "lat", "52.51", "-33.85")]
    public void Content_that_could_be_anything_counts_with_the_columns_name(PersonalDataKind kind, string name, params string[] values)
    {
        Assert.Equal((kind, "name and content"), (One(name, values)?.Kind, One(name, values)?.Evidence));
        Assert.Null(One("x1", values));
    }

    [Fact]
    public void Two_rows_in_a_hundred_notes_give_the_column_away()
    {
        var notes = Enumerable.Range(0, 98).Select(i => $"Likes tea no. {i}, paid 12.50 on 2024-01-0{i % 9 + 1}, order 2024{i:0000}").Append("Call +49 30 901820 after six").Append("write to jo@example.com");
        var found = One("notes", [.. notes]);
        Assert.Equal((1, "inside texts, also e-mail address (1)"), (found?.Rows, found?.Evidence.Replace("telephone", "e-mail address")));
    }

    [Fact]
    public void What_can_be_nothing_else_counts_in_a_small_part_of_a_column_too()
    {
        string[] codes = [.. Enumerable.Range(0, 80).Select(i => $"A-{i}")];
        Assert.Equal((PersonalDataKind.ChineseResidentId, 20), One("x1", [.. codes, .. Enumerable.Repeat("11010519491231002X", 20)]) is { } ids ? (ids.Kind, ids.Rows) : default);
        Assert.Equal((PersonalDataKind.Email, "content"), One("x1", [.. codes, .. Enumerable.Repeat("jo@example.com", 20)]) is { } mails ? (mails.Kind, mails.Evidence) : default);
        Assert.Equal((1, "a few rows"), One("x1", [.. codes, "jo@example.com"]) is { } mail ? (mail.Rows, mail.Evidence) : default);
        Assert.Null(One("x1", [.. codes, .. Enumerable.Repeat("010-12345678", 20)])); // what could be another code needs half of the column
    }

    [Fact]
    public void The_companys_customers_have_names_addresses_and_birth_years_and_nothing_else()
    {
        var report = DataFrame.ReadCsv(Committed.Csv("customers")).AuditPersonalData();
        Assert.Equal([("name", PersonalDataKind.PersonName), ("email", PersonalDataKind.Email), ("birth_year", PersonalDataKind.DateOfBirth)],
            report.Findings.Select(found => (found.Column, found.Kind)));
        Assert.Equal(1, report.Findings[1].Share);
        Assert.True(report.Findings[0].Share > 0.95, $"{report.Findings[0].Share:0.000} of the names recognised");
        Assert.DoesNotContain(report.Findings.SelectMany(found => found.Examples), example => example.Contains("victor", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(report.QuasiIdentifiers, set => set.Columns.SequenceEqual(["birth_year", "signup_date"]) || set.Columns.SequenceEqual(["country", "birth_year", "signup_date"]));
    }

    public static TheoryData<string> TablesWithoutPeople => [.. Directory.GetFiles(Committed.Folder, "*.csv")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Where(table => table is not ("customers" or "raw_customers")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(TablesWithoutPeople))]
    public void Tables_without_people_raise_no_alarm(string table) =>
        Assert.Empty(DataFrame.ReadCsv(Committed.Csv(table)).AuditPersonalData(new() { QuasiColumns = 0 }).Findings);

    [Fact]
    public void The_raw_customers_are_recognised_despite_their_faults() => Assert.Equal(["name", "email", "birth_year"],
        DataFrame.ReadCsv(Committed.Csv("raw_customers")).AuditPersonalData(new() { QuasiColumns = 0 }).Findings.Select(found => found.Column));

    /// <summary>Numbers of a shop, drawn at random: a tenth of 16 digits pass Luhn, so a share is needed before they count.</summary>
    [Fact]
    public void Order_numbers_SKUs_EANs_and_prices_raise_no_alarm()
    {
        var rng = new Rng(3);
        string Digits(int n) => string.Concat(Enumerable.Range(0, n).Select(_ => rng.Next(10)));
        Column Texts(Func<int, string> make) => TextColumn.From(Enumerable.Range(0, 500).Select(make));
        var frame = DataFrame.FromColumns(("order_no", Texts(i => $"{20240000 + i}-{Digits(3)}")), ("long_order", Texts(_ => "4" + Digits(15))), ("ean", Texts(_ => Digits(13))),
            ("sku", Texts(_ => $"TEA-{Digits(4)}-{(char)('A' + rng.Next(26))}")), ("price", Texts(_ => $"{Digits(3)}.{Digits(2)}")), ("code", Texts(_ => $"{(char)('A' + rng.Next(26))}{Digits(9)}")),
            ("token", Texts(_ => Digits(18))), ("version", Texts(_ => $"{rng.Next(9)}.{rng.Next(20)}.{rng.Next(9)}")), ("when", Texts(_ => $"2024-0{1 + rng.Next(9)}-1{rng.Next(10)} 10:{10 + rng.Next(49)}:00")),
            ("parcel", Texts(_ => Digits(20))), ("order_id", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, 500).Select(i => 13_800_000_000L + i)])),
            ("tea", Texts(i => ((string[])["龙井茶", "白茶", "马克杯", "茉莉花茶", "红茶", "普洱", "铁观音", "茶壶"])[i % 8])), ("title", Texts(i => ((string[])["Green Tea Sampler", "Rose Gold Kettle", "Earl Grey", "White Peony"])[i % 4])));
        Assert.Empty(frame.AuditPersonalData(new() { QuasiColumns = 0 }).Findings.Select(found => $"{found.Column}: {found.Kind} {found.Share:0.00}"));
    }

    [Fact]
    public void Combinations_are_minimal_and_keys_are_left_out()
    {
        var rng = new Rng(4);
        var frame = DataFrame.From(Enumerable.Range(0, 400).Select(i => new { key = i, a = rng.Next(20), b = rng.Next(20), c = rng.Next(2) }));
        var report = frame.AuditPersonalData(new() { MinUnique = 0.3 });
        Assert.Equal(["a", "b"], report.QuasiIdentifiers[0].Columns);
        Assert.Single(report.QuasiIdentifiers);
        Assert.Equal(frame.MeasureAnonymityUniques("a", "b"), report.QuasiIdentifiers[0].Unique);
    }

    [Fact]
    public void It_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() =>
        DataFrame.FromColumns(("x", Make.Texts("a", "b"))).AuditPersonalData(cancellationToken: new CancellationToken(true)));

    [Fact]
    public void Empty_tables_and_empty_columns_find_nothing()
    {
        Assert.Empty(DataFrame.FromColumns(("email", Make.Texts())).AuditPersonalData().Findings);
        Assert.Null(One("email", null, "", " "));
        Assert.Equal("1 rows: no column looks personal.", DataFrame.FromColumns(("n", Make.Integers(1))).AuditPersonalData().ToString());
    }

    [Fact]
    public void Mistakes_in_options_are_told_together() => Assert.Equal(
        "PersonalDataOptions.MinShare must be in (0, 1]. Got 0.\nPersonalDataOptions.MinShareWithName must be in [0, 0]. Got 0.1.\nPersonalDataOptions.QuasiColumns must be in [0, 4]. Got 9.",
        Assert.Throws<ArgumentException>(() => DataFrame.FromColumns(("n", Make.Integers(1))).AuditPersonalData(new() { MinShare = 0, QuasiColumns = 9 })).Message);
}

file static class Uniques
{
    public static int MeasureAnonymityUniques(this DataFrame frame, params string[] columns) =>
        Data.Privacy.Anonymity.AnonymityFrames.MeasureAnonymity(frame, columns).Uniques;
}
