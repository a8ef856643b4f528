namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>One entry of the data dictionary: what a column holds and how it came about.</summary>
/// <param name="Name">The column's name in file and frame.</param>
/// <param name="Type">How it is stored and spelled.</param>
/// <param name="Unit">Unit of measure; "" when it has none.</param>
/// <param name="Meaning">What a value says.</param>
/// <param name="Drawn">How the value was drawn or computed.</param>
/// <param name="Allowed">Which values there are; null where the type says it: days and minutes of the two years, true or false, free text.</param>
internal sealed record ColumnNote(string Name, CellType Type, string Unit, string Meaning, string Drawn, CellRange? Allowed = null)
{
    /// <summary>The range as the dictionary has it.</summary>
    public string Range => Allowed?.ToString() ?? Type switch
    {
        CellType.Date or CellType.Time => $"{Period.Start:yyyy-MM-dd} to {Period.End:yyyy-MM-dd}",
        CellType.Boolean => "true, false",
        _ => "any text",
    };
}
