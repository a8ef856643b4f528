namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>Kinds of personal data that an audit looks for.</summary>
public enum PersonalDataKind
{
    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Chinese resident identity numbers: 18 characters with the check character of GB 11643 (ISO 7064 MOD 11-2).</summary>
    ChineseResidentId,

    /// <summary>Bank accounts: IBAN with its check digits (ISO 13616).</summary>
    BankAccount,

    /// <summary>Payment cards: 13 to 19 digits of a known scheme with a Luhn digit (ISO/IEC 7812).</summary>
    PaymentCard,

    /// <summary>National identity numbers of Spain, Italy, France, Hong Kong, Taiwan and Singapore (all with check character), of the United States and the United Kingdom (by form).</summary>
    NationalId,

    /// <summary>IPv4 and IPv6 addresses.</summary>
    IpAddress,

    /// <summary>Latitudes and longitudes.</summary>
    Coordinates,

    /// <summary>Days or years of birth.</summary>
    DateOfBirth,

    /// <summary>Telephone numbers: international, North American, Chinese mobile and landline.</summary>
    Phone,

    /// <summary>Streets with house numbers (English, German, French, Dutch, Chinese) and postcodes.</summary>
    PostalAddress,

    /// <summary>Names of people, Western and Chinese.</summary>
    PersonName,

    /// <summary>Passport numbers; by the column's name and their form only, for they have no check digit of their own.</summary>
    Passport,
}
