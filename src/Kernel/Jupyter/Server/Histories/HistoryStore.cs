using System.Diagnostics;
using System.Text;
using System.Text.Json;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Histories;

/// <summary>Inputs in a file of JSON lines that all kernels of a user append to.</summary>
/// <remarks>A session begins with an entry of line 0, so that no two get one number. A file that cannot be read or written costs the
/// history of other sessions, never a cell.</remarks>
internal sealed class HistoryStore
{
    private const int Kept = 10_000;
    private const int Rewritten = 2 * Kept;
    private const int LongestFile = 32 << 20;
    private const int LargestSession = 1_000_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly UTF8Encoding Utf8 = new(false);

    private readonly string path;
    private readonly Action<string> log;
    private readonly Lock gate = new();
    private readonly List<HistoryEntry> entries = [];
    private bool broken;

    /// <param name="path">The file; its folder is made when absent.</param>
    /// <param name="log">Told once when the file cannot be used.</param>
    public HistoryStore(string path, Action<string> log)
    {
        this.path = path;
        this.log = log;
        Locked(Begin);
    }

    /// <summary>This session's number.</summary>
    public int Session { get; private set; } = 1;

    /// <summary>All inputs, oldest first: those of earlier sessions as they were when this one began.</summary>
    public IReadOnlyList<HistoryEntry> Entries
    {
        get
        {
            lock (gate) return [.. entries];
        }
    }

    /// <summary>Adds an input and writes it.</summary>
    public void Append(HistoryEntry entry)
    {
        lock (gate)
        {
            entries.Add(entry);
            Locked(() => Write(entry));
        }
    }

    private void Begin()
    {
        var text = ReadEnd(out var whole);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (!whole || lines.Length > Rewritten) AtomicFile.Write(path, string.Concat(lines.TakeLast(Kept).Select(line => line + "\n")));
        else if (text.Length > 0 && text[^1] != '\n') Append("\n"); // A line was cut; the next one must not continue it.
        var read = lines.TakeLast(Kept).Select(Parse).OfType<HistoryEntry>().ToList();
        Session = read.Count == 0 ? 1 : read.Max(entry => entry.Session) + 1;
        entries.AddRange(read.Where(entry => entry.Line > 0));
        Write(new HistoryEntry(Session, 0, ""));
    }

    private string ReadEnd(out bool whole)
    {
        whole = true;
        if (!File.Exists(path)) return "";
        using var file = File.OpenRead(path);
        whole = file.Length <= LongestFile;
        if (!whole) file.Seek(-LongestFile, SeekOrigin.End);
        using var reader = new StreamReader(file, Utf8);
        if (!whole) reader.ReadLine();
        return reader.ReadToEnd();
    }

    private void Write(HistoryEntry entry) => Append(JsonSerializer.Serialize(entry) + "\n");

    // Cells may hold secrets: only the owner reads the file.
    private void Append(string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Utf8.GetBytes(text));
    }

    // A line that was cut by a full disk or a power failure is skipped.
    private static HistoryEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryEntry>(line) is { Input: not null, Session: > 0 and < LargestSession } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Locked(Action action)
    {
        if (broken) return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var held = Lock();
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            broken = true;
            log($"The history file {path} cannot be used, so inputs of this session are not remembered: {error.Message}");
        }
    }

    // Another kernel holds the lock for about a millisecond.
    private FileStream Lock()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.Elapsed < Patience)
            {
                Thread.Sleep(5);
            }
        }
    }
}
