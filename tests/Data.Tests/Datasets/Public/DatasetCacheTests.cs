using System.Security.Cryptography;
using MarketingNotebooks.Data.Datasets.Public;
using static MarketingNotebooks.Data.Tests.Datasets.Public.FileServer;

namespace MarketingNotebooks.Data.Tests.Datasets.Public;

public sealed class DatasetCacheTests : IDisposable
{
    private readonly DatasetCache _cache = new(Directory.CreateTempSubdirectory("mn-cache-").FullName);
    private readonly byte[] _content = Content(300_000);

    public void Dispose() => Directory.Delete(_cache.Folder, recursive: true);

    [Fact]
    public async Task Fetches_a_file_and_does_not_ask_again()
    {
        using var server = new FileServer(_content);
        var dataset = Entry(server.Address);
        var shares = new List<double>();
        var files = await _cache.FetchAsync(dataset, new Shares(shares));
        await _cache.FetchAsync(dataset);
        Assert.Equal(_content, await File.ReadAllBytesAsync(files[0]));
        Assert.Equal([0L], server.Starts);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(FileState.Whole, _cache.Verify(dataset, dataset.Files[0]));
    }

    [Fact]
    public async Task Goes_on_where_the_connection_was_reset()
    {
        using var server = new FileServer(_content, new Behaviour(DropAfter: 100_000), new Behaviour(DropAfter: 50_000), new Behaviour(DropAfter: 0));
        var dataset = Entry(server.Address);
        await _cache.FetchAsync(dataset);
        Assert.Equal(FileState.Whole, _cache.Verify(dataset, dataset.Files[0]));
        Assert.Equal([0L, 100_000, 150_000, 150_000], server.Starts);
    }

    [Fact]
    public async Task Starts_anew_where_the_server_cannot_go_on()
    {
        using var server = new FileServer(_content, new Behaviour(DropAfter: 100_000), new Behaviour(Ranges: false));
        var dataset = Entry(server.Address);
        await _cache.FetchAsync(dataset);
        Assert.Equal(FileState.Whole, _cache.Verify(dataset, dataset.Files[0]));
    }

    [Fact]
    public async Task Gives_up_on_a_server_that_never_gets_further()
    {
        int[] drops = [200_000, 100_000, 150_000, 120_000, 180_000, 110_000];
        using var server = new FileServer(_content, [.. drops.Select(drop => new Behaviour(drop, Ranges: false))]);
        await Assert.ThrowsAsync<DatasetException>(() => _cache.FetchAsync(Entry(server.Address)));
        Assert.Equal(5, server.Starts.Count);
    }

    [Fact]
    public async Task Does_not_join_parts_that_do_not_meet()
    {
        using var server = new FileServer(_content, new Behaviour(DropAfter: 100_000), new Behaviour(Shift: 10));
        var dataset = Entry(server.Address);
        await _cache.FetchAsync(dataset);
        Assert.Equal(FileState.Whole, _cache.Verify(dataset, dataset.Files[0]));
        Assert.Equal([0L, 100_000, 0], server.Starts);
    }

    [Fact]
    public async Task Keeps_the_part_of_a_server_that_gives_up_and_goes_on_at_the_next_fetch()
    {
        var dead = Enumerable.Repeat(new Behaviour(Status: 503), 4);
        using var server = new FileServer(_content, [new Behaviour(DropAfter: 100_000), .. dead]);
        var dataset = Entry(server.Address);
        var error = await Assert.ThrowsAsync<DatasetException>(() => _cache.FetchAsync(dataset));
        Assert.Contains("503", error.Message, StringComparison.Ordinal);
        Assert.Contains("100,000 of 300,000 bytes are kept", error.Message, StringComparison.Ordinal);
        Assert.Equal(FileState.Partial, _cache.Verify(dataset, dataset.Files[0]));
        await _cache.FetchAsync(dataset);
        Assert.Equal(FileState.Whole, _cache.Verify(dataset, dataset.Files[0]));
        Assert.Equal(100_000, server.Starts[^1]);
    }

    [Fact]
    public async Task Bytes_that_were_changed_never_get_the_files_name()
    {
        using var server = new FileServer(_content, new Behaviour(Corrupt: true));
        var dataset = Entry(server.Address);
        var error = await Assert.ThrowsAsync<DatasetException>(() => _cache.FetchAsync(dataset));
        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
        Assert.NotEqual(FileState.Damaged, _cache.Verify(dataset, dataset.Files[0]));
        await _cache.FetchAsync(dataset);
        Assert.Equal(FileState.Whole, _cache.Verify(dataset, dataset.Files[0]));
    }

    [Fact]
    public async Task A_part_of_an_older_version_is_dropped()
    {
        using var server = new FileServer(_content);
        var dataset = Entry(server.Address);
        var path = _cache.PathOf(dataset, dataset.Files[0]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path + ".part", new byte[1000]);
        await _cache.FetchAsync(dataset);
        Assert.Equal(FileState.Whole, _cache.Verify(dataset, dataset.Files[0]));
        Assert.Equal([1000L, 0], server.Starts);
    }

    [Fact]
    public async Task A_damaged_file_is_kept_until_a_whole_one_is_there()
    {
        using var server = new FileServer(_content, new Behaviour(Status: 404));
        var dataset = Entry(server.Address);
        var path = _cache.PathOf(dataset, dataset.Files[0]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "an old copy");
        Assert.Equal(FileState.Damaged, _cache.Verify(dataset, dataset.Files[0]));
        var error = await Assert.ThrowsAsync<DatasetException>(() => _cache.FetchAsync(dataset));
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
        Assert.Equal("an old copy", await File.ReadAllTextAsync(path));
        await _cache.FetchAsync(dataset);
        Assert.Equal(_content, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_file_larger_than_promised_ends_at_once()
    {
        using var server = new FileServer(_content, new Behaviour(Extra: 1 << 20));
        var dataset = Entry(server.Address);
        var error = await Assert.ThrowsAsync<DatasetException>(() => _cache.FetchAsync(dataset));
        Assert.Contains("more than the 300,000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        Uri address;
        using (var server = new FileServer(_content)) address = server.Address;
        var error = await Assert.ThrowsAsync<DatasetException>(() => _cache.FetchAsync(Entry(address)));
        Assert.Contains(address.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains("again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_keeps_what_has_come()
    {
        using var server = new FileServer(_content, new Behaviour(DropAfter: 100_000), new Behaviour(Status: 503));
        using var stop = new CancellationTokenSource();
        var dataset = Entry(server.Address);
        var fetch = _cache.FetchAsync(dataset, new Callback(share => { if (share > 0.3) stop.Cancel(); }), stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
        Assert.Equal(FileState.Partial, _cache.Verify(dataset, dataset.Files[0]));
    }

    [Fact]
    public async Task Two_at_once_do_not_mix_their_bytes()
    {
        using var server = new FileServer(_content, new Behaviour(DropAfter: 100_000), new Behaviour(Status: 503), new Behaviour(Status: 503));
        var dataset = Entry(server.Address);
        var both = await Task.WhenAll(Settle(_cache.FetchAsync(dataset)), Settle(_cache.FetchAsync(dataset)));
        Assert.Contains(both, error => error is null);
        Assert.All(both, error => Assert.True(error is null or DatasetException));
        Assert.Equal(FileState.Whole, _cache.Verify(dataset, dataset.Files[0]));
    }

    private PublicDataset Entry(Uri address) => new()
    {
        Name = "test", Title = "A test", Licence = "none", Origin = "here",
        Files = [new PublicFile { Name = "file.csv", Address = address, Bytes = _content.Length, Sha256 = Convert.ToHexString(SHA256.HashData(_content)) }],
    };

    private static async Task<Exception?> Settle(Task task)
    {
        try
        {
            await task;
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static byte[] Content(int length)
    {
        var bytes = new byte[length];
        new Random(4).NextBytes(bytes);
        return bytes;
    }

    private sealed class Shares(List<double> list) : IProgress<double>
    {
        public void Report(double value) => list.Add(value);
    }

    private sealed class Callback(Action<double> action) : IProgress<double>
    {
        public void Report(double value) => action(value);
    }
}
