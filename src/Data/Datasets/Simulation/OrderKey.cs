namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>When an order came, from whom, and the how-manieth of that customer it is.</summary>
/// <param name="Minute">Minutes since <see cref="Period.Start"/>.</param>
/// <param name="Customer">Position of the customer.</param>
/// <param name="Nth">0 for the customer's first order.</param>
internal readonly record struct OrderKey(int Minute, int Customer, int Nth)
{
    private const int CustomerBits = 24;
    private const int NthBits = 16;

    /// <summary>Day of the order since <see cref="Period.Start"/>.</summary>
    public int Day => Minute / Period.Minutes;

    /// <summary>A number that sorts by time, then customer.</summary>
    public static ulong Pack(int minute, int customer, int nth) =>
        (ulong)minute << (CustomerBits + NthBits) | (ulong)customer << NthBits | (uint)nth;

    public static OrderKey Unpack(ulong key) => new((int)(key >> (CustomerBits + NthBits)),
        (int)(key >> NthBits) & ((1 << CustomerBits) - 1), (int)key & ((1 << NthBits) - 1));
}
