using System.Text.Json.Nodes;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>One table of the simulated company. A new table is a new implementation and a line in <see cref="CompanyTables"/>.</summary>
/// <remarks>A table draws from <see cref="World.Stream(string)"/> under a name of its own, a child stream a unit, so that adding
/// or changing one table never changes another, and units can be made in any order.</remarks>
internal interface ICompanyTable
{
    /// <summary>The frame's name; the file is <c>name.csv</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for the dictionary: what a row is.</summary>
    string About { get; }

    /// <summary>The columns in order; the dictionary is made of them.</summary>
    IReadOnlyList<ColumnNote> Columns { get; }

    /// <summary>Number of things (customers, orders, …) that give rows; one unit may give several rows or none.</summary>
    int Units(World world);

    /// <summary>Sends the rows of units [<paramref name="from"/>, <paramref name="to"/>), every cell in the order of
    /// <see cref="Columns"/>.</summary>
    /// <param name="world">What all tables share.</param>
    /// <param name="from">A multiple of <see cref="World.Batch"/>.</param>
    /// <param name="to">A multiple of <see cref="World.Batch"/>, or the number of units.</param>
    /// <param name="rows">Takes the cells.</param>
    void Rows(World world, int from, int to, RowSink rows);

    /// <summary>The parameters the table was drawn from, as <c>truth.json</c> keeps them under <c>tables</c>; null for none of
    /// its own.</summary>
    JsonNode? Truth(World world) => null;
}
