namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Plane rotations of several sweeps, kept until there are enough to apply them together to vectors that then stay in
/// cache.</summary>
/// <remarks>A rotation (c, s) at i turns rows i and i + 1 into c·rowᵢ + s·rowᵢ₊₁ and c·rowᵢ₊₁ − s·rowᵢ. Source: Van Zee, van de Geijn
/// and Quintana-Ortí (2014), ACM Trans. Math. Softw. 40(3).</remarks>
internal sealed class RotationBatch(int capacity)
{
    private double[] _cosines = new double[capacity], _sines = new double[capacity];
    private readonly List<Sweep> _sweeps = [];

    /// <summary>Rotations held.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<double> Cosines => _cosines;

    public ReadOnlySpan<double> Sines => _sines;

    public IReadOnlyList<Sweep> Sweeps => _sweeps;

    /// <summary>Starts a sweep: the following rotations are at <paramref name="first"/>, then one further (<paramref name="step"/> 1) or
    /// one back (−1) each.</summary>
    public void Begin(int first, int step) => _sweeps.Add(new Sweep(first, step, Count, Count));

    public void Add(double cosine, double sine)
    {
        if (Count == _cosines.Length)
        {
            Array.Resize(ref _cosines, 2 * Count + 1);
            Array.Resize(ref _sines, 2 * Count + 1);
        }
        _cosines[Count] = cosine;
        _sines[Count] = sine;
        _sweeps[^1] = _sweeps[^1] with { End = ++Count };
    }

    public void Clear()
    {
        _sweeps.Clear();
        Count = 0;
    }

    /// <summary>Rotations [Start, End) of the batch, at First, First + Step, ….</summary>
    internal readonly record struct Sweep(int First, int Step, int Start, int End);
}
