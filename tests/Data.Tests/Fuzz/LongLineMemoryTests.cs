using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Engines.DuckDb;

namespace MarketingNotebooks.Data.Tests.Fuzz;

/// <summary>Counts what all threads allocate, so nothing else may run beside it.</summary>
[Collection(nameof(MemoryTests))]
public sealed class LongLineMemoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mn-long-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_line_of_200_MB_in_a_csv_file_is_set_aside()
    {
        var path = DamagedFileTests.Long(_folder, "long.csv", "a,b\n1,x\n2,", "\n3,z\n");
        var before = GC.GetTotalAllocatedBytes();
        var frame = DataFrame.ReadCsv(path);
        Assert.Equal([1L, 3], frame.Column<long>("a").Values);
        Assert.Contains("longer than CsvOptions.MaxRowLength", frame.Rejects.Text("reason").ToStrings().Single(), StringComparison.Ordinal);
        // A reader that kept the line would need several times its length.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 400L << 20);
    }
}
