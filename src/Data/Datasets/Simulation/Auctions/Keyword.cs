namespace MarketingNotebooks.Data.Datasets.Simulation.Auctions;

/// <summary>Something people search for, and what a click on it leads to.</summary>
/// <param name="Text">As it is typed.</param>
/// <param name="Searches">Of an ordinary week.</param>
/// <param name="ClickRate">Probability of a click on an advertisement of quality 1 in the first position.</param>
/// <param name="Converts">Probability that a click leads to a purchase.</param>
/// <param name="Margin">Mean margin of such a purchase, in EUR.</param>
internal sealed record Keyword(string Text, int Searches, double ClickRate, double Converts, double Margin)
{
    /// <summary>Every keyword; the position is the code.</summary>
    public static readonly Keyword[] All =
    [
        new("loose leaf tea", 5_200, 0.085, 0.032, 17),
        new("oolong tea", 2_600, 0.095, 0.045, 19),
        new("matcha powder", 6_800, 0.070, 0.026, 15),
        new("tea gift set", 1_900, 0.110, 0.060, 24),
        new("cast iron teapot", 1_400, 0.100, 0.038, 27),
        new("龙井茶", 2_100, 0.090, 0.050, 18),
        new("普洱茶饼", 1_600, 0.095, 0.047, 21),
        new("中秋礼盒", 900, 0.120, 0.075, 29),
    ];

    /// <summary>What a click is worth: conversion times margin, in EUR.</summary>
    public double Value => Converts * Margin;
}
