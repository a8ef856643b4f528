using System.Net;
using System.Net.Http.Headers;

namespace MarketingNotebooks.Data.Datasets.Public;

/// <summary>Brings one file, over as many connections as it takes, into a part file that ends whole or says why not.</summary>
/// <param name="file">What is fetched.</param>
/// <param name="part">The part file; what it holds already is not fetched again.</param>
/// <param name="progress">Told the number of bytes that are there.</param>
internal sealed class Download(PublicFile file, string part, IProgress<long>? progress)
{
    /// <summary>Connections in a row that get no further than one before them until the fetch gives up.</summary>
    private const int Patience = 4;

    /// <summary>Silence after which a connection counts as broken.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(15), PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = DecompressionMethods.None,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    private string _last = "";

    /// <summary>Fetches until the part file is whole.</summary>
    /// <exception cref="DatasetException">It cannot become so.</exception>
    public async Task RunAsync(CancellationToken token)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(part)!);
            var target = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            await using (target.ConfigureAwait(false)) await FillAsync(target, token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{part} cannot be written: {error.Message.TrimEnd('.')}. Check free space and permission, and that no other fetch of it is running.", error);
        }
    }

    private async Task FillAsync(FileStream target, CancellationToken token)
    {
        // What an earlier fetch left may be of another version of the file: one mismatch is forgiven then.
        var mayBeStale = target.Length > 0;
        while (true)
        {
            await CompleteAsync(target, token).ConfigureAwait(false);
            target.Position = 0;
            var digest = Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(target, token).ConfigureAwait(false));
            if (digest.Equals(file.Sha256, StringComparison.OrdinalIgnoreCase)) return;
            target.SetLength(0);
            if (!mayBeStale)
                throw new DatasetException($"{file.Address} gave other bytes than the catalogue says: SHA-256 {digest.ToLowerInvariant()}, expected {file.Sha256.ToLowerInvariant()}. "
                    + "The file was changed at its source or on the way; nothing was kept. Try again, or look for a newer catalogue.");
            mayBeStale = false;
        }
    }

    /// <summary>Goes on until the part file has its full size.</summary>
    private async Task CompleteAsync(FileStream target, CancellationToken token)
    {
        if (target.Length > file.Bytes) target.SetLength(0);
        var (idle, furthest) = (0, target.Length);
        while (target.Length < file.Bytes)
        {
            await TakeAsync(target, token).ConfigureAwait(false);
            idle = target.Length > furthest ? 0 : idle + 1;
            furthest = Math.Max(furthest, target.Length);
            if (idle >= Patience)
                throw new DatasetException($"{file.Address} cannot be fetched: {_last}. {(target.Length > 0 ? $"{target.Length:N0} of {file.Bytes:N0} bytes are kept; fetch" : "Check the connection, then fetch")} again to go on.");
            if (target.Length < file.Bytes) await Task.Delay(TimeSpan.FromMilliseconds(100 << idle), token).ConfigureAwait(false);
        }
    }

    /// <summary>One connection: takes what comes until it ends or breaks.</summary>
    private async Task TakeAsync(FileStream target, CancellationToken token)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(token);
        watch.CancelAfter(Silence);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file.Address);
            if (target.Length > 0) request.Headers.Range = new RangeHeaderValue(target.Length, null);
            using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token).ConfigureAwait(false);
            if (!Accept(response, target)) return;
            target.Position = target.Length;
            var source = await response.Content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
            await using (source.ConfigureAwait(false)) await CopyAsync(source, target, watch).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            _last = $"the server was silent for {Silence.TotalSeconds:0} seconds";
        }
        catch (HttpRequestException error)
        {
            _last = error.Message.TrimEnd('.');
        }
    }

    private async Task CopyAsync(Stream source, FileStream target, CancellationTokenSource watch)
    {
        var buffer = new byte[128 << 10];
        while (true)
        {
            var count = await ReadAsync(source, buffer, watch.Token).ConfigureAwait(false);
            if (count == 0) return;
            // More than the catalogue says is not this file; it ends here, before it fills the disk.
            if (target.Length + count > file.Bytes)
            {
                target.SetLength(0);
                throw new DatasetException($"{file.Address} gave more than the {file.Bytes:N0} bytes that the catalogue says. The file was changed at its source; look for a newer catalogue.");
            }
            await target.WriteAsync(buffer.AsMemory(0, count), watch.Token).ConfigureAwait(false);
            watch.CancelAfter(Silence);
            progress?.Report(target.Length);
        }
    }

    /// <summary>The next bytes; 0 where the connection ended or broke.</summary>
    private async ValueTask<int> ReadAsync(Stream source, byte[] buffer, CancellationToken token)
    {
        _last = "the server ended early";
        try
        {
            return await source.ReadAsync(buffer, token).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            _last = error.Message.TrimEnd('.');
            return 0;
        }
    }

    /// <summary>Whether the answer brings bytes that follow those at hand.</summary>
    private bool Accept(HttpResponseMessage response, FileStream target)
    {
        if (response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == target.Length) return true;
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // The server starts at the beginning, or elsewhere: so do we.
            target.SetLength(0);
            _last = $"the server does not give the rest of the file ({(int)response.StatusCode})";
            return response.StatusCode == HttpStatusCode.OK;
        }
        _last = $"the server answers {(int)response.StatusCode} {response.ReasonPhrase}";
        if ((int)response.StatusCode is >= 400 and < 500 and not (408 or 425 or 429))
            throw new DatasetException($"{file.Address} cannot be fetched: {_last}. The address may have moved; look for a newer catalogue.");
        return false;
    }
}
