namespace MarketingNotebooks.Data.Expressions;

/// <summary>What an expression can compute from its arguments, row by row. Every executor knows this list or refuses by name.</summary>
internal enum Function
{
    // Arithmetic.
    Add, Subtract, Multiply, Divide, Modulo, Negate, Abs, Round, Floor, Ceiling, Sqrt, Exp, Log, Log10, Power, Sign, DivideWhole,

    // Comparison.
    Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, IsIn,

    // Logic and nulls.
    And, Or, Not, IsNull, IsNaN, If, Coalesce, Least, Greatest,

    // Text.
    Concat, Lower, Upper, Trim, Length, Contains, StartsWith, EndsWith, Replace, Substring, TrimStart, TrimEnd, PadLeft, PadRight, SplitPart,
    Matches, Extract,

    // Time.
    Truncate, Part, TotalDays, DayOfWeek, DayOfYear, IsoYear, UnitsSince, AddUnits, Format,

    // Conversion.
    ToNumber, ToInteger, ToText, ToTimestamp, ToBoolean, Cast,
}
