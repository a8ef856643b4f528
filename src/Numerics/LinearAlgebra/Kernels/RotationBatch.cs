namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Plane rotations of several sweeps, kept until there are enough to apply them together to vectors that then stay in
/// cache.</summary>
/// <remarks>A rotation (c, s) at i turns rows i and i + 1 into c·rowᵢ + s·rowᵢ₊₁ and c·rowᵢ₊₁ − s·rowᵢ. Source: Van Zee, van de Geijn
/// and Quintana-Ortí (2014), ACM Trans. Math. Softw. 40(3).</remarks>
internal sealed class RotationBatch(int capacity)
{
    private double[] _cosines = new double[capacity], _sines = new double[capacity];
    private readonly List<(int First, int Step, int Start)> _sweeps = [];

    /// <summary>Rotations held.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<double> Cosines => _cosines;

    public ReadOnlySpan<double> Sines => _sines;

    /// <summary>Number of sweeps.</summary>
    public int Sweeps => _sweeps.Count;

    /// <summary>A sweep's first place, the step to its next one, and which rotations are its own.</summary>
    public (int First, int Step, Range Rotations) Sweep(int index)
    {
        var (first, step, start) = _sweeps[index];
        return (first, step, start..(index + 1 < _sweeps.Count ? _sweeps[index + 1].Start : Count));
    }

    /// <summary>Starts a sweep: the following rotations are at <paramref name="first"/>, then one further (<paramref name="step"/> 1) or
    /// one back (−1) each.</summary>
    public void Begin(int first, int step) => _sweeps.Add((first, step, Count));

    public void Add(double cosine, double sine)
    {
        if (Count == _cosines.Length)
        {
            Array.Resize(ref _cosines, 2 * Count + 1);
            Array.Resize(ref _sines, 2 * Count + 1);
        }
        _cosines[Count] = cosine;
        _sines[Count++] = sine;
    }

    public void Clear()
    {
        _sweeps.Clear();
        Count = 0;
    }
}
