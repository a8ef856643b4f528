namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Takes generated rows cell by cell, from left to right.</summary>
/// <remarks>Numbers arrive as whole numbers of their last digit, so that no rounding of the machine reaches a file.</remarks>
internal abstract class RowSink
{
    /// <summary>Adds a string; null or "" is a missing value.</summary>
    public abstract void Text(string? value);

    /// <summary>Adds a whole number; null is a missing value.</summary>
    public abstract void Integer(long? value);

    /// <summary>Adds a decimal number.</summary>
    /// <param name="scaled">The number times 10^<paramref name="digits"/>.</param>
    /// <param name="digits">Digits after the point. Range: 1 to 9.</param>
    public abstract void Number(long scaled, int digits);

    /// <summary>Adds an amount of money.</summary>
    /// <param name="cents">The amount in euro cents.</param>
    public void Money(long cents) => Number(cents, 2);

    /// <summary>Adds a real number, rounded half up to some digits after the point.</summary>
    /// <param name="value">Finite; times 10^<paramref name="digits"/> below 2⁵³.</param>
    /// <param name="digits">Digits after the point. Range: 1 to 9.</param>
    public void Real(double value, int digits)
    {
        var unit = 1L;
        for (var i = 0; i < digits; i++) unit *= 10;
        Number((long)Math.Floor(value * unit + 0.5), digits);
    }

    /// <summary>Adds true or false; null is a missing value.</summary>
    public abstract void Boolean(bool? value);

    /// <summary>Adds a day; null is a missing value.</summary>
    /// <param name="day">Days since <see cref="Period.Start"/>.</param>
    public abstract void Date(int? day);

    /// <summary>Adds a minute.</summary>
    /// <param name="minute">Minutes since <see cref="Period.Start"/>.</param>
    public abstract void Time(int minute);

    /// <summary>Adds a second.</summary>
    /// <param name="second">Seconds since <see cref="Period.Start"/>.</param>
    public abstract void Moment(int second);

    /// <summary>Ends the row.</summary>
    public abstract void EndRow();
}
