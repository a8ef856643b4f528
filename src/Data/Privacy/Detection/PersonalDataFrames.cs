using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>The audit for personal data as a verb of frames.</summary>
public static class PersonalDataFrames
{
    /// <summary>Looks through all rows for columns that hold personal data, by name and by content, and for columns that together single people out.</summary>
    /// <remarks>Numbers with check characters, addresses and telephones are recognised by content; dates of birth, coordinates in two columns, postcodes and
    /// passports need a column's name to be told from other dates and numbers. Names are recognised by lists of the commonest (a column
    /// of 16 unknown names in 20 is missed unless it is called one). A shop's own customer numbers are not reported, though they are personal data
    /// wherever somebody holds the list: tokenise them. What is not found may still be personal: an audit is a beginning.
    /// Cost: a dozen patterns a distinct value; for combinations O(rows) for each of at most 385 sets.</remarks>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="options">Shares that count, size of combinations. Default: half of a column, a tenth if its name agrees; up to three columns.</param>
    /// <param name="progress">Share of the columns looked through.</param>
    /// <param name="cancellationToken">Stops between values and combinations.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static PersonalDataReport AuditPersonalData(this DataFrame frame, PersonalDataOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        options ??= new PersonalDataOptions();
        options.Check();
        frame = frame.Collect(cancellationToken);
        var findings = new List<PersonalDataFinding>();
        for (var i = 0; i < frame.Schema.Count; i++)
        {
            if (new ColumnAudit(frame, frame.Schema[i], options, cancellationToken).Find() is { } finding) findings.Add(finding);
            progress?.Report((i + 1.0) / frame.Schema.Count);
        }
        var direct = findings.Where(each => each.Kind is not (PersonalDataKind.DateOfBirth or PersonalDataKind.Coordinates or PersonalDataKind.PostalAddress)).Select(each => each.Column).ToHashSet();
        return new PersonalDataReport(frame.RowCount, findings, QuasiSearch.Find(frame, direct, options, cancellationToken));
    }
}
