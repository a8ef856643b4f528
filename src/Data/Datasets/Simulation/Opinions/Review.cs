using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Opinions;

/// <summary>What a customer wrote beside the stars, and what they meant.</summary>
/// <param name="Sentiment">−1 negative, 0 neutral, 1 positive.</param>
/// <param name="Aspects">By <see cref="Aspect"/>: 1 praised, −1 blamed, 0 not spoken about.</param>
/// <param name="Text">The text, in the customer's language.</param>
internal sealed record Review(int Sentiment, int[] Aspects, string Text)
{
    /// <summary>Names of the sentiments −1, 0 and 1.</summary>
    public static readonly string[] Sentiments = ["negative", "neutral", "positive"];

    /// <summary>Probability of negative, neutral and positive by stars: some misread the scale.</summary>
    public static readonly double[][] ByStars =
        [[0.90, 0.06, 0.04], [0.72, 0.23, 0.05], [0.30, 0.45, 0.25], [0.06, 0.20, 0.74], [0.02, 0.05, 0.93]];

    /// <summary>Probability that each aspect other than the product is spoken about.</summary>
    public const double Spoken = 0.30;

    /// <summary>Probability that such an aspect is judged as the product is.</summary>
    public const double Agrees = 0.80;

    private const double Aside = 0.15; // a sentence that says nothing

    /// <summary>The review of an opinion; always the same for a seed.</summary>
    public static Review Of(World world, int customer, Opinion opinion)
    {
        var rng = world.Stream("reviews").Split(customer).Split(opinion.Product);
        var phrases = ReviewPhrases.All[world.LanguageOf(customer)];
        var drunk = Catalogue.Products[opinion.Product].Category < Catalogue.FirstGoods;
        var sentiment = rng.NextCategorical(ByStars[opinion.Stars - 1]) - 1;
        var aspects = new int[4];
        var sentences = new List<string>();
        if (sentiment == 0)
        {
            sentences.Add(rng.Choice<string>(phrases.Neutral));
            if (rng.NextBool())
            {
                // One thing liked and one not.
                var good = rng.Next(4);
                Say((Aspect)good, 1);
                Say((Aspect)((good + 1 + rng.Next(3)) % 4), -1);
            }
        }
        else
        {
            Say(Aspect.Product, sentiment);
            for (var aspect = Aspect.Delivery; aspect <= Aspect.Price; aspect++)
                if (rng.NextBool(Spoken)) Say(aspect, rng.NextBool(Agrees) ? sentiment : -sentiment);
            if (rng.NextBool(Aside)) sentences.Add(rng.Choice<string>(phrases.Neutral));
        }
        rng.Shuffle<string>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sentences));
        return new Review(sentiment, aspects, string.Join(phrases.Separator, sentences));

        void Say(Aspect aspect, int judged)
        {
            aspects[(int)aspect] = judged;
            sentences.Add(rng.Choice<string>(phrases.Of(aspect, drunk, judged > 0)));
        }
    }
}
