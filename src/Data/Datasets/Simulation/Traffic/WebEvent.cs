namespace MarketingNotebooks.Data.Datasets.Simulation.Traffic;

/// <summary>What a visitor did, and when the shop's log heard of it.</summary>
/// <param name="Session">Position of the session among the visitor's.</param>
/// <param name="Step">Position in <see cref="WebVisitor.Steps"/>.</param>
/// <param name="Product">Position of the product; −1 for none.</param>
/// <param name="At">When it happened, in seconds since <see cref="Period.Start"/>.</param>
/// <param name="Received">When it arrived.</param>
/// <param name="Original">Position of the event that this one repeats; its own when it is no repetition.</param>
internal readonly record struct WebEvent(int Session, int Step, int Product, int At, int Received, int Original);
