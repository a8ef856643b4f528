namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>A copy of a clean table with faults planted in it; every column is text.</summary>
internal abstract class RawTable(ICompanyTable clean) : ICompanyTable
{
    public string Name => $"raw_{clean.Name}";

    public abstract string About { get; }

    public IReadOnlyList<ColumnNote> Columns { get; } = [.. clean.Columns.Select(column => column with
    {
        Type = CellType.Text,
        Allowed = null,
        Drawn = $"`{clean.Name}.{column.Name}`, with faults planted",
    })];

    /// <summary>First unit of the clean table that is copied.</summary>
    protected virtual int First(World world) => 0;

    /// <summary>What is planted; at most one a row.</summary>
    protected abstract IReadOnlyList<Fault> Faults(World world);

    public int Units(World world) => clean.Units(world) - First(world);

    public void Rows(World world, int from, int to, RowSink rows) => Emit(world, from, to, row =>
    {
        foreach (var cell in row) rows.Text(cell);
        rows.EndRow();
    }, _ => { });

    /// <summary>Makes the rows of some units and tells of each fault.</summary>
    /// <param name="world">What all tables share.</param>
    /// <param name="from">A multiple of <see cref="World.Batch"/>.</param>
    /// <param name="to">A multiple of <see cref="World.Batch"/>, or the number of units.</param>
    /// <param name="take">Gets each row.</param>
    /// <param name="tell">Gets each fault; its row counts from <paramref name="from"/>.</param>
    internal void Emit(World world, int from, int to, Action<string[]> take, Action<PlantedFault> tell)
    {
        var (faults, first, row) = (Faults(world), First(world), 0L);
        double[] weights = [.. faults.Select(fault => fault.Rate), 1 - faults.Sum(fault => fault.Rate)];
        var again = new List<(string[] Cells, Fault Fault)>();
        for (var start = from; start < to; start += World.Batch)
        {
            var rng = world.Stream(Name).Split(start / World.Batch);
            clean.Rows(world, first + start, first + Math.Min(to, start + World.Batch), new TextRowSink(Columns.Count, cells =>
            {
                row++;
                var drawn = rng.NextCategorical(weights);
                if (drawn < faults.Count)
                {
                    var fault = faults[drawn];
                    if (fault.Repeats)
                    {
                        var copy = (string[])cells.Clone();
                        fault.Damage(copy, rng);
                        again.Add((copy, fault));
                    }
                    else
                    {
                        var cleanCell = cells[Fault.Position(Columns, fault.Column)];
                        fault.Damage(cells, rng);
                        tell(new PlantedFault(Name, row, fault, cleanCell));
                    }
                }
                take(cells);
            }));
            foreach (var (cells, fault) in again)
            {
                take(cells);
                tell(new PlantedFault(Name, ++row, fault, ""));
            }
            again.Clear();
        }
    }
}
