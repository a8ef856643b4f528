using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Privacy.Masking;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>One column under audit: each test counts matching rows over the distinct values.</summary>
internal sealed class ColumnAudit
{
    private readonly ColumnWords _words;
    private readonly PersonalDataOptions _options;
    private readonly Field _field;
    private readonly (string Text, int Rows)[] _values;
    private readonly int _filled;
    private readonly CancellationToken _cancellationToken;

    public ColumnAudit(DataFrame frame, Field field, PersonalDataOptions options, CancellationToken cancellationToken)
    {
        (_field, _options, _words, _cancellationToken) = (field, options, new ColumnWords(field.Name), cancellationToken);
        var texts = TextMapping.Texts(frame, field.Name);
        var counts = new int[texts.Dictionary.Length];
        foreach (var code in texts.Codes)
            if (code >= 0) counts[code]++;
        var values = new List<(string, int)>();
        for (var code = 0; code < counts.Length; code++)
            if (counts[code] > 0 && !string.IsNullOrWhiteSpace(texts.Dictionary[code])) values.Add((texts.Dictionary[code], counts[code]));
        _values = [.. values];
        _filled = _values.Sum(value => value.Rows);
    }

    /// <summary>The kind that the column holds, or one inside its texts; null when there is none.</summary>
    public PersonalDataFinding? Find()
    {
        if (_filled == 0 || _field.Kind is ColumnKind.Boolean or ColumnKind.Duration) return null;
        if (_field.Kind == ColumnKind.Timestamp) return Born();
        if (_field.Kind == ColumnKind.Number) return Place();
        return Test(PersonalDataKind.Email, Patterns.Email, null, Mask.Email, "email", "mail", "邮箱")
            ?? Test(PersonalDataKind.ChineseResidentId, Patterns.Resident, null, Mask.KeepLast(2), "身份证", "resident", "sfz")
            ?? Test(PersonalDataKind.BankAccount, Patterns.Iban, null, Mask.KeepLast(2), "iban", "account", "konto", "银行")
            ?? Test(PersonalDataKind.PaymentCard, Patterns.Card, null, Mask.KeepLast(4), "card", "pan", "卡号")
            ?? Test(PersonalDataKind.NationalId, Patterns.CheckedNational, Patterns.FormedNational, Mask.KeepLast(2), "ssn", "nino", "dni", "nie", "nric", "hkid", "national", "insurance", "fiscale", "nir")
            ?? Test(PersonalDataKind.IpAddress, Patterns.Ip, null, Mask.KeepLast(2), "ip", "ipaddress")
            ?? Test(PersonalDataKind.Coordinates, Patterns.Coordinates, null, Mask.Full, "geo", "location", "coordinates", "gps") ?? Place()
            ?? Born()
            ?? Test(PersonalDataKind.Phone, Patterns.SurePhone, Patterns.MaybePhone, Mask.Phone, "phone", "tel", "telephone", "mobile", "cell", "fax", "telefon", "handy", "电话", "手机")
            ?? Test(PersonalDataKind.PostalAddress, Patterns.Address, Patterns.Address, Mask.Full, "address", "street", "adresse", "地址")
            ?? Test(PersonalDataKind.PostalAddress, _ => false, Patterns.Postcode, Mask.Full, "postcode", "postal", "zip", "zipcode", "plz", "邮编")
            ?? Test(PersonalDataKind.PersonName, Patterns.Name, Patterns.Name, Mask.Name, "name", "surname", "firstname", "lastname", "contact", "姓名")
            ?? Test(PersonalDataKind.Passport, _ => false, Patterns.Passport, Mask.KeepLast(2), "passport", "护照")
            ?? Inside();
    }

    /// <summary>Rows that surely fit by content alone, or maybe so when a word of the column's name is among the hints.</summary>
    private PersonalDataFinding? Test(PersonalDataKind kind, Func<string, bool> sure, Func<string, bool>? maybe, Func<string, string> mask, params string[] hints)
    {
        var named = _words.Has(hints);
        bool Fits(string text) => sure(text) || (named && maybe?.Invoke(text) == true);
        var (rows, examples) = (0, new List<string>());
        foreach (var (text, count) in _values)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (!Fits(text)) continue;
            rows += count;
            if (examples.Count < 2) examples.Add(mask(text));
        }
        var share = rows / (double)_filled;
        if (rows == 0 || share < (named || Certain(kind) ? Least(kind) : _options.MinShare) || (!named && _words.IsTrade && Ambiguous(kind))) return null;
        return new PersonalDataFinding(_field.Name, kind, share, rows, !named ? "content" : "name and content", examples);
    }

    /// <summary>Words with blanks between them, or Chinese: not a number or code by itself.</summary>
    private static bool IsProse(string text) => text.Any(char.IsLetter) && (text.Contains(' ') || text.Any(letter => letter is >= '\u4E00' and <= '\u9FFF'));

    /// <summary>Kinds whose form or check character hardly anything else has.</summary>
    private static bool Certain(PersonalDataKind kind) => kind is PersonalDataKind.Email or PersonalDataKind.ChineseResidentId or PersonalDataKind.BankAccount;

    /// <summary>Kinds that a shop's own numbers can look like.</summary>
    private static bool Ambiguous(PersonalDataKind kind) => kind is PersonalDataKind.Phone or PersonalDataKind.PaymentCard or PersonalDataKind.NationalId or PersonalDataKind.PersonName or PersonalDataKind.IpAddress;

    /// <summary>Many things are called "name", so people's names must be three in ten there.</summary>
    private double Least(PersonalDataKind kind) => kind == PersonalDataKind.PersonName ? Math.Min(_options.MinShare, Math.Max(0.3, _options.MinShareWithName)) : _options.MinShareWithName;

    private PersonalDataFinding? Born()
    {
        var named = _words.Has("birth", "birthday", "birthdate", "birthyear", "dob", "born", "geburtsdatum", "geburtstag", "geboren", "naissance", "出生", "生日", "生年");
        if (!named) return null;
        var rows = _values.Where(value => (Patterns.Year(value.Text) ?? (int.TryParse(value.Text, out var year) ? year : 0)) is >= 1900 and <= 2030).Sum(value => value.Rows);
        var share = rows / (double)_filled;
        return rows == 0 || share < _options.MinShareWithName ? null : new PersonalDataFinding(_field.Name, PersonalDataKind.DateOfBirth, share, rows, "name and content", ["•••"]);
    }

    private PersonalDataFinding? Place()
    {
        var most = _words.Has("lat", "latitude", "纬度") ? 90 : _words.Has("lon", "lng", "long", "longitude", "经度") ? 180 : 0;
        if (most == 0) return null;
        var rows = _values.Where(value => double.TryParse(value.Text, System.Globalization.CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most).Sum(value => value.Rows);
        return rows < 0.9 * _filled ? null : new PersonalDataFinding(_field.Name, PersonalDataKind.Coordinates, rows / (double)_filled, rows, "name and content", ["•••"]);
    }

    /// <summary>Personal data inside longer texts, or an address here and there: a single row is enough.</summary>
    private PersonalDataFinding? Inside()
    {
        if (_field.Kind != ColumnKind.Text) return null;
        var found = _values.Where(value => IsProse(value.Text) || Patterns.Email(value.Text)).Select(value => (value.Rows, Kind: Patterns.Inside(value.Text))).Where(each => each.Kind is not null).GroupBy(each => each.Kind!.Value)
            .Select(group => (Kind: group.Key, Rows: group.Sum(each => each.Rows))).OrderByDescending(each => each.Rows).ToList();
        return found.Count == 0 ? null : new PersonalDataFinding(_field.Name, found[0].Kind, found[0].Rows / (double)_filled, found[0].Rows,
            (_values.Any(value => IsProse(value.Text)) ? "inside texts" : "a few rows") + (found.Count == 1 ? "" : ", also " + string.Join(", ", found.Skip(1).Select(each => $"{PersonalDataReport.Words(each.Kind)} ({each.Rows})"))), ["•••"]);
    }
}
