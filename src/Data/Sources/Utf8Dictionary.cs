using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Distinct byte strings and a code for each, in the order in which they came. Not thread-safe.</summary>
internal sealed class Utf8Dictionary
{
    private const int Segment = 1 << 16;
    private readonly List<byte[]> _segments = [];
    private Entry[] _entries = new Entry[16];
    private int[] _slots = new int[64]; // code + 1; 0 where free
    private int _used;

    /// <summary>Number of distinct strings.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of a code.</summary>
    public ReadOnlySpan<byte> this[int code] => _segments[_entries[code].Block].AsSpan(_entries[code].Offset, _entries[code].Length);

    /// <summary>The code of a string, new when it has none.</summary>
    public int Code(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var slot = (int)(hash >> 32) & (_slots.Length - 1);
        while (_slots[slot] != 0)
        {
            ref var entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == (uint)hash && entry.Length == text.Length && text.SequenceEqual(this[_slots[slot] - 1])) return _slots[slot] - 1;
            slot = (slot + 1) & (_slots.Length - 1);
        }
        return Add(text, hash, slot);
    }

    private int Add(ReadOnlySpan<byte> text, ulong hash, int slot)
    {
        if (_segments.Count == 0 || _segments[^1].Length - _used < text.Length)
        {
            // Segments grow with the dictionary, so that small ones stay small.
            _segments.Add(new byte[Math.Max(text.Length, Math.Min(Segment << Math.Min(_segments.Count, 6), 1 << 22))]);
            _used = 0;
        }
        text.CopyTo(_segments[^1].AsSpan(_used));
        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        _entries[Count] = new Entry((uint)hash, (uint)(hash >> 32), _segments.Count - 1, _used, text.Length);
        _used += text.Length;
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var slots = new int[_slots.Length * 2];
        for (var code = 0; code < Count; code++)
        {
            var slot = (int)_entries[code].High & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = code + 1;
        }
        _slots = slots;
    }

    /// <summary>Multiply and fold, eight bytes at a time (after wyhash).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        const ulong first = 0xa0761d6478bd642f, second = 0xe7037ed1a0b428db;
        var hash = first ^ (ulong)text.Length;
        ref var bytes = ref MemoryMarshal.GetReference(text);
        var at = 0;
        for (; at + 8 <= text.Length; at += 8) hash = Fold(hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, at)), second);
        var rest = 0UL;
        for (; at < text.Length; at++) rest = rest << 8 | Unsafe.Add(ref bytes, at);
        return Fold(hash ^ rest, first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong left, ulong right) => Math.BigMul(left, right, out var low) ^ low;

    private readonly record struct Entry(uint Hash, uint High, int Block, int Offset, int Length);
}
